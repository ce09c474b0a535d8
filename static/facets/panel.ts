// The panel in which the ways in are chosen: a part for each, whose controls are made when it is first opened.

import type { Named } from "../data/facts";
import { make } from "../page/element";
import type { Words } from "../page/words";
import { withValues, type FacetKey, type State } from "./choice";
import { checkList, itemSelects, rangeSelects, type Control, type Option } from "./controls";
import { domainOf, modeLabel, type Labels } from "./labels";
import { noLicence, type Model, type Selection } from "./model";

/** Brings the panel up to date. */
type UpdatePanel = (state: State, selection: Selection) => void;

/** Answers that say nothing of schooling or employment. */
const unsaid = ["unknown", "other"];

/** The steps that ranges are offered in, in the unit of the way. */
const steps = {
  pay: [250, 300, 350, 400, 450, 500, 550, 600, 700, 800, 1000],
  monthly: [18, 20, 22, 24, 26, 28, 30, 35, 40],
  hourly: [1000, 1100, 1200, 1300, 1400, 1500, 1700, 2000],
  ratio: [0.5, 0.8, 1, 1.2, 1.5, 2, 3, 5],
} as const;

/** A part of the panel: some ways in under one title. */
interface Part {
  readonly title: string;
  readonly keys: readonly FacetKey[];
  /** Says how the figures are compared. */
  readonly note?: string;
  readonly own?: OwnControl;
  readonly controls: () => [FacetKey, Control][];
}

/** Fills the panel; change is called with what the visitor changed of the state. */
export function fillPanel(host: HTMLElement, model: Model, words: Words, labels: Labels, change: (changed: Partial<State>) => void): UpdatePanel {
  let state: State;
  const parts = partsOf(model, words, labels, (key, values) => change({ choice: withValues(state.choice, key, values) }), change);
  const updates = parts.map((part) => addPart(host, part, words, model.facts.fiscalYear));
  return (newState, selection) => {
    state = newState;
    for (const update of updates) update(newState, selection);
  };
}

/** Adds a part to the panel. Its controls are made when it is opened, and kept up to date while it is. */
function addPart(host: HTMLElement, part: Part, words: Words, year: string): UpdatePanel {
  const chosen = make("span", { class: "tally" });
  const details = make("details", { "data-facet": part.title }, make("summary", {}, words(`facet-${part.title}`), chosen));
  host.append(details);
  let controls: [FacetKey, Control][] | undefined;
  let last: [State, Selection] | undefined;
  const update = (): void => {
    if (!details.open || !last) return;
    const [state, selection] = last;
    if (!controls) {
      controls = part.controls();
      if (part.note) details.append(make("p", { class: "small quiet" }, words(part.note, { year })));
      if (part.own) details.append(part.own.element);
      details.append(...controls.map(([, control]) => control.element));
    }
    part.own?.update(state);
    for (const [key, control] of controls) control.update(state.choice.get(key) ?? [], (value) => selection.count(key, value));
  };
  details.addEventListener("toggle", update);
  return (state, selection) => {
    last = [state, selection];
    const n = part.keys.reduce((sum, key) => sum + (state.choice.get(key)?.length ?? 0), part.title === "task" && state.task !== "" ? 1 : 0);
    chosen.textContent = n > 0 ? words("chosen", { n }) : "";
    update();
  };
}

/** The parts in their order. */
function partsOf(
  model: Model, words: Words, labels: Labels, choose: (key: FacetKey, values: string[]) => void, change: (changed: Partial<State>) => void,
): Part[] {
  const { facts } = model;
  const options = (list: readonly Named[]): Option[] => list.map((named) => ({ value: named.key, label: labels.name(named) }));
  const list = (key: FacetKey, all: readonly Option[], note?: string): Part => ({
    title: key, keys: [key], ...(note ? { note } : {}),
    controls: () => [[key, checkList(labels.facet(key), all, words, (values) => choose(key, values))]],
  });
  const itemsOf = (key: keyof typeof domainOf): readonly Named[] => facts.domains.find((d) => d.key === domainOf[key])?.items ?? [];
  const items = (key: "skill" | "knowledge" | "nature" | "activity", note: string, modes: readonly string[]): Part => ({
    title: key, keys: [key], note,
    controls: () => [[key, itemSelects(labels.facet(key), options(itemsOf(key)), modes.map((mode) => ({ mode, label: modeLabel(words, key, mode) })), words,
      (values) => choose(key, values))]],
  });
  const range = (key: keyof typeof steps): [FacetKey, Control] => [key, rangeSelects(labels.facet(key), steps[key], words(`unit-${key}`), words, (values) => choose(key, values))];
  const said = (key: "education" | "employment"): Option[] => options(itemsOf(key).filter((item) => !unsaid.includes(item.key)));
  return [
    list("field", options(facts.fields)),
    list("theme", options(facts.themes)),
    list("industry", options(facts.industries)),
    list("licence", [{ value: noLicence, label: words("licence-none") }, ...options(facts.licences)]),
    list("add", options(facts.licences), "note-add"),
    items("skill", "note-level", ["high", "1", "2", "3", "4", "5", "6"]),
    items("knowledge", "note-level", ["high", "1", "2", "3", "4"]),
    items("nature", "note-thirds", ["high", "less", "low"]),
    items("activity", "note-thirds", ["high", "less"]),
    { title: "task", keys: [], note: "note-task", own: taskField(words, (task) => change({ task })), controls: () => [] },
    { title: "money", keys: ["pay"], note: "note-pay", controls: () => [range("pay")] },
    {
      title: "openings", keys: ["ratio", "monthly", "hourly"], note: "note-openings", own: placeSelect(model, words, labels, (place) => change({ place })),
      controls: () => [range("ratio"), range("monthly"), range("hourly")],
    },
    list("town", options(facts.town)),
    list("mhlw", options(facts.mhlw)),
    list("jsoc", classTree(options(facts.jsoc))),
    list("education", said("education"), "note-usual"),
    list("employment", said("employment"), "note-usual"),
  ];
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
