// What is kept of the aptitude practice, under "aptitude".

import { tasks, type Task } from "../scoring/practice";
import { isRecord, read, write } from "./store";

const part = "aptitude";

/** The answers to a task: the place of the option chosen, null for none. */
export interface TaskAnswers {
  readonly answers: readonly (number | null)[];
  readonly done: boolean;
  /** When a timed task ends, in milliseconds since 1970; null where time does not count. */
  readonly ends: number | null;
}

export interface PracticeState {
  /** Of the items, 0 to 2³² − 1. */
  readonly seed: number;
  readonly tasks: Partial<Record<Task, TaskAnswers>>;
  /** The task at hand and the item shown. */
  readonly current: { readonly task: Task; readonly item: number } | null;
}

export function newPractice(): PracticeState {
  return { seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0, tasks: {}, current: null };
}

/** What is kept, or a new practice. */
export function keptPractice(count: number): PracticeState {
  return read(part, (value) => check(value, count)) ?? newPractice();
}

export function keepPractice(state: PracticeState): void {
  write(part, { version: 1, ...state });
}

function check(value: unknown, count: number): PracticeState | undefined {
  if (!isRecord(value) || value["version"] !== 1) return undefined;
  const { seed, tasks: kept, current } = value;
  if (!isWhole(seed, 2 ** 32) || !isRecord(kept)) return undefined;
  const found: Partial<Record<Task, TaskAnswers>> = {};
  for (const task of tasks) {
    const answers = kept[task];
    if (answers === undefined) continue;
    if (!isAnswers(answers, count)) return undefined;
    found[task] = answers;
  }
  return { seed, tasks: found, current: isCurrent(current, count) && found[current.task] ? current : null };
}

function isAnswers(value: unknown, count: number): value is TaskAnswers {
  if (!isRecord(value)) return false;
  const { answers, done, ends } = value;
  const fits = Array.isArray(answers) && answers.length === count && answers.every((a) => a === null || isWhole(a, 4));
  return fits && typeof done === "boolean" && (ends === null || (typeof ends === "number" && Number.isFinite(ends)));
}

function isCurrent(value: unknown, count: number): value is { task: Task; item: number } {
  return isRecord(value) && tasks.some((task) => task === value["task"]) && isWhole(value["item"], count);
}

function isWhole(value: unknown, below: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < below;
}
