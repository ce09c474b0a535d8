// Scoring on the visitor's own device: package wasm/scoring, compiled, on the figures of all occupations. Nothing is
// loaded before openScoring is called, so call it when the person asks for a result.
//
// What cannot be answered is refused with a reason and never a guess. Meaning, formulas and limits: the comments of
// wasm/scoring.

import { LoadError } from "../load/binary";
import { domainKeys, loadVectors, Vectors, type DomainKey } from "../data/vectors";
import { Module, startModule, type Piece } from "./module";

/** Why something was not scored, by the codes of wasm/scoring/refusal.go. */
const refusals = [
  "accepted", "wrong-length", "not-finite", "out-of-range", "wrong-key", "too-few-answers", "same-answer", "flat",
  "no-figures", "repeated-id", "wrong-total", "no-such-id", "no-such-kind",
] as const;

export type RefusalCode = (typeof refusals)[number];

export interface Refused {
  readonly state: "refused";
  readonly reason: RefusalCode;
}

/** Words of nearness: とても近い, 近い, やや近い, and no word. */
export const bands = ["beyond", "fairly-near", "near", "very-near"] as const;
export type Band = (typeof bands)[number];

export interface Place {
  /** Of the occupation. */
  readonly id: number;
  /** From 1; ties share a rank, and the next is skipped: 1, 2, 2, 4. */
  readonly rank: number;
  readonly band: Band;
  /** One per column of the ranking: positive speaks for the occupation, negative against, NaN where not compared. */
  readonly contributions: readonly number[];
}

/**
 * Occupations, nearest first. Columns are the areas of an inventory, the nine elements of the portable skills, the
 * four domains of profileDomains, or the parts of a combination.
 */
export interface Ranking {
  readonly state: "done";
  readonly places: readonly Place[];
  /** Occupations left out for lack of figures. */
  readonly unranked: number;
  /**
   * What was compared, by column: area scores, shares of the elements, items compared in a domain, or weights that
   * sum to 1.
   */
  readonly scores: readonly number[];
}

/** How many of the first ten (or fewer, if fewer were ranked) stay whichever one answer is changed. */
export interface Stability {
  readonly state: "done";
  readonly kept: number;
}

export interface GapItem {
  /** Place of the item in its domain. */
  readonly item: number;
  /** Target minus own, in units of the item's scale. */
  readonly gap: number;
  /** How distinctive the item is of the target, in standard deviations; 0 where it is not above the mean. */
  readonly weight: number;
  readonly class: GapClass;
}

export const gapClasses = ["enough", "small", "large"] as const;
export type GapClass = (typeof gapClasses)[number];

export interface Gaps {
  readonly state: "done";
  /** What suffices first, the most telling first; then what is lacking, the largest weighted gap first. */
  readonly items: readonly GapItem[];
  /** Items of which a figure is missing; items that are not relevant in the target are not counted. */
  readonly unknown: number;
  /** Weighted mean of what is lacking; NaN where no item has weight. */
  readonly shortfall: number;
}

export type InventoryDomain = "interests" | "values";

/** Own figures by domain, NaN for an item that is not known; a domain may be left out. */
export type ProfileFigures = Partial<Record<DomainKey, readonly number[]>>;

/** The domains over which a profile is compared, in the order of its columns. */
export const profileDomains = ["skills", "knowledge", "abilities", "activities"] as const satisfies readonly DomainKey[];

/** The elements of the portable skills, in the order of points, shares and columns. */
export const portableElements = [
  "situation", "problem", "plan", "execution", "response", "internal", "external", "superior", "subordinate",
] as const;

