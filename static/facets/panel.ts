// The panel in which the ways in are chosen: a part for each, whose controls are made when it is first opened.

import type { Named } from "../data/facts";
import { make } from "../page/element";
import type { Words } from "../page/words";
import { withValues, type FacetKey, type State } from "./choice";
import { checkList, itemSelects, rangeSelects, type Control, type Option } from "./controls";
import { domainOf, modeLabel, type Labels } from "./labels";
import { noLicence, type Model, type Selection } from "./model";

/** Brings the panel up to date. */
export type UpdatePanel = (state: State, selection: Selection) => void;

/** Answers that say nothing of schooling or employment. */
const unsaid = ["unknown", "other"];

/** The steps that ranges are offered in, in the unit of the way. */
const steps = {
  pay: [250, 300, 350, 400, 450, 500, 550, 600, 700, 800, 1000],
  monthly: [18, 20, 22, 24, 26, 28, 30, 35, 40],
  hourly: [1000, 1100, 1200, 1300, 1400, 1500, 1700, 2000],
  ratio: [0.5, 0.8, 1, 1.2, 1.5, 2, 3, 5],
} as const;

/** Fills the panel; change is called with what the visitor changed of the state. */
export function fillPanel(host: HTMLElement, model: Model, words: Words, labels: Labels, change: (changed: Partial<State>) => void): UpdatePanel {
  const { facts } = model;
  let state: State;
  let selection: Selection;
  const choose = (key: FacetKey) => (values: string[]): void => change({ choice: withValues(state.choice, key, values) });
  const options = (list: readonly Named[]): Option[] => list.map((named) => ({ value: named.key, label: labels.name(named) }));
  const list = (key: FacetKey, all: readonly Option[]): [FacetKey, Control] => [key, checkList(labels.facet(key), all, words, choose(key))];
  const itemsOf = (key: keyof typeof domainOf): readonly Named[] => facts.domains.find((d) => d.key === domainOf[key])?.items ?? [];
  const items = (key: "skill" | "knowledge" | "nature" | "activity", modes: readonly string[]): [FacetKey, Control] => [
    key, itemSelects(labels.facet(key), options(itemsOf(key)), modes.map((mode) => ({ mode, label: modeLabel(words, key, mode) })), words, choose(key)),
  ];
  const range = (key: keyof typeof steps): [FacetKey, Control] => [key, rangeSelects(labels.facet(key), steps[key], words(`unit-${key}`), words, choose(key))];
  const said = (key: "education" | "employment"): Option[] => options(itemsOf(key).filter((item) => !unsaid.includes(item.key)));
  const place = placeSelect(model, words, labels, (key) => change({ place: key }));
  const task = taskField(words, (text) => change({ task: text }));

  const parts: { title: string; keys: readonly FacetKey[]; note?: string; own?: OwnControl; make: () => [FacetKey, Control][] }[] = [
    { title: "field", keys: ["field"], make: () => [list("field", options(facts.fields))] },
    { title: "theme", keys: ["theme"], make: () => [list("theme", options(facts.themes))] },
    { title: "industry", keys: ["industry"], make: () => [list("industry", options(facts.industries))] },
    { title: "licence", keys: ["licence"], make: () => [list("licence", [{ value: noLicence, label: words("licence-none") }, ...options(facts.licences)])] },
    { title: "add", keys: ["add"], note: "note-add", make: () => [list("add", options(facts.licences))] },
    { title: "skill", keys: ["skill"], note: "note-level", make: () => [items("skill", ["high", "1", "2", "3", "4", "5", "6"])] },
    { title: "knowledge", keys: ["knowledge"], note: "note-level", make: () => [items("knowledge", ["high", "1", "2", "3", "4"])] },
    { title: "nature", keys: ["nature"], note: "note-thirds", make: () => [items("nature", ["high", "less", "low"])] },
    { title: "activity", keys: ["activity"], note: "note-thirds", make: () => [items("activity", ["high", "less"])] },
    { title: "task", keys: [], own: task, make: () => [] },
    { title: "money", keys: ["pay"], note: "note-pay", make: () => [range("pay")] },
    { title: "openings", keys: ["ratio", "monthly", "hourly"], note: "note-openings", own: place, make: () => [range("ratio"), range("monthly"), range("hourly")] },
    { title: "town", keys: ["town"], make: () => [list("town", options(facts.town))] },
    { title: "mhlw", keys: ["mhlw"], make: () => [list("mhlw", options(facts.mhlw))] },
    { title: "jsoc", keys: ["jsoc"], make: () => [list("jsoc", classTree(options(facts.jsoc)))] },
    { title: "education", keys: ["education"], note: "note-usual", make: () => [list("education", said("education"))] },
    { title: "employment", keys: ["employment"], note: "note-usual", make: () => [list("employment", said("employment"))] },
  ];

  const updates = parts.map((part) => {
    const chosen = make("span", { class: "tally" });
    const details = make("details", {}, make("summary", {}, words(`facet-${part.title}`), chosen));
    details.dataset["facet"] = part.title;
    host.append(details);
    let controls: [FacetKey, Control][] | undefined;
    const fresh = (): void => {
      if (!details.open) return;
      if (!controls) {
        controls = part.make();
        if (part.note) details.append(make("p", { class: "small quiet" }, words(part.note, { year: facts.fiscalYear })));
        if (part.own) details.append(part.own.element);
        details.append(...controls.map(([, control]) => control.element));
      }
      part.own?.update(state);
      for (const [key, control] of controls) control.update(state.choice.get(key) ?? [], (value) => selection.count(key, value));
    };
    details.addEventListener("toggle", fresh);
    return (): void => {
      const n = part.keys.reduce((sum, key) => sum + (state.choice.get(key)?.length ?? 0), part.title === "task" && state.task !== "" ? 1 : 0);
      chosen.textContent = n > 0 ? words("chosen", { n }) : "";
      fresh();
    };
  });
  return (newState, newSelection) => {
    state = newState;
    selection = newSelection;
    for (const update of updates) update();
  };
}

