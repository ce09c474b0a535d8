// What a person has chosen for combining results, kept under "match".

import { isRecord, read, write } from "./store";

const part = "match";

export interface Match {
  readonly version: 1;
  /** Weights 1 to 3 by key of the kept result; 0 for one that does not count. */
  readonly weights: Readonly<Record<string, number>>;
  /** A key of Facts.licences, "-" for occupations that need none, "" for any. */
  readonly licence: string;
  /** Ten thousand yen a year at least; null for any. */
  readonly pay: number | null;
  /** Openings for each seeker at least; null for any. */
  readonly ratio: number | null;
  /** A place of Facts.places. */
  readonly place: number;
  /** Keys of natures. */
  readonly avoid: readonly string[];
}

export function keptMatch(): Match | undefined {
  return read(part, (value) => {
    if (!isRecord(value) || value["version"] !== 1) return undefined;
    const { weights, licence, pay, ratio, place, avoid } = value;
    if (!isRecord(weights) || typeof licence !== "string" || !isBound(pay) || !isBound(ratio)) return undefined;
    if (typeof place !== "number" || !Number.isInteger(place) || place < 0) return undefined;
    if (!Array.isArray(avoid) || !avoid.every((key): key is string => typeof key === "string")) return undefined;
    const known: Record<string, number> = {};
    for (const [key, weight] of Object.entries(weights)) {
      if (typeof weight === "number" && [0, 1, 2, 3].includes(weight)) known[key] = weight;
    }
    return { version: 1, weights: known, licence, pay, ratio, place, avoid };
  });
}

function isBound(value: unknown): value is number | null {
  return value === null || (typeof value === "number" && Number.isFinite(value) && value >= 0);
}

export function keepMatch(match: Match): boolean {
  return write(part, match);
}
