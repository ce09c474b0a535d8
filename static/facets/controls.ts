// The controls that ways in are chosen with. Each is made once, tells what is chosen, and is brought up to date with
// what is chosen and how many occupations each further value would find.

import { make } from "../page/element";
import type { Words } from "../page/words";
import { parseRange } from "./model";

export interface Control {
  readonly element: HTMLElement;
  /** count tells how many a value would find. */
  readonly update: (chosen: readonly string[], count: (value: string) => number) => void;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Options shown below this one, in a part that can be opened. */
  readonly below?: readonly Option[];
}

/** Lists longer than this can be narrowed by typing. */
const longList = 24;

/** Boxes to tick. */
export function checkList(legend: string, options: readonly Option[], words: Words, choose: (values: string[]) => void): Control {
  const boxes = new Map<string, { box: HTMLInputElement; count: HTMLElement }>();
  let chosen: readonly string[] = [];
  const tick = (value: string, on: boolean): void => choose(on ? [...chosen, value] : chosen.filter((v) => v !== value));

  const rows = (list: readonly Option[]): HTMLElement =>
    make("ul", { class: "ticks" }, ...list.map(({ value, label, below }) => {
      const box = make("input", { type: "checkbox", value });
      const count = make("span", { class: "tally" });
      boxes.set(value, { box, count });
      box.addEventListener("change", () => tick(value, box.checked));
      const row = make("li", {}, make("label", { class: "tick" }, box, make("span", {}, label), count));
      if (below && below.length > 0) row.append(make("details", {}, make("summary", {}, words("within", { name: label })), rows(below)));
      return row;
    }));

  const list = rows(options);
  const element = make("fieldset", {}, make("legend", { class: "hidden" }, legend));
  if (options.length > longList) element.append(narrowing(legend, list, words));
  element.append(list);
  return {
    element,
    update: (values, countOf) => {
      chosen = values;
      for (const [value, { box, count }] of boxes) {
        const n = countOf(value);
        box.checked = values.includes(value);
        // A box that would find nothing cannot be ticked, but one that is ticked can be cleared.
        box.disabled = n === 0 && !box.checked;
        count.textContent = String(n);
      }
    },
  };
}

/** A field that narrows the rows of a long list to those whose label holds what is typed. */
function narrowing(legend: string, list: HTMLElement, words: Words): HTMLElement {
  const field = make("input", { type: "search", class: "narrow", autocomplete: "off", "aria-label": words("narrow", { name: legend }), placeholder: words("narrow-hint") });
  field.addEventListener("input", () => {
    const wanted = field.value.normalize("NFKC").toLowerCase().trim();
    for (const row of list.querySelectorAll<HTMLElement>(":scope > li")) {
      const label = row.querySelector("span")?.textContent ?? "";
      row.hidden = !label.normalize("NFKC").toLowerCase().includes(wanted);
    }
  });
  return field;
}

/** One choice for each item of a domain: nothing, or one of the modes. */
export function itemSelects(
  legend: string,
  items: readonly Option[],
  modes: readonly { readonly mode: string; readonly label: string }[],
  words: Words,
  choose: (values: string[]) => void,
): Control {
  let chosen: readonly string[] = [];
  const selects = items.map(({ value: item, label }) => {
    const select = make("select", {}, make("option", { value: "" }, words("any")), ...modes.map(({ mode }) => make("option", { value: `${item}:${mode}` })));
    select.addEventListener("change", () => {
      const others = chosen.filter((value) => !value.startsWith(`${item}:`));
      choose(select.value === "" ? others : [...others, select.value]);
    });
    return { item, select, row: make("li", {}, make("label", { class: "item" }, make("span", {}, label), select)) };
  });
  const list = make("ul", { class: "ticks" }, ...selects.map(({ row }) => row));
  return {
    element: make("fieldset", {}, make("legend", { class: "hidden" }, legend), narrowing(legend, list, words), list),
    update: (values, count) => {
      chosen = values;
      for (const { item, select } of selects) {
        const value = values.find((v) => v.startsWith(`${item}:`)) ?? "";
        modes.forEach(({ label }, i) => {
          const option = select.options[i + 1]!;
          const n = count(option.value);
          const text = words("option", { label, n });
          if (option.textContent !== text) option.textContent = text;
          option.disabled = n === 0 && option.value !== value;
        });
        if (select.value !== value) select.value = value;
        select.closest("label")!.classList.toggle("on", value !== "");
      }
    },
  };
}

/** The least and the most of a figure. */
export function rangeSelects(legend: string, steps: readonly number[], unit: string, words: Words, choose: (values: string[]) => void): Control {
  const least = make("select");
  const most = make("select");
  const apply = (): void => choose(least.value === "" && most.value === "" ? [] : [`${least.value}-${most.value}`]);
  least.addEventListener("change", apply);
  most.addEventListener("change", apply);
  const element = make("fieldset", { class: "range" }, make("legend", {}, legend),
    make("label", {}, words("least"), least), make("label", {}, words("most"), most));

  const fill = (select: HTMLSelectElement, now: string, value: (step: string) => string, label: (step: number) => string, count: (value: string) => number): void => {
    const all = steps.includes(Number(now)) || now === "" ? steps : [...steps, Number(now)].sort((a, b) => a - b);
    select.replaceChildren(make("option", { value: "" }, words("any")), ...all.map((step) => {
      const n = count(value(String(step)));
      const option = make("option", { value: String(step) }, words("option", { label: label(step), n }));
      option.disabled = n === 0 && String(step) !== now;
      return option;
    }));
    select.value = now;
  };
  return {
    element,
    update: (values, count) => {
      const range = parseRange(values[0] ?? "");
      const from = range && range.from !== -Infinity ? String(range.from) : "";
      const to = range && range.to !== Infinity ? String(range.to) : "";
      fill(least, from, (step) => `${step}-${to}`, (step) => words("range-from", { from: step, unit }), count);
      fill(most, to, (step) => `${from}-${step}`, (step) => words("range-to", { to: step, unit }), count);
    },
  };
}
