// The search of Shigoto Atlas, without a page around it. The generator's own search command and tests run this same
// module; how the index is made and how documents are ranked is told in the comment of the package generator/search.
//
//   const index = await openIndex(load, "search.bin");
//   const { total, hits } = await index.search("動物の世話", { limit: 20 });

import { Collection, nameOf, type Load } from "./collection";
import { cut, type Unit } from "./cut";
import { readRoot, type Card, type Field } from "./files";
import { parse, type Alternative, type Clause } from "./parse";
import { both, either, evaluate, joined, shares, ordered, type Found, type Reason } from "./rank";
import { isKatakana, normalise } from "./normal";
import { meant, near, suggest, type Suggestion } from "./suggest";
import { marksIn, snippet, type Mark } from "./snippet";

export { DamageError } from "./bytes";
export type { Load } from "./collection";
export type { Card, Field } from "./files";
export type { Reason } from "./rank";
export type { Suggestion } from "./suggest";
export type { Mark } from "./snippet";

/** "ja" holds the occupations, "more" guides, licences and terms, "en" the occupations' English texts. */
export type CollectionName = "ja" | "more" | "en";

export interface Options {
  /** Which collection to search; "ja" when left out. */
  collection?: CollectionName;
  /** How many hits to give with all that is shown of them; 20 when left out. */
  limit?: number;
  /** How many hits of the best to leave out before those. */
  offset?: number;
  /** Narrows occupations by their number. */
  within?: (id: number) => boolean;
  /** Every word must stand in one of these parts at best, such as in a task rather than in the running text. */
  fields?: readonly Field[];
}

export interface Hit {
  kind: string;
  /** The number of an occupation, or the key of anything else. */
  id: string;
  /** Relative to the home page. */
  path: string;
  name: string;
  lead: string;
  score: number;
  /** Why it stands where it does, the best reason first. */
  reasons: Reason[];
  /** Words of the query that it lacks. */
  missing: string[];
  /** For snippet. */
  doc: number;
  collection: CollectionName;
}

export interface Result {
  /** How many documents were found. */
  total: number;
  hits: Hit[];
  /** The numbers of all occupations found, best first; empty for collections without numbers. */
  ids: number[];
  /** The words the query was cut into, and how each was understood. */
  words: { text: string; how: Unit["how"]; terms: string[]; not: boolean }[];
  /** Few documents have all of the words; those with most of them follow. */
  relaxed: boolean;
  /** The end of a very long query was not considered. */
  cut: boolean;
  /** Names near to what was asked, when nothing was found. */
  nearest: Suggestion[];
}

export interface Index {
  search(query: string, options?: Options): Promise<Result>;
  /** Names that begin with what is typed; of occupations and licences, or for "en" of occupations in English. */
  suggest(text: string, limit?: number, collection?: "ja" | "en"): Promise<Suggestion[]>;
  /** The piece of a hit's text that shows the words best, and where they are in it. */
  snippet(hit: Hit): Promise<{ text: string; marks: Mark[] } | undefined>;
  /** Where the words of a hit stand in one of its texts, such as its name or lead. */
  marks(text: string, hit: Hit): Mark[];
  /** What is shown of an occupation, by its number; undefined for one that the collection has not. */
  occupation(id: number, collection?: CollectionName): Promise<Card | undefined>;
}

