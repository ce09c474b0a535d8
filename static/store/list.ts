// My list: occupations in the person's own order, each with a note, kept under "list".

import { isRecord, read, write } from "./store";

const part = "list";

/** The most a list holds. */
export const listLimit = 200;

/** The longest note, in characters. */
export const noteLimit = 1000;

export interface Entry {
  readonly id: number;
  readonly note: string;
}

/** What is kept, or an empty list where nothing readable is. */
export function myList(): readonly Entry[] {
  return read(part, checkList) ?? [];
}

/** The entries of a value of unknown origin; undefined where it is no list of ours. */
export function checkList(value: unknown): readonly Entry[] | undefined {
  if (!isRecord(value) || value["version"] !== 1 || !Array.isArray(value["entries"])) return undefined;
  const entries: unknown[] = value["entries"];
  if (entries.length > listLimit) return undefined;
  const seen = new Set<number>();
  const checked: Entry[] = [];
  for (const entry of entries) {
    if (!isRecord(entry)) return undefined;
    const { id, note } = entry;
    if (typeof id !== "number" || !Number.isInteger(id) || id < 1 || seen.has(id)) return undefined;
    if (typeof note !== "string" || note.length > noteLimit) return undefined;
    seen.add(id);
    checked.push({ id, note });
  }
  return checked;
}

export function inMyList(id: number): boolean {
  return myList().some((entry) => entry.id === id);
}

/** Puts an occupation at the end. False where the list is full or the browser keeps nothing. */
export function addToList(id: number): boolean {
  const entries = myList();
  if (entries.some((entry) => entry.id === id)) return true;
  return entries.length < listLimit && keep([...entries, { id, note: "" }]);
}

export function removeFromList(id: number): boolean {
  return keep(myList().filter((entry) => entry.id !== id));
}

/** Moves an entry by so many places, as far as the list goes. */
export function moveInList(id: number, by: number): boolean {
  const entries = [...myList()];
  const from = entries.findIndex((entry) => entry.id === id);
  const [moved] = entries.splice(from, from < 0 ? 0 : 1);
  if (!moved) return false;
  entries.splice(Math.max(0, Math.min(entries.length, from + by)), 0, moved);
  return keep(entries);
}

/** Writes the note of an entry, as long as notes may be. */
export function noteInList(id: number, note: string): boolean {
  return keep(myList().map((entry) => (entry.id === id ? { id, note: note.slice(0, noteLimit) } : entry)));
}

function keep(entries: readonly Entry[]): boolean {
  return write(part, entries.length > 0 ? { version: 1, entries } : undefined);
}