/** A control for what is no way in by itself. */
interface OwnControl {
  readonly element: HTMLElement;
  readonly update: (state: State) => void;
}

/** Where openings and offers are looked at. */
function placeSelect(model: Model, words: Words, labels: Labels, choose: (key: string) => void): OwnControl {
  const whole = model.facts.places[0]?.key;
  const select = make("select", {}, ...model.facts.places.map((place) => make("option", { value: place.key === whole ? "" : place.key }, labels.name(place))));
  select.addEventListener("change", () => choose(select.value));
  return {
    element: make("p", {}, make("label", {}, words("place"), select)),
    update: (state) => {
      select.value = state.place;
    },
  };
}

/** Words looked for in the tasks of occupations alone. */
function taskField(words: Words, choose: (text: string) => void): OwnControl {
  const field = make("input", { type: "search", autocomplete: "off", placeholder: words("task-hint") });
  const form = make("form", { class: "search" }, make("label", { class: "hidden" }, words("facet-task")), field, make("button", { type: "submit" }, words("narrow-button")));
  field.id = "task";
  form.querySelector("label")!.htmlFor = field.id;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(field.value);
  });
  return {
    element: form,
    update: (state) => {
      if (document.activeElement !== field) field.value = state.task;
    },
  };
}

/** Classes in a tree: the code of a class begins with that of the one above it. */
function classTree(classes: readonly Option[], above = ""): Option[] {
  return classes
    .filter(({ value }) => value.startsWith(above) && value !== above && parentOf(value, classes) === above)
    .map((option) => ({ ...option, below: classTree(classes, option.value) }));
}

/** The longest other code that a code begins with, "" for none. */
function parentOf(code: string, classes: readonly Option[]): string {
  return classes.reduce((longest, { value }) => (value !== code && code.startsWith(value) && value.length > longest.length ? value : longest), "");
}
