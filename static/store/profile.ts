// The person's own profile, kept under "profile": past occupations, what was adjusted, the figures that come of both,
// licences held and the target.

import { profileDomains, type Past, type ProfileFigures } from "../scoring/scoring";
import { isRecord, read, write } from "./store";

export type ProfileDomain = (typeof profileDomains)[number];

export const pastLimit = 10;
export const yearsLimit = 60;

export interface Profile {
  readonly version: 1;
  readonly past: readonly Past[];
  /** By domain and key of the item, such as "skills/reading". */
  readonly adjusted: Readonly<Record<string, number>>;
  /** By domain, in the order of its items; null where nothing is known. */
  readonly figures: Readonly<Partial<Record<ProfileDomain, readonly (number | null)[]>>>;
  /** Keys of licences. */
  readonly licences: readonly string[];
  readonly target: number | null;
}

export const emptyProfile: Profile = { version: 1, past: [], adjusted: {}, figures: {}, licences: [], target: null };

export function keptProfile(): Profile {
  return read("profile", check) ?? emptyProfile;
}

export function keepProfile(profile: Profile): boolean {
  return write("profile", profile);
}

/** The figures as scoring takes them; undefined where none is known. */
export function profileFigures(profile: Profile): ProfileFigures | undefined {
  const known = profileDomains.flatMap((domain) => {
    const figures = profile.figures[domain];
    return figures?.some((f) => f !== null) ? [[domain, figures.map((f) => f ?? NaN)] as const] : [];
  });
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

function check(value: unknown): Profile | undefined {
  if (!isRecord(value) || value["version"] !== 1) return undefined;
  const { past, adjusted, figures, licences, target } = value;
  const sound =
    Array.isArray(past) && past.length <= pastLimit && past.every(isPast) &&
    isRecord(adjusted) && Object.values(adjusted).every(isNumber) &&
    isRecord(figures) && Object.entries(figures).every(([domain, list]) => isDomain(domain) && Array.isArray(list) && list.every((f) => f === null || isNumber(f))) &&
    Array.isArray(licences) && licences.length <= 200 && licences.every((x) => typeof x === "string") &&
    (target === null || Number.isInteger(target));
  return sound ? (value as unknown as Profile) : undefined;
}

function isDomain(name: string): boolean {
  return profileDomains.some((domain) => domain === name);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isPast(value: unknown): value is Past {
  return isRecord(value) && Number.isInteger(value["id"]) && isNumber(value["years"]) && value["years"] > 0 && value["years"] <= yearsLimit;
}
