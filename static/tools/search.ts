// The search page: words, what they find, and the ways in. What the visitor asks for stands in the address (see
// facets/choice.ts). Without this script the page is its list of ways in, and its form leads to the list of occupations.

import { needsFacts, formatState, parseState, type State } from "../facets/choice";
import { suggestWhileTyping } from "../find/combobox";
import { facetLoader, type Facets } from "../find/facets";
import { part } from "../find/part";
import { resultItem } from "../find/results";
import { loadBinary } from "../load/binary";
import { make } from "../page/element";
import { keepingFocus } from "../page/focus";
import { readWords } from "../page/words";
import { openIndex, type Card, type Field, type Hit, type Index, type Result } from "../search/index";

/** Results shown at first, and more at every press of the button. */
const pageSize = { list: 10, table: 50 };

const page = part("main").dataset;
const root = page["root"] ?? "";
const english = document.documentElement.lang === "en";
const words = readWords();
const box = part<HTMLInputElement>("q");
const narrow = part<HTMLDetailsElement>("narrow");
const others = part<HTMLDetailsElement>("others");
const results = part("results");
const status = part("status");

const collection = english ? "en" : "ja";
/** Where a word tells what an occupation does. */
const doing: readonly Field[] = ["task", "summary", "synonym", "alias", "title"];
let state = parseState(location.search);
let shown: readonly number[] = [];

let opening: Promise<Index> | undefined;
function index(): Promise<Index> {
  const first = page["index"] ?? "";
  opening ??= openIndex((name) => loadBinary(name === first ? first : `${root}assets/search/${name}`), first);
  opening.catch(() => (opening = undefined));
  return opening;
}

const facets = facetLoader(page["facets"] ?? "", {
  words, english, root, facts: page["facts"] ?? "", vectors: page["vectors"] ?? "",
  change: (changed) => ask({ ...state, page: 1, ...changed }, "push"),
});

/** While a query is typed it has one entry of the history, which the next letter replaces. */
let typing = false;

/** Takes a new state into the address and shows what it finds. */
function ask(asked: State, how: "push" | "replace"): void {
  state = asked;
  typing = false;
  const address = location.pathname + formatState(state);
  if (how === "push") history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  void show();
}

/** Conditions could not be had; words can still be searched for. */
class ConditionsError extends Error {}

/** Once they are there, conditions are kept up to date. */
let conditioned = false;

