// What the files of the index hold, as values.

import { Reader } from "./bytes";

/** One entry of the vocabulary. */
export interface Term {
  key: string;
  /** idf in sixteenths; 0 without documents. */
  importance: number;
  docs: number[];
  /** For each document: field × 32 + impact, see Field. */
  codes: number[];
  /** Documents that are called this, with how much it is their name, 1 to 15. */
  exact: Map<number, number>;
  /** Keys of the words that are read like this. */
  readings: string[];
}

/** The parts of a document, in the numbers that postings use. */
export const fields = ["body", "tag", "licence", "task", "summary", "synonym", "alias", "title"] as const;
export type Field = (typeof fields)[number];

export interface Bound {
  first: string;
  sum: number;
}

export interface Root {
  language: string;
  documents: number;
  blockSize: number;
  perPassage: number;
  ids: number[];
  vocabulary: Bound[];
  names: Bound[];
  blocks: number[];
  others: { collection: string; sum: number }[];
}

export function readRoot(file: string, data: Uint8Array, sum?: number): Root {
  const r = Reader.open(file, data, "SAr1", sum);
  const language = r.text();
  const documents = r.number();
  const blockSize = r.number();
  const perPassage = r.number();
  const ids = list(r, () => r.number());
  const vocabulary = bounds(r);
  const names = bounds(r);
  const blocks = list(r, () => r.u32());
  const others = list(r, () => ({ collection: r.text(), sum: r.u32() }));
  r.done();
  if (blockSize === 0 || perPassage === 0 || blocks.length !== Math.ceil(documents / blockSize)) r.fail("its blocks do not fit its documents");
  if (ids.length !== 0 && ids.length !== documents) r.fail("its ids do not fit its documents");
  return { language, documents, blockSize, perPassage, ids, vocabulary, names, blocks, others };
}

function list<T>(r: Reader, item: () => T): T[] {
  const out: T[] = [];
  for (let n = r.count(); n > 0; n--) out.push(item());
  return out;
}

function bounds(r: Reader): Bound[] {
  const count = r.number();
  const firsts = r.text().split("\x1f");
  if (count === 0) return [];
  if (firsts.length !== count) r.fail("its bounds do not fit their number");
  return firsts.map((first) => ({ first, sum: r.u32() }));
}

export function readTerms(file: string, data: Uint8Array, sum: number, documents: number): Map<string, Term> {
  const r = Reader.open(file, data, "SAv1", sum);
  const terms: Term[] = [];
  const keys = sharedKeys(r);
  const shapes = keys.map(() => {
    const shape = { postings: r.number(), exact: r.number(), readings: r.number(), importance: 0 };
    if (shape.postings > 0) shape.importance = r.number();
    return shape;
  });
  const ascending = (count: number): number[] => {
    const docs: number[] = [];
    for (let i = 0, doc = 0; i < count; i++) {
      doc += r.number();
      if (doc >= documents) r.fail("names a document that is not there");
      docs.push(doc);
    }
    return docs;
  };
  keys.forEach((key, i) => {
    const { postings = 0, importance = 0 } = shapes[i] ?? {};
    terms.push({ key, importance, docs: ascending(postings), codes: [], exact: new Map(), readings: [] });
  });
  for (const t of terms) t.codes = t.docs.map(() => r.byte());
  const called = shapes.map((shape) => ascending(shape.exact));
  terms.forEach((t, i) => called[i]?.forEach((doc) => t.exact.set(doc, r.byte())));
  terms.forEach((t, i) => {
    for (let n = shapes[i]?.readings ?? 0; n > 0; n--) t.readings.push(r.text());
  });
  r.done();
  return new Map(terms.map((t) => [t.key, t]));
}

/** Keys in order, each as the bytes it shares with the one before and the rest. */
function sharedKeys(r: Reader): string[] {
  const keys: string[] = [];
  let previous = new Uint8Array();
  for (let n = r.count(); n > 0; n--) {
    previous = sharedKey(r, previous);
    keys.push(r.utf8(previous));
  }
  return keys;
}

function sharedKey(r: Reader, previous: Uint8Array): Uint8Array<ArrayBuffer> {
  const shared = r.number();
  const rest = r.bytes();
  if (shared > previous.length) r.fail("a key shares more than there is");
  const key = new Uint8Array(shared + rest.length);
  key.set(previous.subarray(0, shared));
  key.set(rest, shared);
  return key;
}

/** What is shown of a document. */
export interface Card {
  kind: string;
  id: string;
  /** Relative to the home page. */
  path: string;
  name: string;
  lead: string;
  /** Checksum of the file with its passage; 0 when it has none. */
  passage: number;
}

export function readBlock(file: string, data: Uint8Array, sum: number): { first: number; cards: Card[] } {
  const r = Reader.open(file, data, "SAb1", sum);
  const first = r.number();
  const cards = list(r, () => ({ kind: r.text(), id: r.text(), path: r.text(), name: r.text(), lead: r.text(), passage: r.u32() }));
  r.done();
  return { first, cards };
}

/** Something to suggest. */
export interface Name {
  key: string;
  text: string;
  kind: string;
  rank: number;
  /** Of an occupation; otherwise −1. */
  doc: number;
}

export function readNames(file: string, data: Uint8Array, sum: number): Name[] {
  const r = Reader.open(file, data, "SAn1", sum);
  const names: Name[] = [];
  let previous = new Uint8Array();
  for (let n = r.count(); n > 0; n--) {
    previous = sharedKey(r, previous);
    const name = { key: r.utf8(previous), text: r.text(), kind: r.text(), rank: r.byte(), doc: -1 };
    if (name.kind === "occupation") name.doc = r.number();
    names.push(name);
  }
  r.done();
  return names;
}

export function readPassages(file: string, data: Uint8Array, sum: number): string[] {
  const r = Reader.open(file, data, "SAp1", sum);
  const texts: string[] = [];
  while (r.more()) texts.push(r.text());
  return texts;
}
