// What a visitor has chosen on the search page. All of it stands in the address of the page, so that it can be kept,
// sent and gone back to.

/** The ways in that narrow the list, in the order in which they are shown and stand in the address. */
export const facetKeys = [
  "field", "theme", "industry", "town", "licence", "add", "mhlw", "jsoc", "skill", "knowledge", "nature", "activity",
  "pay", "monthly", "hourly", "ratio", "education", "employment",
] as const;

export type FacetKey = (typeof facetKeys)[number];

/** The values chosen of each way, as they stand in the address. A way of which none is chosen has no entry. */
export type Choice = ReadonlyMap<FacetKey, readonly string[]>;

export interface State {
  /** The query, as typed. */
  readonly words: string;
  /** A query that only tasks are searched for. */
  readonly task: string;
  readonly choice: Choice;
  /** The key of the place that openings and offers are of; "" for the whole country. */
  readonly place: string;
  /** What the list is sorted by: "" for relevance, else a column (see columns.ts), with − before it for the highest first. */
  readonly sort: string;
  readonly view: "list" | "table";
  /** Columns of the table; none for those it has by itself. */
  readonly columns: readonly string[];
  /** How many pages of the list are shown, from 1. */
  readonly page: number;
}

/** Values of one way and columns beyond this number are dropped: no form of ours makes so many. */
const most = 100;

export function parseState(search: string): State {
  const query = new URLSearchParams(search);
  const choice = new Map<FacetKey, readonly string[]>();
  for (const key of facetKeys) {
    const values = list(query.get(key));
    if (values.length > 0) choice.set(key, values);
  }
  const page = Number(query.get("page"));
  return {
    words: query.get("q") ?? "",
    task: query.get("task") ?? "",
    choice,
    place: query.get("at") ?? "",
    sort: query.get("sort") ?? "",
    view: query.get("view") === "table" ? "table" : "list",
    columns: list(query.get("columns")),
    page: Number.isInteger(page) && page > 1 ? Math.min(page, most) : 1,
  };
}

function list(text: string | null): string[] {
  return [...new Set((text ?? "").split(",").filter((value) => value !== ""))].slice(0, most);
}

/** The state as it stands in the address: "" or "?q=…". Equal states give equal addresses. */
export function formatState(state: State): string {
  const query = new URLSearchParams();
  const set = (key: string, value: string): void => {
    if (value !== "") query.set(key, value);
  };
  set("q", state.words);
  set("task", state.task);
  for (const key of facetKeys) set(key, (state.choice.get(key) ?? []).join(","));
  set("at", state.place);
  set("sort", state.sort);
  set("view", state.view === "table" ? "table" : "");
  set("columns", state.columns.join(","));
  set("page", state.page > 1 ? String(state.page) : "");
  // Commas and colons may stand in a query as they are; so the address can be read.
  const text = query.toString().replace(/%2C/g, ",").replace(/%3A/g, ":");
  return text === "" ? "" : `?${text}`;
}

/** The choice with other values for one way. */
export function withValues(choice: Choice, key: FacetKey, values: readonly string[]): Choice {
  const changed = new Map(choice);
  if (values.length > 0) changed.set(key, values);
  else changed.delete(key);
  return changed;
}

/** Whether more is asked for than words: then facts are needed. */
export function needsFacts(state: State): boolean {
  return state.choice.size > 0 || state.view === "table" || state.sort !== "";
}