/** What a person brings to be ranked by. */
export type Source =
  /** Answers 0 to 4, −1 for none, and the area of each item, from 0. */
  | { readonly kind: "answers"; readonly domain: InventoryDomain; readonly answers: readonly number[]; readonly key: readonly number[] }
  /** One score per area on any scale. */
  | { readonly kind: "scores"; readonly domain: InventoryDomain; readonly scores: readonly number[]; readonly minimum: number; readonly maximum: number }
  /** One figure per area on the occupations' scale. */
  | { readonly kind: "figures"; readonly domain: InventoryDomain; readonly figures: readonly number[] }
  /** 29 points over the nine elements, at least one each. */
  | { readonly kind: "portable"; readonly points: readonly number[] }
  | { readonly kind: "profile"; readonly figures: ProfileFigures };

/** A source and how much it counts, above 0. */
export interface Part {
  readonly source: Source;
  readonly weight: number;
}

/** A past occupation. */
export interface Past {
  readonly id: number;
  /** Above 0. */
  readonly years: number;
}

const kinds = { answers: 0, scores: 1, figures: 2, portable: 3, profile: 4 } as const;

/** Where the two files lie, as the page names them. */
export interface ScoringPaths {
  readonly module: string;
  readonly vectors: string;
}

const opened = new Map<string, Promise<Scoring>>();

/** Loads what scoring needs, once. A failure is not kept. Rejects with a LoadError. */
export function openScoring(paths: ScoringPaths): Promise<Scoring> {
  const key = `${paths.module} ${paths.vectors}`;
  const known = opened.get(key);
  if (known) return known;
  const opening = Promise.all([startModule(paths.module), loadVectors(paths.vectors)]).then(
    ([module, vectors]) => {
      const result = module.call("load", [vectors.bytes], vectors.bytes.length);
      if (result < 0) throw new LoadError(paths.vectors, `the scoring module refuses it: ${refused(result).reason}`);
      return new Scoring(module, vectors);
    },
  );
  opened.set(key, opening);
  opening.catch(() => opened.delete(key));
  return opening;
}

export class Scoring {
  readonly vectors: Vectors;
  private readonly module: Module;

  /** Of a module that has taken the vectors. */
  constructor(module: Module, vectors: Vectors) {
    this.module = module;
    this.vectors = vectors;
  }

  rankAnswers(domain: InventoryDomain, answers: readonly number[], key: readonly number[]): Ranking | Refused {
    return this.rank({ kind: "answers", domain, answers, key });
  }

  /** By scores a person already has, such as official ones; the scale is theirs. */
  rankScores(domain: InventoryDomain, scores: readonly number[], minimum: number, maximum: number): Ranking | Refused {
    return this.rank({ kind: "scores", domain, scores, minimum, maximum });
  }

  /** By figures on the occupations' own scale, such as those of one of them. */
  rankFigures(domain: InventoryDomain, figures: readonly number[]): Ranking | Refused {
    return this.rank({ kind: "figures", domain, figures });
  }

  rankPortable(points: readonly number[]): Ranking | Refused {
    return this.rank({ kind: "portable", points });
  }

  rankProfile(figures: ProfileFigures): Ranking | Refused {
    return this.rank({ kind: "profile", figures });
  }

  /** By any source. */
  rank(source: Source): Ranking | Refused {
    const request = this.request(source);
    return this.ranking(this.module.call("rank", request.data, kinds[source.kind], domainOf(source), request.count));
  }

  /** By several sources at once; occupations that any of them cannot rank are left out. */
  combine(parts: readonly Part[]): Ranking | Refused {
    return this.ranking(this.module.call("combine", this.requests(parts), parts.length));
  }

  /** How firm the first ten of a source are, or of several combined. */
  stability(parts: readonly Part[]): Stability | Refused {
    const kept = this.module.call("stability", this.requests(parts), parts.length);
    return kept < 0 ? refused(kept) : { state: "done", kept };
  }

