// The search page: words, what they find, and the ways in. What the visitor asks for stands in the address (see
// facets/choice.ts). Without this script the page is its list of ways in, and its form leads to the list of occupations.

import { needsFacts, formatState, parseState, type State } from "../facets/choice";
import { suggestWhileTyping } from "../find/combobox";
import { facetLoader, type Facets } from "../find/facets";
import { part } from "../find/part";
import { resultItem } from "../find/results";
import { loadBinary } from "../load/binary";
import { make } from "../page/element";
import { readWords } from "../page/words";
import { openIndex, type Hit, type Index, type Options, type Result } from "../search/index";

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

const collection: Options = { collection: english ? "en" : "ja" };
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

/** Takes a new state into the address and shows what it finds. */
function ask(asked: State, how: "push" | "replace"): void {
  state = asked;
  const address = location.pathname + formatState(state);
  if (how === "push") history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  void show();
}

let turn = 0;

/** Shows what the state asks for. Of several at a time the last counts. */
async function show(): Promise<void> {
  const mine = ++turn;
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
  /** Of the occupations shown, if words were searched for. */
  readonly hits: ReadonlyMap<number, Hit>;
  readonly result: Result | undefined;
  readonly index: Index | undefined;
  readonly facets: Facets | undefined;
}

async function find(state: State): Promise<Found> {
  const asksWords = state.words.trim() !== "";
  const size = pageSize[state.view] * state.page;
  const wanted = needsFacts(state) || state.task !== "" || narrow.open;
  const [open, more] = await Promise.all([asksWords || state.task !== "" ? index() : undefined, wanted ? facets() : undefined]);
  const plain = asksWords && open ? await open.search(state.words, { ...collection, limit: wanted ? 0 : size }) : undefined;
  if (!more) return { state, ids: plain?.ids ?? [], hits: hitsById(plain), result: plain, index: open, facets: undefined };

  const tasked = state.task.trim() !== "" && open ? new Set((await open.search(state.task, { limit: 0 })).ids) : undefined;
  const ids = more.arrange(state, plain?.ids, tasked);
  const first = new Set(ids.slice(0, size));
  const result = asksWords && open && state.view === "list" ? await open.search(state.words, { ...collection, limit: size, within: (id) => first.has(id) }) : undefined;
  return { state, ids, hits: hitsById(result), result: plain, index: open, facets: more };
}

function hitsById(result: Result | undefined): Map<number, Hit> {
  return new Map((result?.hits ?? []).map((hit) => [Number(hit.id), hit]));
}

function render(found: Found): void {
  const { state, ids } = found;
  shown = ids;
  const idle = state.words.trim() === "" && state.task.trim() === "" && !needsFacts(state);
  const size = pageSize[state.view] * state.page;
  results.replaceChildren(...(idle ? [] : [state.view === "table" ? table(found, ids.slice(0, size)) : list(found, ids.slice(0, size))]));
  results.dataset["total"] = String(idle ? 0 : ids.length);
  results.dataset["state"] = idle ? "idle" : "done";
  say(found, idle);
  part("found").hidden = idle;
  part("bar").hidden = idle || ids.length === 0;
  part("columns").hidden = state.view !== "table";
  part("download").hidden = part("print").hidden = state.view !== "table";
  part("more").hidden = idle || ids.length <= size;
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

function list(found: Found, ids: readonly number[]): HTMLElement {
  return make("ol", { class: "rows" }, ...ids.map((id) =>
    resultItem(String(id), found.hits.get(id), found.facets?.entry(id, found.state), found.index, words, root)));
}

function table(found: Found, ids: readonly number[]): HTMLElement {
  const scroller = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": part("found").querySelector("h2")?.textContent ?? "" });
  if (found.facets) scroller.append(found.facets.table(found.state, ids));
  return scroller;
}

/** Says how many there are, and what to do where there are none. */
function say({ state, ids, result }: Found, idle: boolean): void {
  const q = state.words.trim();
  const notes: (Node | string)[] = [];
  if (idle) notes.push("");
  else if (ids.length > 0) notes.push(q === "" ? words("total", { n: ids.length }) : words("total-words", { q: excerpt(q), n: ids.length }));
  else if (q !== "" && result?.words.length === 0) notes.push(words("empty-query"));
  else notes.push(q === "" ? words("none") : words("none-words", { q: excerpt(q) }), " ", words(state.choice.size > 0 ? "none-choice" : "browse"));
  if (result?.relaxed && ids.length > 0) notes.push(" ", words("relaxed"));
  if (result?.cut) notes.push(" ", words("cut"));
  status.replaceChildren(...notes);
  const nearest = ids.length === 0 ? (result?.nearest ?? []) : [];
  const list = part("nearest");
  list.replaceChildren(...nearest.map(({ text }) => {
    const button = make("button", { type: "button", class: "chip" }, text);
    button.addEventListener("click", () => {
      box.value = text;
      ask({ ...state, words: text, page: 1 }, "push");
    });
    return make("li", {}, button);
  }));
  list.hidden = nearest.length === 0;
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
  for (const id of ["bar", "columns", "more", "nearest", "chosen", "left-out", "others"]) part(id).hidden = true;
  status.replaceChildren(words("failed", { reason: error instanceof Error ? error.message : String(error) }));
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
      const item = resultItem(hit.id, hit, undefined, open, words, root);
      item.removeAttribute("data-id");
      item.prepend(make("span", { class: "flag" }, words(`kind-${hit.kind}`)), " ");
      return item;
    }), ...(hits.length === 0 ? [make("li", {}, words("none-others"))] : []));
  } catch (error) {
    list?.replaceChildren(make("li", { class: "warn" }, words("failed", { reason: error instanceof Error ? error.message : String(error) })));
  }
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  make("a", { href: address, download: words("file-name") }).click();
  URL.revokeObjectURL(address);
}

const suggestions = suggestWhileTyping(
  box, part("suggest"),
  async (text) => (await (await index()).suggest(text)).map(({ text, kind }) => ({ text, note: kind === "occupation" ? "" : words(`kind-${kind}`) })),
  (n) => (part("suggested").textContent = n > 0 ? words("suggestions", { n }) : ""),
  () => ask({ ...state, words: box.value, page: 1 }, "push"),
);

box.addEventListener("input", (event) => {
  if (!(event instanceof InputEvent && event.isComposing)) ask({ ...state, words: box.value, page: 1 }, "replace");
});
box.addEventListener("compositionend", () => ask({ ...state, words: box.value, page: 1 }, "replace"));
part<HTMLFormElement>("finder").addEventListener("submit", (event) => {
  event.preventDefault();
  suggestions.close();
  ask({ ...state, words: box.value, page: 1 }, "push");
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
part("download").addEventListener("click", () => void facets().then((more) => download(more.csv(state, shown)), fail));
part("print").addEventListener("click", () => {
  state = { ...state, page: Math.ceil(shown.length / pageSize[state.view]) };
  void show().then(() => print());
});
narrow.addEventListener("toggle", () => void show());
others.addEventListener("toggle", () => void (others.open && showOthers()));
addEventListener("popstate", () => {
  state = parseState(location.search);
  box.value = state.words;
  void show();
});

box.value = state.words;
part("search").hidden = false;
void show();