/** Opens the index whose root is the named file. Files that it names are asked for by their names alone. */
export async function openIndex(load: Load, root: string): Promise<Index> {
  const first = new Collection("ja", readRoot(root, await load(root)), load);
  const others = new Map<string, Promise<Collection>>();
  const open = (name: CollectionName): Promise<Collection> => {
    if (name === "ja") return Promise.resolve(first);
    const known = others.get(name) ?? openOther(first, name, load);
    others.set(name, known);
    known.catch(() => others.delete(name));
    return known;
  };
  return {
    search: async (query, options = {}) => search(query, options, await open(options.collection ?? "ja"), first),
    suggest: async (text, limit = 8, name = "ja") => suggest(text, limit, await open(name)),
    snippet: async (hit) => snippet(hit.reasons.map((r) => r.word), await (await open(hit.collection)).passage(hit.doc)),
    marks: (text, hit) => marksIn(text, hit.reasons.map((r) => r.word)),
    occupation: async (id, name = "ja") => {
      const collection = await open(name);
      const doc = collection.docOf(id);
      return doc === undefined ? undefined : collection.card(doc);
    },
  };
}

async function openOther(first: Collection, name: string, load: Load): Promise<Collection> {
  const other = first.root.others.find((o) => o.collection === name);
  if (other === undefined) throw new Error(`the index has no collection ${name}`);
  const file = nameOf(name, "root", other.sum);
  return new Collection(name, readRoot(file, await load(file), other.sum), load);
}

async function search(source: string, options: Options, collection: Collection, first: Collection): Promise<Result> {
  const query = parse(source);
  const words: Result["words"] = [];
  const clauses: { found: Map<number, Found>; not: boolean }[] = [];
  for (const clause of query.clauses) {
    const found = await findClause(clause, query.clauses.length === 1, collection, words);
    if (found !== undefined) clauses.push({ found, not: clause.not });
  }
  const positive = clauses.filter((c) => !c.not).map((c) => c.found);
  let found = positive.length === 0 ? new Map<number, Found>() : positive.reduce(both);
  const relaxed = found.size < few && positive.length > 1;
  if (relaxed) found = withMost(positive, found);
  for (const { found: unwanted } of clauses.filter((c) => c.not)) for (const doc of unwanted.keys()) found.delete(doc);
  await addWholeName(query.clauses, found, collection);
  const { within, fields } = options;
  const all = ordered(found.values())
    .filter((f) => within === undefined || within(collection.root.ids[f.doc] ?? 0))
    .filter((f) => fields === undefined || f.reasons.every(({ field }) => fields.includes(field)));
  const { offset = 0, limit = 20 } = options;
  const hits = await Promise.all(all.slice(offset, offset + limit).map(async (f) => hitOf(f, await collection.card(f.doc), collection)));
  return {
    total: all.length,
    hits,
    ids: collection.root.ids.length === 0 ? [] : all.map((f) => collection.root.ids[f.doc] ?? 0),
    words,
    relaxed,
    cut: query.cut,
    nearest: all.length === 0 ? await nearest(query.clauses, collection.root.names.length > 0 ? collection : first) : [],
  };
}

/** What a clause finds; undefined when it asks for nothing. */
async function findClause(clause: Clause, alone: boolean, collection: Collection, words: Result["words"]): Promise<Map<number, Found> | undefined> {
  let found: Map<number, Found> | undefined;
  for (const alternative of clause.any) {
    const units = await cut(alternative.text, collection);
    if (units.length === 0) continue;
    if (!alone) for (const u of units) u.whole = false;
    for (const u of units) words.push({ text: u.text, how: u.how, terms: u.terms.map(({ term }) => term.key), not: clause.not });
    const own = await findAlternative(alternative, units, collection);
    found = found === undefined ? own : either(found, own);
  }
  return found;
}

async function findAlternative(alternative: Alternative, units: Unit[], collection: Collection): Promise<Map<number, Found>> {
  const found = evaluate(units, collection);
  if (found.size < few) addBehind(found, evaluate(units, collection, shares[1]));
  if (!alternative.phrase) return either(found, await misspelt(alternative.text, units, collection));
  const phrase = normalise(alternative.text).chars.join("");
  for (const [doc, f] of found) {
    const [only] = f.reasons;
    const asWritten = units.length === 1 && only !== undefined && only.how === "word" && only.field !== "synonym" && f.missing.length === 0;
    if (!asWritten && (f.missing.length > 0 || !(await holds(doc, phrase, collection)))) found.delete(doc);
  }
  return found;
}

