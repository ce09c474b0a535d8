// The ways in as sets of occupations: which a value lets through, how ways combine, and how many would be found with
// any further value. Pure: no page, no network.
//
// What holds always:
//   - Ways combine by AND. The values of a way are alternatives (OR); of the four ways that ask for items of the
//     profile, the values of one item are, and different items are conditions of their own.
//   - An occupation without the figure that a condition asks for is not found, and is counted as missing. It is never
//     taken for zero or for the mean.
//   - "High" is the upper third of the occupations that have the figure, "low" the lower third; so each item is
//     compared over occupations, as scales differ from item to item. Ties at the border belong to the third.
//
// It does not search for words: the occupations that the words find come in as a set.

import type { Facts } from "../data/facts";
import type { DomainKey } from "../data/vectors";
import { Bits } from "./bits";
import { facetKeys, type Choice, type FacetKey } from "./choice";

/** The figure of an item in an occupation, by place in the facts; NaN where it is missing. */
type Figure = (domain: DomainKey, item: number, occupation: number) => number;

/** A way in. */
interface Facet {
  /** The occupations that a value lets through; undefined for a value that the way does not know. */
  readonly find: (value: string, place: number) => Bits | undefined;
  /** Values of equal group are alternatives, different groups are conditions of their own. */
  readonly group: (value: string) => string;
  /** The occupations that have the figure which a group asks for; without it the way asks for no figure. */
  readonly known?: (group: string, place: number) => Bits;
}

export interface Model {
  readonly facts: Facts;
  readonly figure: Figure;
  readonly facets: ReadonlyMap<FacetKey, Facet>;
}

/** A condition is what the chosen values of one group of a way ask for. */
interface Condition {
  readonly key: FacetKey;
  readonly group: string;
  readonly found: Bits;
  readonly known: Bits | undefined;
}

/** Occupations left out because they lack a figure. */
export interface Missing {
  readonly key: FacetKey;
  readonly group: string;
  readonly count: number;
}

export interface Selection {
  readonly found: Bits;
  /** How many are found if the value is chosen too, all else being as it is; alternatives of its group set aside. */
  readonly count: (key: FacetKey, value: string) => number;
  /** Of each condition on a figure that leaves some out, how many it does. */
  readonly missing: readonly Missing[];
}

/** A value of the way licence: the law asks for none. */
export const noLicence = "-";

/** A share of answers from which a schooling or a form of employment counts as usual: two of ten. */
const usualShare = 0.2;

export function newModel(facts: Facts, figure: Figure): Model {
  const size = facts.occupations.length;
  const facets = new Map<FacetKey, Facet>([
    ["field", listed(size, facts.fields, (i) => [facts.occupations[i]!.field])],
    ["theme", listed(size, facts.themes, (i) => facts.occupations[i]!.themes)],
    ["industry", listed(size, facts.industries, (i) => facts.occupations[i]!.industries)],
    ["town", listed(size, facts.town, (i) => facts.occupations[i]!.town)],
    ["licence", licence(facts)],
    ["add", listed(size, facts.licences, (i) => facts.occupations[i]!.licences)],
    ["jsoc", coded(size, facts.jsoc, (i) => facts.occupations[i]!.jsoc)],
    ["mhlw", coded(size, facts.mhlw, (i) => facts.occupations[i]!.mhlw)],
    ["pay", ranged(size, (i) => payOf(facts, i) / 10)],
    ["monthly", ranged(size, (i, place) => groupFigure(facts, i, "monthly", place) / 10)],
    ["hourly", ranged(size, (i, place) => groupFigure(facts, i, "hourly", place))],
    ["ratio", ranged(size, (i, place) => groupFigure(facts, i, "ratios", place) / 100)],
  ]);
  for (const [key, domain] of [["skill", "skills"], ["knowledge", "knowledge"], ["nature", "natures"], ["activity", "activities"]] as const) {
    facets.set(key, items(facts, figure, domain));
  }
  for (const key of ["education", "employment"] as const) facets.set(key, usual(facts, figure, key));
  return { facts, figure, facets };
}

/** Thousand yen a year of an occupation's wage class. */
export function payOf(facts: Facts, i: number): number {
  return facts.wageClasses[facts.occupations[i]!.wageClass]?.annualPay ?? NaN;
}

/** A figure of an occupation's group in the job-placement statistics, as it stands in the facts. */
export function groupFigure(facts: Facts, i: number, list: "ratios" | "monthly" | "hourly", place: number): number {
  return facts.groups[facts.occupations[i]!.group]?.[list][place] ?? NaN;
}