  /** Own figures of a domain, NaN where not known, beside an occupation's. */
  gap(domain: DomainKey, own: readonly number[], occupation: number): Gaps | Refused {
    const count = this.module.call("gap", [Float64Array.from(own)], domainKeys.indexOf(domain), occupation, own.length);
    if (count < 0) return refused(count);
    const response = this.module.response();
    const [, unknown = 0] = response.ints(2);
    const [shortfall = NaN] = response.floats(1);
    const gaps = response.floats(count);
    const weights = response.floats(count);
    const items = response.ints(count);
    const classes = response.ints(count);
    return {
      state: "done", unknown, shortfall,
      items: items.map((item, i) => ({ item, gap: at(gaps, i), weight: at(weights, i), class: gapClasses[at(classes, i)] ?? "large" })),
    };
  }

  /** The profile of someone with these past occupations: their figures, weighted by years. */
  profileOf(past: readonly Past[]): { readonly state: "done"; readonly figures: Record<DomainKey, number[]> } | Refused {
    const request = [Float64Array.from(past, (p) => p.years), Int32Array.from(past, (p) => p.id)];
    const count = this.module.call("past", request, past.length);
    if (count < 0) return refused(count);
    const response = this.module.response();
    const entries = domainKeys.map((key) => [key, response.floats(this.vectors.items(key))] as const);
    return { state: "done", figures: Object.fromEntries(entries) as Record<DomainKey, number[]> };
  }

  /** The shares of the nine elements in an occupation, which sum to 1; times 29 they compare with points. */
  elements(occupation: number): { readonly state: "done"; readonly shares: readonly number[] } | Refused {
    const count = this.module.call("elements", [], occupation);
    return count < 0 ? refused(count) : { state: "done", shares: this.module.response().floats(count) };
  }

  private request(source: Source): { readonly data: Piece[]; readonly count: number } {
    switch (source.kind) {
      case "answers":
        return { data: [Int32Array.from(padded(source))], count: Math.max(source.answers.length, source.key.length) };
      case "scores":
        return { data: [Float64Array.of(source.minimum, source.maximum), Float64Array.from(source.scores)], count: source.scores.length };
      case "figures":
        return { data: [Float64Array.from(source.figures)], count: source.figures.length };
      case "portable":
        return { data: [Float64Array.from(source.points)], count: source.points.length };
      case "profile": {
        const all = domainKeys.flatMap((key) => source.figures[key] ?? new Array<number>(this.vectors.items(key)).fill(NaN));
        return { data: [Float64Array.from(all)], count: all.length };
      }
    }
  }

  private requests(parts: readonly Part[]): Piece[] {
    return parts.flatMap(({ source, weight }) => {
      const request = this.request(source);
      return [Float64Array.of(weight), Int32Array.of(kinds[source.kind], domainOf(source), request.count, 0), ...request.data];
    });
  }

  private ranking(count: number): Ranking | Refused {
    if (count < 0) return refused(count);
    const response = this.module.response();
    const [, unranked = 0, columns = 0] = response.ints(4);
    const scores = response.floats(columns);
    const contributions = response.floats(count * columns);
    const ids = response.ints(count);
    const ranks = response.ints(count);
    const words = response.ints(count);
    const places = ids.map((id, i) => ({
      id, rank: at(ranks, i), band: bands[at(words, i)] ?? "beyond",
      contributions: contributions.slice(i * columns, (i + 1) * columns),
    }));
    return { state: "done", places, unranked, scores };
  }
}

function domainOf(source: Source): number {
  return "domain" in source ? domainKeys.indexOf(source.domain) : 0;
}

/** Answers and key one after the other; what is missing at the end of one, or no whole number, is what no item has. */
function padded({ answers, key }: { answers: readonly number[]; key: readonly number[] }): number[] {
  const count = Math.max(answers.length, key.length);
  const fill = (list: readonly number[]): number[] => Array.from({ length: count }, (_, i) => (Number.isInteger(list[i]) ? at(list, i) : -2));
  return [...fill(answers), ...fill(key)];
}

function at(list: readonly number[], i: number): number {
  return list[i] ?? NaN;
}

function refused(result: number): Refused {
  return { state: "refused", reason: refusals[-result] ?? "no-figures" };
}