/** Adds documents to others, behind all of them. */
function addBehind(found: Map<number, Found>, others: Map<number, Found>): void {
  const least = leastScore(found);
  for (const [doc, f] of others) if (!found.has(doc)) found.set(doc, { ...f, score: Math.min(f.score, least - 1) });
}

const leastScore = (found: Map<number, Found>): number => Math.min(...Array.from(found.values(), (f) => f.score), Infinity);

/** What a word is worth for a name that differs from it in a character. */
const nearWorth = 0.7;

/** Documents whose names may have been meant by a text that has parts which are no words. */
async function misspelt(text: string, units: Unit[], collection: Collection): Promise<Map<number, Found>> {
  const sure = units.every((u) => (u.how === "word" || u.how === "reading") && (u.text.length > 2 || !isKatakana(u.text[0] ?? "")));
  if (sure) return new Map();
  const names = (await meant(text, collection)).slice(0, 3);
  const terms = await Promise.all(names.map((n) => collection.term(n.key)));
  const near = terms.flatMap((term) => (term === undefined ? [] : [{ term, worth: nearWorth }]));
  return evaluate([{ text, terms: near, how: "near", whole: true }], collection);
}

async function holds(doc: number, phrase: string, collection: Collection): Promise<boolean> {
  const { name, lead } = await collection.card(doc);
  const text = [name, lead, await collection.passage(doc)].join("\n");
  return normalise(text).chars.join("").includes(phrase);
}

/** With fewer documents than this, those that lack a word follow. */
const few = 3;

/** Adds to the documents that all clauses find those that at least half of them find, behind. */
function withMost(clauses: Map<number, Found>[], found: Map<number, Found>): Map<number, Found> {
  const counts = new Map<number, number>();
  const out = new Map<number, Found>();
  for (const clause of clauses) {
    for (const [doc, found] of clause) {
      const known = out.get(doc);
      out.set(doc, known === undefined ? found : joined(known, found));
      counts.set(doc, (counts.get(doc) ?? 0) + 1);
    }
  }
  const least = leastScore(found);
  for (const [doc, f] of out) {
    const share = (counts.get(doc) ?? 0) / clauses.length;
    const lacking = clauses.filter((clause) => !clause.has(doc)).length;
    if (share < 0.5) out.delete(doc);
    else if (lacking > 0) out.set(doc, { ...f, score: Math.min(f.score * share * share, least - 1) });
  }
  return out;
}

/** Words that are written apart may be one name together. */
async function addWholeName(clauses: Clause[], found: Map<number, Found>, collection: Collection): Promise<void> {
  if (clauses.length < 2 || clauses.some((c) => c.not || c.any.length > 1)) return;
  const text = clauses.map((c) => c.any[0]?.text ?? "").join("");
  const units = await cut(text, collection);
  const [unit] = units;
  if (units.length !== 1 || unit?.whole !== true) return;
  for (const [doc, f] of evaluate(units, collection)) {
    const known = found.get(doc);
    if (known === undefined || f.score > known.score) found.set(doc, f);
  }
}

function hitOf(f: Found, card: Card, collection: Collection): Hit {
  const reasons = [...f.reasons].sort((a, b) => b.points + b.name - (a.points + a.name));
  const { kind, id, path, name, lead } = card;
  return { kind, id, path, name, lead, score: f.score, reasons, missing: f.missing, doc: f.doc, collection: collection.name as CollectionName };
}

/** Names that begin like the words asked for, or differ from them in little. */
async function nearest(clauses: Clause[], first: Collection): Promise<Suggestion[]> {
  const out: Suggestion[] = [];
  for (const clause of clauses) {
    for (const { text } of clause.not ? [] : clause.any) out.push(...(await near(text, first)));
  }
  return out.slice(0, 8);
}
