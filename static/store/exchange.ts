// Everything kept as one file, and back. A file is read whole before anything kept is touched: one that is not ours, is
// damaged or too large is refused with the reason, and what was there before stays.

import { checkList } from "./list";
import { isRecord, readAll, write } from "./store";

const format = "shigoto-atlas";
const version = 1;

/** The largest file that is read, in bytes. */
export const fileLimit = 1_000_000;

/** The longest list of numbers or texts in a part that has no check of its own here. */
const longest = 2000;

export type FileFault = "too-large" | "not-json" | "not-ours" | "newer" | "damaged" | "not-kept";

/** The parts of a file, or why it is refused; for "damaged" the name of the part. */
export type FileContent =
  | { readonly state: "accepted"; readonly parts: ReadonlyMap<string, unknown> }
  | { readonly state: "refused"; readonly fault: FileFault; readonly part?: string };

/** Everything kept, as the text of a file. The schema lies at schemas/kept-1.schema.json. */
export function fileOfAll(): string {
  return JSON.stringify({ format, version, saved: new Date().toISOString(), kept: readAll() }, null, 1);
}

export function readFile(text: string): FileContent {
  if (text.length > fileLimit) return { state: "refused", fault: "too-large" };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { state: "refused", fault: "not-json" };
  }
  if (!isRecord(value) || value["format"] !== format || !isRecord(value["kept"])) return { state: "refused", fault: "not-ours" };
  if (value["version"] !== version) return { state: "refused", fault: typeof value["version"] === "number" && value["version"] > version ? "newer" : "not-ours" };
  const parts = new Map<string, unknown>();
  for (const [part, kept] of Object.entries(value["kept"])) {
    if (!fits(part, kept)) return { state: "refused", fault: "damaged", part };
    parts.set(part, kept);
  }
  return { state: "accepted", parts };
}

/** Whether a part is sound. Its tool checks it once more when it reads it, and forgets what it does not understand. */
function fits(part: string, value: unknown): boolean {
  if (!/^[a-z][a-z-]{0,30}$/.test(part)) return false;
  return part === "list" ? checkList(value) !== undefined : plainData(value, 0);
}

/** Numbers, short texts, and lists and records of them. */
function plainData(value: unknown, depth: number): boolean {
  if (depth > 6) return false;
  if (Array.isArray(value)) return value.length <= longest && value.every((entry) => plainData(entry, depth + 1));
  if (isRecord(value)) {
    const entries = Object.entries(value);
    return entries.length <= longest && entries.every(([key, entry]) => key !== "__proto__" && plainData(entry, depth + 1));
  }
  return value === null || typeof value === "boolean" || typeof value === "number" || (typeof value === "string" && value.length <= longest);
}

/** Replaces the parts of a file in what is kept; parts the file does not have stay. All or nothing. */
export function keepFile(parts: ReadonlyMap<string, unknown>): boolean {
  const before = readAll();
  for (const [part, value] of parts) {
    if (write(part, value)) continue;
    for (const [other] of parts) write(other, before[other]);
    return false;
  }
  return true;
}
