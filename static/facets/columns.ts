// The figures by which the list can be sorted and that a table can show: pay, age, hours, openings, offers, and every
// item of the profile.

import { groupFigure, payOf, type Model } from "./model";

/** The columns beside the items of the profile, with the digits after the point. */
export const statistics = { pay: 1, age: 1, hours: 0, overtime: 0, ratio: 2, monthly: 1, hourly: 0 } as const;

/** A column: its figures by place of the occupation, NaN where missing. */
export interface Column {
  readonly key: string;
  readonly figures: Float64Array;
  /** Digits after the point. */
  readonly digits: number;
}

/**
 * The column of a key: a statistic, or an item as "skills.reading". Pay and monthly offers are in ten thousand yen, as
 * people speak of them, hourly offers in yen. Items have as many digits as are sure, for figures are kept in a byte each.
 * Undefined for any other key.
 */
export function column(model: Model, key: string, place: number): Column | undefined {
  const { facts } = model;
  const make = (figure: (i: number) => number, digits: number): Column => ({
    key, digits, figures: Float64Array.from(facts.occupations, (_, i) => figure(i)),
  });
  const wage = (i: number): Model["facts"]["wageClasses"][number] | undefined => facts.wageClasses[facts.occupations[i]!.wageClass];
  switch (key) {
    case "pay":
      return make((i) => payOf(facts, i) / 10, statistics.pay);
    case "age":
    case "hours":
    case "overtime":
      return make((i) => wage(i)?.[key] ?? NaN, statistics[key]);
    case "ratio":
      return make((i) => groupFigure(facts, i, "ratios", place) / 100, statistics.ratio);
    case "monthly":
      return make((i) => groupFigure(facts, i, "monthly", place) / 10, statistics.monthly);
    case "hourly":
      return make((i) => groupFigure(facts, i, "hourly", place), statistics.hourly);
  }
  const [domainKey, itemKey] = key.split(".");
  const domain = facts.domains.find((d) => d.key === domainKey);
  const item = domain?.items.findIndex((i) => i.key === itemKey) ?? -1;
  return domain && item >= 0 ? make((i) => model.figure(domain.key, item, i), domain.items[item]!.maximum === 1 ? 2 : 1) : undefined;
}

/** Occupations in the order of a column; those without a figure last, ties in the order in which they came. */
export function sorted(occupations: readonly number[], figures: Float64Array, highestFirst: boolean): number[] {
  return [...occupations].sort((a, b) => {
    const x = figures[a]!;
    const y = figures[b]!;
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return highestFirst ? y - x : x - y;
  });
}

/** The figure as it is shown; "" where it is missing. */
export function shown({ figures, digits }: Column, occupation: number): string {
  const figure = figures[occupation]!;
  return Number.isNaN(figure) ? "" : figure.toFixed(digits);
}