async function conditions(): Promise<Facets> {
  try {
    const more = await facets();
    conditioned = true;
    return more;
  } catch (error) {
    throw new ConditionsError(reason(error));
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

let turn = 0;

/** Shows what the state asks for. Of several at a time the last counts. */
async function show(): Promise<void> {
  const mine = ++turn;
  results.dataset["state"] = "busy";
  try {
    const found = await find(state);
    if (mine === turn) render(found);
  } catch (error) {
    if (mine === turn) fail(error);
  }
}

/** What a state finds. */
interface Found {
  readonly state: State;
  readonly ids: readonly number[];
  /** What is shown of those on the page: of a hit, why it was found too. */
  readonly cards: ReadonlyMap<number, Hit | Card>;
  readonly result: Result | undefined;
  readonly index: Index | undefined;
  readonly facets: Facets | undefined;
  /** Why conditions cannot be offered. */
  readonly trouble: string | undefined;
}

async function find(state: State): Promise<Found> {
  const asksWords = state.words.trim() !== "";
  const asksConditions = needsFacts(state) || state.task.trim() !== "";
  const size = pageSize[state.view] * state.page;
  const [open, conditionsOrNot] = await Promise.all([
    idle(state) ? undefined : index(),
    // Where no condition is asked for yet, words are answered without.
    asksConditions ? conditions() : narrow.open || conditioned ? conditions().catch((error: unknown) => reason(error)) : undefined,
  ]);
  const trouble = typeof conditionsOrNot === "string" ? conditionsOrNot : undefined;
  const facets = typeof conditionsOrNot === "string" ? undefined : conditionsOrNot;
  const result = asksWords ? await open?.search(state.words, { collection, limit: facets ? 0 : size }) : undefined;
  if (!facets) return { state, ids: result?.ids ?? [], cards: cardsById(result?.hits ?? []), result, index: open, facets, trouble };

  const tasked = state.task.trim() !== "" ? await open?.search(state.task, { limit: 0, fields: doing }) : undefined;
  const ids = facets.arrange(state, result?.ids, tasked?.ids);
  const first = state.view === "list" && open ? await cardsOf(open, state, ids.slice(0, size)) : [];
  return { state, ids, cards: cardsById(first), result, index: open, facets, trouble };
}

/** What is shown of certain occupations. */
async function cardsOf(open: Index, state: State, ids: readonly number[]): Promise<readonly (Hit | Card)[]> {
  if (state.words.trim() !== "") {
    const within = new Set(ids);
    return (await open.search(state.words, { collection, limit: ids.length, within: (id) => within.has(id) })).hits;
  }
  const cards = await Promise.all(ids.map((id) => open.occupation(id, collection)));
  return cards.filter((card) => card !== undefined);
}

function cardsById(cards: readonly (Hit | Card)[]): Map<number, Hit | Card> {
  return new Map(cards.map((card) => [Number(card.id), card]));
}

/** Nothing is asked for. */
function idle(state: State): boolean {
  return state.words.trim() === "" && state.task.trim() === "" && !needsFacts(state);
}

function render(found: Found): void {
  const { state, ids } = found;
  shown = ids;
  const asksNothing = idle(state);
  const size = pageSize[state.view] * state.page;
  const first = ids.slice(0, size);
  keepingFocus(results, () => results.replaceChildren(...(asksNothing ? [] : [state.view === "table" ? table(found, first) : list(found, first)])));
  results.dataset["total"] = String(asksNothing ? 0 : ids.length);
  results.dataset["state"] = asksNothing ? "idle" : "done";
  say(found);
  part("trouble").textContent = found.trouble === undefined ? "" : words("failed-facets", { reason: found.trouble });
  if (asksNothing && part("found").contains(document.activeElement)) box.focus();
  part("found").hidden = asksNothing;
  part("bar").hidden = asksNothing || ids.length === 0;
  part("columns").hidden = state.view !== "table";
  part("download").hidden = part("print").hidden = state.view !== "table";
  part("more").hidden = asksNothing || ids.length <= size;
  part("see").hidden = asksNothing;
  part("see").firstElementChild!.textContent = words("see", { n: ids.length });
  part("more").textContent = words("more", { n: ids.length - size });
  showOrder(state);
  others.hidden = state.words.trim() === "" || english;
  if (others.open) void showOthers();
}

/** Without words there is no order by how well they fit; then names decide. */
function showOrder(state: State): void {
  const sort = part<HTMLSelectElement>("sort");
  const asksWords = state.words.trim() !== "";
  sort.options[0]!.disabled = !asksWords;
  sort.value = state.sort === "" && !asksWords ? "reading" : state.sort;
  part<HTMLSelectElement>("view").value = state.view;
}

function list({ state, cards, facets, index }: Found, ids: readonly number[]): HTMLElement {
  const items = ids.flatMap((id) => {
    const card = cards.get(id);
    return card && index ? resultItem(card, facets?.entry(id, state), index, words, root) : [];
  });
  return make("ol", { class: "rows" }, ...items);
}

function table(found: Found, ids: readonly number[]): HTMLElement {
  const scroller = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": part("found").querySelector("h2")?.textContent ?? "" });
  if (found.facets) scroller.append(found.facets.table(found.state, ids));
  return scroller;
}

/** Says how many there are, and what to do where there are none. */
function say({ state, ids, result }: Found): void {
  const q = state.words.trim();
  const notes: (Node | string)[] = [];
  const gap = document.documentElement.lang === "ja" ? "" : " "; // between sentences
  if (idle(state)) notes.push("");
  else if (ids.length > 0) notes.push(q === "" ? words("total", { n: ids.length }) : words("total-words", { q: excerpt(q), n: ids.length }));
  else if (q !== "" && result?.words.length === 0) notes.push(words("empty-query"));
  else notes.push(q === "" ? words("none") : words("none-words", { q: excerpt(q) }), gap, words(state.choice.size > 0 ? "none-choice" : "browse"));
  if (result?.relaxed && ids.length > 0) notes.push(gap, words("relaxed"));
  if (result?.cut) notes.push(gap, words("cut"));
  status.replaceChildren(...notes);
  const nearest = ids.length === 0 ? (result?.nearest ?? []) : [];
  offer(nearest.map(({ text }) => ({ label: text, asks: { words: text, page: 1 } })));
}

/** Offers other things to ask for. */
function offer(others: readonly { readonly label: string; readonly asks: Partial<State> }[]): void {
  const list = part("nearest");
  list.replaceChildren(...others.map(({ label, asks }) => {
    const button = make("button", { type: "button", class: "chip" }, label);
    button.addEventListener("click", () => {
      ask({ ...state, ...asks }, "push");
      box.value = state.words;
    });
    return make("li", {}, button);
  }));
  list.hidden = others.length === 0;
}

/** A query as it is quoted back: a long one is cut. */
function excerpt(query: string): string {
  const characters = Array.from(query);
  return characters.length > 40 ? characters.slice(0, 40).join("") + "…" : query;
}

function fail(error: unknown): void {
  results.replaceChildren();
  results.dataset["state"] = "failed";
  results.dataset["total"] = "0";
  part("found").hidden = false;
  for (const id of ["bar", "columns", "more", "chosen", "left-out", "others"]) part(id).hidden = true;
  const withoutConditions = error instanceof ConditionsError;
  status.replaceChildren(words(withoutConditions ? "failed-facets" : "failed", { reason: reason(error) }));
  offer(withoutConditions && state.words !== "" ? [{ label: words("without"), asks: { choice: new Map(), task: "", sort: "", view: "list", page: 1 } }] : []);
  part("trouble").textContent = "";
}

/** Guides, stories, licences and terms that the words find. */
async function showOthers(): Promise<void> {
  const asked = state.words;
  const list = others.querySelector("ul");
  try {
    const open = await index();
    const { hits } = await open.search(asked, { collection: "more", limit: 12 });
    if (asked !== state.words) return;
    list?.replaceChildren(...hits.map((hit) => {
      const item = resultItem(hit, undefined, open, words, root);
      item.removeAttribute("data-id");
      item.prepend(make("span", { class: "flag" }, words(`kind-${hit.kind}`)), " ");
      return item;
    }), ...(hits.length === 0 ? [make("li", {}, words("none-others"))] : []));
  } catch (error) {
    list?.replaceChildren(make("li", { class: "warn" }, words("failed", { reason: reason(error) })));
  }
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  make("a", { href: address, download: words("file-name") }).click();
  URL.revokeObjectURL(address);
}

part("suggest").setAttribute("aria-label", words("suggestion-list"));
const suggestions = suggestWhileTyping(
  box, part("suggest"),
  async (text) => (await (await index()).suggest(text, 8, collection)).map(({ text, kind }) => ({ text, note: kind !== "licence" ? "" : words(`kind-${kind}`) })),
  (n) => (part("suggested").textContent = n > 0 ? words("suggestions", { n }) : ""),
  () => ask({ ...state, words: box.value, page: 1 }, typing ? "replace" : "push"),
);

function typed(): void {
  ask({ ...state, words: box.value, page: 1 }, typing || idle(state) ? "replace" : "push");
  typing = true;
}

box.addEventListener("input", (event) => {
  if (!(event instanceof InputEvent && event.isComposing)) typed();
});
box.addEventListener("compositionend", typed);
part<HTMLFormElement>("finder").addEventListener("submit", (event) => {
  event.preventDefault();
  suggestions.close();
  ask({ ...state, words: box.value, page: 1 }, typing || box.value === state.words ? "replace" : "push");
});
part<HTMLSelectElement>("sort").addEventListener("change", () => ask({ ...state, sort: part<HTMLSelectElement>("sort").value, page: 1 }, "push"));
part<HTMLSelectElement>("view").addEventListener("change", () =>
  ask({ ...state, view: part<HTMLSelectElement>("view").value === "table" ? "table" : "list", page: 1 }, "push"));
part("more").addEventListener("click", () => {
  const before = results.querySelectorAll("[data-id]").length;
  state = { ...state, page: state.page + 1 };
  history.replaceState(null, "", location.pathname + formatState(state));
  void show().then(() => results.querySelectorAll<HTMLElement>("[data-id] a")[before]?.focus());
});
part("see").addEventListener("click", () => {
  const heading = part("found").querySelector("h2");
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
});
part("download").addEventListener("click", () => void conditions().then((more) => download(more.csv(state, shown)), fail));
part("print").addEventListener("click", () => {
  state = { ...state, page: Math.ceil(shown.length / pageSize[state.view]) };
  void show().then(() => print());
});
narrow.addEventListener("toggle", () => void (narrow.open && show()));
others.addEventListener("toggle", () => void (others.open && showOthers()));
addEventListener("popstate", () => {
  typing = false;
  state = parseState(location.search);
  box.value = state.words;
  void show();
});

box.value = state.words;
part("search").hidden = false;
void show();
