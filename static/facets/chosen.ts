// Above the results: what is chosen, each to be taken away again, and how many occupations lack a figure it asks for.

import { make } from "../page/element";
import { keepingFocus } from "../page/focus";
import type { Words } from "../page/words";
import { withValues, type State } from "./choice";
import type { Labels } from "./labels";
import type { Missing } from "./model";

/** Shows a button for each value chosen; change is called with what remains. */
export function showChosen(list: HTMLElement, state: State, labels: Labels, words: Words, change: (changed: Partial<State>) => void): void {
  const buttons: HTMLElement[] = [];
  const add = (facet: string, value: string, without: Partial<State>): void => {
    const name = words("chip", { facet, value });
    const button = make("button", { type: "button", class: "chip", "aria-label": words("remove", { name }) }, name, make("span", { "aria-hidden": "true" }, "✕"));
    button.addEventListener("click", () => change(without));
    buttons.push(button);
  };
  for (const [key, values] of state.choice) {
    for (const value of values) {
      add(labels.facet(key), labels.value(key, value), { choice: withValues(state.choice, key, values.filter((v) => v !== value)) });
    }
  }
  if (state.task !== "") add(words("facet-task"), state.task, { task: "" });
  if (buttons.length > 1) {
    const all = make("button", { type: "button", class: "chip" }, words("clear"));
    all.addEventListener("click", () => change({ choice: new Map(), task: "" }));
    buttons.push(all);
  }
  keepingFocus(list, () => {
    list.replaceChildren(...buttons.map((button) => make("li", {}, button)));
    list.hidden = buttons.length === 0;
  }, list.parentElement?.querySelector("h2"));
}

/** Says what is left out: occupations without a figure that is asked for, and conditions that are not known. */
export function showLeftOut(list: HTMLElement, missing: readonly Missing[], unknown: number, labels: Labels, words: Words): void {
  const notes = missing.map(({ key, group, count }) => words("left-out", { n: count, name: group === "" ? labels.facet(key) : labels.group(key, group) }));
  if (unknown > 0) notes.push(words("unknown-choice", { n: unknown }));
  list.replaceChildren(...notes.map((note) => make("li", {}, note)));
  list.hidden = notes.length === 0;
}
