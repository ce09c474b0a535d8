// The results as a table with chosen columns, and as a file.

import { make } from "../page/element";
import type { Words } from "../page/words";
import { column, shown, statistics, type Column } from "./columns";
import type { State } from "./choice";
import type { Labels } from "./labels";
import type { Model } from "./model";

/** The columns of a table for which none are chosen. */
const usualColumns: readonly string[] = ["pay", "ratio", "monthly", "hours", "age"];

export function columnsOf(model: Model, state: State, place: number): Column[] {
  const keys = state.columns.length > 0 ? state.columns : usualColumns;
  return keys.flatMap((key) => column(model, key, place) ?? []);
}

/** Makes the table; sort is called with the sort that a header asks for. root is the way to the home page. */
export function makeTable(
  model: Model, labels: Labels, words: Words, state: State, columns: readonly Column[], occupations: readonly number[], root: string, sort: (by: string) => void,
): HTMLElement {
  const head = make("tr", {}, make("th", { scope: "col" }, words("name")), make("th", { scope: "col" }, words("facet-field")),
    ...columns.map(({ key }) => header(labels.column(key), key, state, sort)));
  const rows = occupations.map((i) => {
    const o = model.facts.occupations[i]!;
    const link = make("a", { href: `${root}occupations/${o.slug}/` }, labels.name(o));
    return make("tr", { "data-id": String(o.id) }, make("th", { scope: "row" }, link), make("td", {}, labels.name(model.facts.fields[o.field]!)),
      ...columns.map((c) => make("td", { class: "n" }, shown(c, i) || words("missing"))));
  });
  return make("table", {}, make("caption", {}, words("table-caption", { year: model.facts.fiscalYear })), make("thead", {}, head), make("tbody", {}, ...rows));
}

/** A header that sorts by its column: the highest first, then the lowest. */
function header(label: string, key: string, state: State, sort: (by: string) => void): HTMLElement {
  const button = make("button", { type: "button", class: "plain" }, label);
  button.addEventListener("click", () => sort(state.sort === `-${key}` ? key : `-${key}`));
  const cell = make("th", { scope: "col", class: "n" }, button);
  if (state.sort === key || state.sort === `-${key}`) cell.setAttribute("aria-sort", state.sort === key ? "ascending" : "descending");
  return cell;
}

/** A form in which the columns are chosen. */
export function columnChooser(model: Model, labels: Labels, words: Words, state: State, choose: (columns: string[]) => void): HTMLElement {
  const chosen = state.columns.length > 0 ? state.columns : usualColumns;
  const keys = [...new Set([...Object.keys(statistics), ...chosen])];
  const boxes = keys.map((key) => {
    const box = make("input", { type: "checkbox", value: key });
    box.checked = chosen.includes(key);
    box.addEventListener("change", () => choose(box.checked ? [...chosen, key] : chosen.filter((k) => k !== key)));
    return make("li", {}, make("label", { class: "tick" }, box, make("span", {}, labels.column(key))));
  });
  const more = make("select", {}, make("option", { value: "" }, words("column-none")), ...itemGroups(model, labels));
  more.addEventListener("change", () => {
    if (more.value !== "") choose([...new Set([...chosen, more.value])]);
  });
  return make("fieldset", {}, make("legend", { class: "hidden" }, words("columns")), make("ul", { class: "ticks" }, ...boxes), make("label", {}, words("column-add"), more));
}

/** Every item of the profile as an option, by domain; first is put before the key, as − for the highest first. */
export function itemGroups(model: Model, labels: Labels, first = ""): HTMLElement[] {
  return model.facts.domains.map((domain) => make("optgroup", { label: labels.name(domain) },
    ...domain.items.map((item) => make("option", { value: `${first}${domain.key}.${item.key}` }, labels.name(item)))));
}

/** The table as CSV (RFC 4180), with the mark at its beginning by which spreadsheets know UTF-8. */
export function csv(model: Model, labels: Labels, words: Words, columns: readonly Column[], occupations: readonly number[]): string {
  const head = ["id", words("name"), words("reading"), words("facet-field"), ...columns.map(({ key }) => labels.column(key))];
  const rows = occupations.map((i) => {
    const o = model.facts.occupations[i]!;
    return [String(o.id), labels.name(o), o.reading, labels.name(model.facts.fields[o.field]!), ...columns.map((c) => shown(c, i))];
  });
  return "\uFEFF" + [head, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
