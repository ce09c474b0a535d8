// The points given to the nine elements of the portable skills, kept under "portable".

import { isRecord, read, write } from "./store";

export const elementCount = 9;
export const pointTotal = 29;

/** What is kept: nine whole numbers of 1 or more, 29 in all at most. */
export function keptPoints(): readonly number[] | undefined {
  return read("portable", (value) => {
    if (!isRecord(value) || value["version"] !== 1) return undefined;
    const points: unknown = value["points"];
    if (!Array.isArray(points) || points.length !== elementCount || !points.every(isPoint)) return undefined;
    return sum(points) <= pointTotal ? points : undefined;
  });
}

export function keepPoints(points: readonly number[]): boolean {
  return write("portable", { version: 1, points });
}

export function sum(points: readonly number[]): number {
  return points.reduce((total, p) => total + p, 0);
}

function isPoint(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1;
}
