// A list as the end of an address: the numbers of its occupations, without notes. Whoever opens it sees it and decides.

import { listLimit } from "./list";

const name = "list=";

/** The longest end of an address that is read. */
const longest = 2000;

/** The part of an address after #, for these occupations. */
export function fragmentOf(ids: readonly number[]): string {
  return name + ids.join(".");
}

/** The occupations of the end of an address; undefined where it is no list, "refused" where it is none that can be. */
export function listIn(hash: string): readonly number[] | "refused" | undefined {
  const text = hash.replace(/^#/, "");
  if (!text.startsWith(name)) return undefined;
  const pieces = text.slice(name.length).split(".");
  if (text.length > longest || pieces.length > listLimit || !pieces.every((p) => /^[1-9]\d{0,6}$/.test(p))) return "refused";
  return [...new Set(pieces.map(Number))];
}
