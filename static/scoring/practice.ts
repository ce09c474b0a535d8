// Items of the aptitude practice, made by package wasm/aptitude on the visitor's own device.

import { startModule } from "./module";

/** The tasks in the order of their numbers. */
export const tasks = ["verbal", "numerical", "spatial", "clerical", "form"] as const;
export type Task = (typeof tasks)[number];

/** wasm/aptitude tells, task by task, what the numbers mean. */
export interface Item {
  readonly kind: number;
  readonly given: readonly number[];
  readonly options: readonly (readonly number[])[];
  /** Place of the right option. */
  readonly answer: number;
}

/** Makes items of a task: equal seeds, 0 to 2³² − 1, give equal items. Pool is the number of sentences to draw from. */
export type Practice = (task: Task, seed: number, count: number, pool: number) => readonly Item[];

/** Loads the module. Rejects with a LoadError. */
export async function openPractice(path: string): Promise<Practice> {
  const module = await startModule(path);
  return (task, seed, count, pool) => {
    const length = module.call("practice", [], tasks.indexOf(task), seed, count, pool);
    const numbers = module.response().ints(Math.max(length, 0));
    const items: Item[] = [];
    let at = 0;
    const take = (): number => numbers[at++] ?? 0;
    const list = (): number[] => {
      const size = take();
      at += size;
      return numbers.slice(at - size, at);
    };
    while (at < numbers.length) {
      const kind = take();
      const answer = take();
      const given = list();
      items.push({ kind, answer, given, options: [list(), list(), list(), list()] });
    }
    return items;
  };
}