const together = (): string => "";

/** Keeps what a function made of a value; only of values that are known, for those of an address are endless. */
function remembered(make: (value: string) => Bits | undefined): (value: string) => Bits | undefined {
  const made = new Map<string, Bits>();
  return (value) => {
    const known = made.get(value);
    if (known) return known;
    const fresh = make(value);
    if (fresh) made.set(value, fresh);
    return fresh;
  };
}

/** A way whose values are the keys of a list, to which occupations refer by place. */
function listed(size: number, list: readonly { readonly key: string }[], places: (i: number) => readonly number[]): Facet {
  const find = remembered((value) => {
    const place = list.findIndex(({ key }) => key === value);
    return place < 0 ? undefined : Bits.where(size, (i) => places(i).includes(place));
  });
  return { find, group: together };
}

/** A way whose values are classes: an occupation is in a class if one of its codes begins with that of the class. */
function coded(size: number, list: readonly { readonly key: string }[], codes: (i: number) => readonly string[] | null): Facet {
  const find = remembered((value) =>
    list.some(({ key }) => key === value) ? Bits.where(size, (i) => (codes(i) ?? []).some((code) => code.startsWith(value))) : undefined,
  );
  return { find, group: together };
}

/** Occupations to which a licence belongs, or for which the law asks for none. */
function licence(facts: Facts): Facet {
  const { occupations, licences } = facts;
  const ofLicence = listed(occupations.length, licences, (i) => occupations[i]!.licences);
  const free = Bits.where(occupations.length, (i) => occupations[i]!.required.length === 0);
  return { find: (value, place) => (value === noLicence ? free : ofLicence.find(value, place)), group: together };
}

/** A way whose values are ranges of a figure with both ends within: "300-500", "300-" or "-500". */
function ranged(size: number, figure: (i: number, place: number) => number): Facet {
  return {
    find: (value, place) => {
      const range = parseRange(value);
      if (!range) return undefined;
      return Bits.where(size, (i) => figure(i, place) >= range.from && figure(i, place) <= range.to);
    },
    group: together,
    known: (_, place) => Bits.where(size, (i) => !Number.isNaN(figure(i, place))),
  };
}

/** The ends of a range such as "0.5-2"; undefined for anything else. */
export function parseRange(value: string): { from: number; to: number } | undefined {
  const parts = /^(\d{1,6}(?:\.\d{1,2})?)?-(\d{1,6}(?:\.\d{1,2})?)?$/.exec(value);
  if (!parts || value === "-") return undefined;
  return { from: parts[1] ? Number(parts[1]) : -Infinity, to: parts[2] ? Number(parts[2]) : Infinity };
}

/** A way whose values are forms of schooling or of employment: usual where two of ten who answered named it. */
function usual(facts: Facts, figure: Figure, domain: DomainKey): Facet {
  const size = facts.occupations.length;
  const find = remembered((value) => {
    const item = itemsOf(facts, domain).findIndex((i) => i.key === value);
    return item < 0 ? undefined : Bits.where(size, (i) => figure(domain, item, i) >= usualShare - rounding(0, 1));
  });
  return { find, group: together, known: () => Bits.where(size, (i) => !Number.isNaN(figure(domain, 0, i))) };
}

/** What figures may have lost by being kept in a byte each. A figure so near to a border counts as having reached it. */
function rounding(minimum: number, maximum: number): number {
  return (maximum - minimum) / (2 * 254);
}

function itemsOf(facts: Facts, domain: DomainKey): Facts["domains"][number]["items"] {
  return facts.domains.find(({ key }) => key === domain)?.items ?? [];
}

/**
 * A way whose values ask something of an item: "item:mode" with the mode
 *   - high, to be used, wanted or good at: in the upper third;
 *   - less, rather not: not in the upper third;
 *   - low, not at all: in the lower third;
 *   - a whole number: the level at least.
 */
