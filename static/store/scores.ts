// Scores that a person has from an inventory taken elsewhere, kept under "scores".

import type { InventoryDomain } from "../scoring/scoring";
import { isRecord, read, write } from "./store";

const part = "scores";

/** One score for each area, on a scale from minimum to maximum. */
export interface Scores {
  readonly minimum: number;
  readonly maximum: number;
  readonly scores: readonly number[];
}

/** Areas by domain. */
export const areaCounts: Readonly<Record<InventoryDomain, number>> = { interests: 6, values: 11 };

export function keptScores(domain: InventoryDomain): Scores | undefined {
  return all()[domain];
}

/** Keeps the scores of a domain. Tells whether the browser kept them. */
export function keepScores(domain: InventoryDomain, scores: Scores): boolean {
  return write(part, { version: 1, ...all(), [domain]: scores });
}

function all(): Partial<Record<InventoryDomain, Scores>> {
  return (
    read(part, (value) => {
      if (!isRecord(value) || value["version"] !== 1) return undefined;
      const found: Partial<Record<InventoryDomain, Scores>> = {};
      for (const domain of ["interests", "values"] as const) {
        const scores = check(value[domain], areaCounts[domain]);
        if (scores) found[domain] = scores;
      }
      return found;
    }) ?? {}
  );
}

function check(value: unknown, areas: number): Scores | undefined {
  if (!isRecord(value)) return undefined;
  const { minimum, maximum, scores } = value;
  if (!isNumber(minimum) || !isNumber(maximum) || minimum >= maximum || !Array.isArray(scores) || scores.length !== areas) return undefined;
  return scores.every((x): x is number => isNumber(x) && x >= minimum && x <= maximum) ? { minimum, maximum, scores } : undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
