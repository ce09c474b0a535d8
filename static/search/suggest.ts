// What is offered while typing, and near names when nothing is found.

import type { Collection } from "./collection";
import type { Name } from "./files";
import { isWord, keyOf, normalise } from "./normal";

export interface Suggestion {
  text: string;
  /** "occupation" or "licence". */
  kind: string;
  /** The number of an occupation. */
  id?: number;
}

/** Names that begin with what is typed, as they are written or read; whole ones first, then by how much they are names. */
export async function suggest(text: string, limit: number, collection: Collection): Promise<Suggestion[]> {
  const key = keyOf(normalise(text.slice(0, 60)).chars.filter(isWord));
  if (key === "") return [];
  const names = (await collection.names(key)).filter((n) => n.key.startsWith(key));
  names.sort((a, b) => Number(b.key === key) - Number(a.key === key) || b.rank - a.rank || a.key.length - b.key.length);
  return distinct(names, collection).slice(0, limit);
}

/** Names that a text may have been meant for: those that differ from it in a character, or two when it is long. */
export async function meant(text: string, collection: Collection): Promise<Name[]> {
  const key = keyOf(normalise(text.slice(0, 60)).chars.filter(isWord));
  if (key.length < 4) return [];
  const allowed = key.length < 7 ? 1 : 2;
  const close = (await collection.names(key)).map((name) => ({ name, distance: distance(key, name.key, allowed) }));
  return close
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance || b.name.rank - a.name.rank)
    .map(({ name }) => name);
}

/** Names near to a text that finds nothing: those it may have been meant for, or those that begin as it does. */
export async function near(text: string, collection: Collection): Promise<Suggestion[]> {
  const close = await meant(text, collection);
  if (close.length > 0) return distinct(close, collection);
  const characters = Array.from(text);
  for (let length = characters.length - 1; length > 0; length--) {
    const names = await suggest(characters.slice(0, length).join(""), 8, collection);
    if (names.length > 0) return names;
  }
  return [];
}

function distinct(names: Name[], collection: Collection): Suggestion[] {
  const out: Suggestion[] = [];
  const seen = new Set<string>();
  for (const { text, kind, doc } of names) {
    if (seen.has(`${kind} ${text}`)) continue;
    seen.add(`${kind} ${text}`);
    const id = collection.root.ids[doc];
    out.push(id === undefined ? { text, kind } : { text, kind, id });
  }
  return out;
}

/** How many characters must be put in, left out or changed to make one text of another; more than most counts as most + 1. */
function distance(a: string, b: string, most: number): number {
  const as = Array.from(a);
  const bs = Array.from(b);
  if (Math.abs(as.length - bs.length) > most) return most + 1;
  let row = Array.from({ length: bs.length + 1 }, (_, i) => i);
  for (let i = 1; i <= as.length; i++) {
    const next = [i];
    for (let j = 1; j <= bs.length; j++) {
      const changed = (row[j - 1] ?? 0) + (as[i - 1] === bs[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(row[bs.length] ?? 0, most + 1);
}
