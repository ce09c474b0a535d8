// Which documents a query finds, and in which order. Everything is counted in whole numbers or simple fractions of
// them, so that every machine gives the same order.

import type { Collection } from "./collection";
import type { Unit } from "./cut";
import { fields, type Field, type Term } from "./files";

/** What one word of the query earned a document. */
export interface Reason {
  /** The word as it was typed. */
  word: string;
  /** The entry of the vocabulary that was found. */
  term: string;
  /** Where it stands at best. */
  field: Field;
  points: number;
  /** Points for being a whole name of the document. */
  name: number;
  how: Unit["how"];
}

export interface Found {
  doc: number;
  score: number;
  reasons: Reason[];
  /** Words of the query that it lacks. */
  missing: string[];
}

/** Points for a name by its rank (1–15), when it is all of an alternative and when it is a part of it. */
const wholeNamePoints = 160;
const partNamePoints = 12;
/** The share of a sentence's weight that a document should hold, and the least, where no document holds as much. */
export const shares = [0.55, 0.25] as const;

/** What each document earns from the words of one alternative. */
export function evaluate(units: readonly Unit[], collection: Collection, enough: number = shares[0]): Map<number, Found> {
  const out = new Map<number, Found>();
  const common = collection.root.documents / 2;
  const telling = units.filter((u) => u.how === "unknown" || u.terms.some(({ term }) => term.docs.length <= common || term.exact.size > 0));
  const counted = telling.length > 0 ? telling : units;
  const all = counted.reduce((sum, u) => sum + weight(u), 0);
  const held = new Map<number, number>();
  for (const unit of units) {
    for (const [doc, reason] of earned(unit)) {
      const found = out.get(doc) ?? { doc, score: 0, reasons: [], missing: [] };
      out.set(doc, found);
      found.reasons.push(reason);
      found.score += reason.points + reason.name;
      if (counted.includes(unit)) held.set(doc, (held.get(doc) ?? 0) + weight(unit));
    }
  }
  for (const found of out.values()) {
    const share = (held.get(found.doc) ?? 0) / all;
    if (share < enough) out.delete(found.doc);
    found.score *= share;
    found.missing = counted.filter((u) => !found.reasons.some((r) => r.word === u.text)).map((u) => u.text);
  }
  return out;
}

/** How much a word tells: the importance of its rarest entry. */
function weight(unit: Unit): number {
  return Math.max(16, ...unit.terms.map(({ term }) => term.importance));
}

function earned(unit: Unit): Map<number, Reason> {
  const out = new Map<number, Reason>();
  const pairs = new Map<number, number>();
  for (const { term, worth } of unit.terms) {
    for (const [doc, reason] of points(unit, term, worth)) {
      pairs.set(doc, (pairs.get(doc) ?? 0) + 1);
      const known = out.get(doc);
      if (known === undefined) out.set(doc, reason);
      else if (unit.how === "pairs") known.points += reason.points;
      else if (reason.points + reason.name > known.points + known.name) out.set(doc, reason);
    }
  }
  if (unit.how === "pairs") {
    for (const [doc, n] of pairs) if (n * 5 < unit.terms.length * 3) out.delete(doc);
  }
  return out;
}

function points(unit: Unit, term: Term, worth: number): Map<number, Reason> {
  const out = new Map<number, Reason>();
  const reason = { word: unit.text, term: term.key, name: 0, how: unit.how };
  term.docs.forEach((doc, i) => {
    const code = term.codes[i] ?? 0;
    out.set(doc, { ...reason, field: fields[code >> 5] ?? "body", points: Math.round(worth * term.importance * (code & 31)) });
  });
  if (unit.how === "pairs") return out;
  const each = unit.whole ? wholeNamePoints : partNamePoints;
  for (const [doc, rank] of term.exact) {
    const known = out.get(doc) ?? { ...reason, field: "alias", points: 0 };
    out.set(doc, { ...known, name: Math.round(worth * rank * each) });
  }
  return out;
}

/** Documents that are in both; points add up. */
export function both(a: Map<number, Found>, b: Map<number, Found>): Map<number, Found> {
  const out = new Map<number, Found>();
  for (const [doc, x] of a) {
    const y = b.get(doc);
    if (y !== undefined) out.set(doc, joined(x, y));
  }
  return out;
}

/** Documents that are in either; of those in both, the better counts. */
export function either(a: Map<number, Found>, b: Map<number, Found>): Map<number, Found> {
  const out = new Map(a);
  for (const [doc, y] of b) {
    const x = out.get(doc);
    if (x === undefined || y.score > x.score) out.set(doc, y);
  }
  return out;
}

export function joined(x: Found, y: Found): Found {
  return { doc: x.doc, score: x.score + y.score, reasons: [...x.reasons, ...y.reasons], missing: [...x.missing, ...y.missing] };
}

/** Best first; of equals the earlier document. */
export function ordered(found: Iterable<Found>): Found[] {
  return Array.from(found).sort((a, b) => b.score - a.score || a.doc - b.doc);
}