function items(facts: Facts, figure: Figure, domain: DomainKey): Facet {
  const size = facts.occupations.length;
  const find = remembered((value) => {
    const [key, mode] = split(value);
    const place = itemsOf(facts, domain).findIndex((i) => i.key === key);
    const item = itemsOf(facts, domain)[place];
    if (!item) return undefined;
    const figures = Float64Array.from({ length: size }, (_, i) => figure(domain, place, i));
    const holds = test(mode, figures, rounding(item.minimum, item.maximum));
    return holds && Bits.where(size, (i) => holds(figures[i]!));
  });
  const known = remembered((group) => {
    const item = itemsOf(facts, domain).findIndex((i) => i.key === group);
    return Bits.where(size, (i) => !Number.isNaN(figure(domain, item, i)));
  });
  return { find, group: (value) => split(value)[0], known: (group) => known(group) ?? new Bits(size) };
}

/** The item and the mode of a value. */
export function split(value: string): [item: string, mode: string] {
  const at = value.lastIndexOf(":");
  return at < 0 ? [value, ""] : [value.slice(0, at), value.slice(at + 1)];
}

/** What a mode asks of a figure; no comparison holds for a missing one. */
function test(mode: string, figures: Float64Array, loss: number): ((figure: number) => boolean) | undefined {
  const { lower, upper } = thirds(figures);
  switch (mode) {
    case "high":
      return (x) => x >= upper && x > lower;
    case "less":
      return (x) => x < upper || x <= lower;
    case "low":
      return (x) => x <= lower;
  }
  return /^\d$/.test(mode) ? (x) => x >= Number(mode) - loss : undefined;
}

/** The highest figure of the lower third and the lowest of the upper third; NaN where there are none. */
function thirds(figures: Float64Array): { lower: number; upper: number } {
  const sorted = figures.filter((x) => !Number.isNaN(x)).sort();
  const third = Math.ceil(sorted.length / 3);
  return { lower: sorted[third - 1] ?? NaN, upper: sorted[sorted.length - third] ?? NaN };
}

/** Finds what a choice asks for among the occupations of a set, such as those that the words find. */
export function select(model: Model, choice: Choice, place: number, within: Bits): Selection {
  const conditions = conditionsOf(model, choice, place);
  /** What all conditions but those of a group find. */
  const others = (key: FacetKey, group: string): Bits => {
    let rest = within;
    for (const c of conditions) if (c.group !== group || oneWay(c.key) !== oneWay(key)) rest = rest.and(c.found);
    return rest;
  };
  const rests = new Map<string, Bits>();
  const restOf = (key: FacetKey, group: string): Bits => {
    const name = `${key} ${group}`;
    const rest = rests.get(name) ?? others(key, group);
    rests.set(name, rest);
    return rest;
  };
  const had = union(model, "licence", choice.get("licence") ?? [], place);
  return {
    found: conditions.reduce((found, c) => found.and(c.found), within),
    count: (key, value) => {
      const facet = model.facets.get(key)!;
      const own = facet.find(value, place);
      if (!own) return 0;
      return restOf(key, facet.group(value)).countAnd(key === "add" ? own.without(had) : own);
    },
    missing: conditions.flatMap(({ key, group, known }) => {
      const count = known ? restOf(key, group).without(known).count() : 0;
      return count > 0 ? [{ key, group, count }] : [];
    }),
  };
}

/** Licences one has and licences one might add are one way: what is added opens what is not open yet. */
function oneWay(key: FacetKey): FacetKey {
  return key === "add" ? "licence" : key;
}

function union(model: Model, key: FacetKey, values: readonly string[], place: number): Bits {
  const sets = values.map((value) => model.facets.get(key)?.find(value, place));
  return Bits.union(model.facts.occupations.length, sets.filter((set) => set !== undefined));
}

function conditionsOf(model: Model, choice: Choice, place: number): Condition[] {
  const conditions: Condition[] = [];
  for (const [key, values] of choice) {
    const facet = model.facets.get(key);
    // Licences one has are what an added one is compared with; alone they are a condition.
    if (!facet || (key === "licence" && choice.has("add"))) continue;
    for (const group of new Set(values.map(facet.group))) {
      let found = union(model, key, values.filter((value) => facet.group(value) === group), place);
      if (key === "add") found = found.without(union(model, "licence", choice.get("licence") ?? [], place));
      conditions.push({ key, group, found, known: facet.known?.(group, place) });
    }
  }
  return conditions;
}

/** The choice without values that no way knows, such as those of an address typed by hand. */
export function sound(model: Model, choice: Choice): Choice {
  const known = new Map<FacetKey, readonly string[]>();
  for (const key of facetKeys) {
    const values = (choice.get(key) ?? []).filter((value) => model.facets.get(key)?.find(value, 0) !== undefined);
    if (values.length > 0) known.set(key, values);
  }
  return known;
}
