// What the tools compute with: the scoring module, the figures and the facts. Nothing of it is loaded before a person
// asks for a result.

import { loadFacts, type Facts } from "../data/facts";
import { openScoring, type Scoring } from "../scoring/scoring";

export interface Engine {
  readonly scoring: Scoring;
  readonly facts: Facts;
  /** Places of the occupations in the facts and the vectors, by id. */
  readonly places: ReadonlyMap<number, number>;
  /** The way from the page to the home page. */
  readonly root: string;
}

/** Loads what the page's main element names. Rejects with a LoadError. */
export async function startEngine(main: HTMLElement): Promise<Engine> {
  const path = (name: string): string => main.dataset[name] ?? "";
  const [scoring, facts] = await Promise.all([
    openScoring({ module: path("scoring"), vectors: path("vectors") }), loadFacts(path("facts")),
  ]);
  const places = new Map(facts.occupations.map((occupation, place) => [occupation.id, place]));
  return { scoring, facts, places, root: path("root") };
}
