// What scripts need of every occupation beside its figures: names, vocabularies, pay and openings, as
// generator/export/facts.go writes them. Numbers of other lists are places in those lists; a missing number is null.

import { loadBinary, LoadError } from "../load/binary";
import type { DomainKey } from "./vectors";

export interface Named {
  readonly key: string;
  readonly name: string;
  readonly english?: string;
}

export interface FieldFact extends Named {
  /** Step of 22.5 degrees, 0 to 15: the class hue-N. */
  readonly hue: number;
}

export interface LicenceFact extends Named {
  readonly kind: string;
}

/** A class of the wage census; several occupations may share it. */
export interface WageFact extends Named {
  /** Thousand yen, of the whole class. */
  readonly annualPay: number | null;
  /** Years, mean. */
  readonly age: number | null;
  /** Scheduled hours per month. */
  readonly hours: number | null;
  readonly overtime: number | null;
  /** Thousand yen a year without overtime, youngest band first. */
  readonly payByAge: readonly { readonly band: string; readonly pay: number | null }[] | null;
  /** Occupations in the class. */
  readonly shared: number;
}

/** A group of the job-placement statistics; the lists go by place. */
export interface GroupFact extends Named {
  /** Hundredths of 有効求人倍率. */
  readonly ratios: readonly (number | null)[];
  /** Thousand yen a month offered, full time. */
  readonly monthly: readonly (number | null)[];
  /** Yen an hour offered, part time. */
  readonly hourly: readonly (number | null)[];
  readonly shared: number;
}

export interface ItemFact extends Named {
  readonly minimum: number;
  readonly maximum: number;
}

export interface DomainFact extends Named {
  readonly key: DomainKey;
  readonly items: readonly ItemFact[];
}

export interface OccupationFact {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly reading: string;
  readonly english: string;
  readonly field: number;
  readonly themes: readonly number[];
  readonly industries: readonly number[];
  readonly licences: readonly number[];
  /** Of the licences, those the law asks for; which of several may depend on the scope of the work. */
  readonly required: readonly number[];
  /** −1 for none. */
  readonly wageClass: number;
  /** −1 for none. */
  readonly group: number;
  readonly mhlw: readonly string[] | null;
  readonly jsoc: readonly string[] | null;
  readonly town: readonly number[];
  /** Domains whose sample is flagged as small. */
  readonly small?: readonly number[];
  /** Newest fiscal year of its surveys, "" without figures. */
  readonly year: string;
}

export interface Facts {
  readonly version: 1;
  /** Of openings and offers. */
  readonly fiscalYear: string;
  /** 全国 first. */
  readonly places: readonly Named[];
  readonly fields: readonly FieldFact[];
  readonly themes: readonly Named[];
  readonly industries: readonly Named[];
  readonly licences: readonly LicenceFact[];
  readonly wageClasses: readonly WageFact[];
  readonly groups: readonly GroupFact[];
  /** Classes in use and those above them; a class's code begins with that of the one above. */
  readonly jsoc: readonly Named[];
  /** Major classes. */
  readonly mhlw: readonly Named[];
  /** Places of the picture town. */
  readonly town: readonly Named[];
  readonly domains: readonly DomainFact[];
  /** By id. */
  readonly occupations: readonly OccupationFact[];
  /** Places of the occupations in the order of their readings. */
  readonly byReading: readonly number[];
}

/** The facts behind a path. Rejects with a LoadError where they cannot be had or are of another format. */
export async function loadFacts(path: string): Promise<Facts> {
  const text = new TextDecoder().decode(await loadBinary(path));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new LoadError(path, "it is no JSON");
  }
  if (!isFacts(value)) throw new LoadError(path, "its format is not version 1");
  return value;
}

/** The bytes come from the site's own build and the name holds their hash; so the version says all. */
function isFacts(value: unknown): value is Facts {
  return typeof value === "object" && value !== null && "version" in value && value.version === 1;
}
