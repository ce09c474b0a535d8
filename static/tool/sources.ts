// The results kept on the device that can be combined. The list is open: a tool that leaves another kind of result adds
// its reader here.

import type { InventoryDomain, Source } from "../scoring/scoring";
import { keptAnswers, unanswered } from "../store/answers";
import { keptPoints, pointTotal, sum } from "../store/portable";
import { keptProfile, profileFigures } from "../store/profile";
import { keptScores } from "../store/scores";

/** A kept result. */
export interface KeptResult {
  /** Unique; a choice is kept under it. */
  readonly key: string;
  readonly source: Source;
}

/** How a tool's results are read; of are the areas of its questions, as the page has them. */
type Reader = (of: readonly number[]) => readonly KeptResult[];

const readers: Readonly<Record<string, Reader>> = {
  interests: (of) => answered("interests", of),
  values: (of) => answered("values", of),
  scores: () =>
    (["interests", "values"] as const).flatMap((domain) => {
      const kept = keptScores(domain);
      return kept ? [{ key: `scores-${domain}`, source: { kind: "scores", domain, ...kept } } as const] : [];
    }),
  portable: () => {
    const points = keptPoints();
    return points && sum(points) === pointTotal ? [{ key: "portable", source: { kind: "portable", points } }] : [];
  },
  profile: () => {
    const figures = profileFigures(keptProfile());
    return figures ? [{ key: "profile", source: { kind: "profile", figures } }] : [];
  },
};

function answered(domain: InventoryDomain, of: readonly number[]): readonly KeptResult[] {
  const kept = keptAnswers(domain, of.length);
  if (!kept) return [];
  // The short form is the first half; questionnaires without one are never short.
  const size = kept.short ? of.length / 2 : of.length;
  const answers = kept.answers.slice(0, size);
  if (answers.every((answer) => answer === unanswered)) return [];
  return [{ key: domain, source: { kind: "answers", domain, answers, key: of.slice(0, size) } }];
}

export function keptResults(tool: string, of: readonly number[]): readonly KeptResult[] {
  return readers[tool]?.(of) ?? [];
}
