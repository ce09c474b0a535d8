// From what a person brings to a result in the page.

import { LoadError } from "../load/binary";
import type { InventoryDomain, Source } from "../scoring/scoring";
import { Areas, titleOf } from "./areas";
import { startEngine, type Engine } from "./engine";
import { showRefusal, showResult } from "./result";

/** Loads what tools compute with and uses it; says in the section that it could not be loaded. */
export async function withEngine(main: HTMLElement, section: HTMLElement, use: (engine: Engine) => void): Promise<void> {
  let engine: Engine;
  try {
    engine = await startEngine(main);
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    showRefusal(section, "load");
    return;
  }
  use(engine);
}

/** Ranks by interests or work values and shows the result, or why there is none. */
export function showInventory(engine: Engine, section: HTMLElement, source: Source & { readonly domain: InventoryDomain }): void {
  const ranking = engine.scoring.rank(source);
  if (ranking.state === "refused") {
    showRefusal(section, ranking.reason);
    return;
  }
  const stability = source.kind === "answers" ? engine.scoring.stability([{ source, weight: 1 }]) : undefined;
  const areas = new Areas(engine, source, ranking.scores);
  showResult(section, {
    facts: engine.facts, root: engine.root, places: ranking.places, unranked: ranking.unranked, compared: titleOf(source.domain), own: areas.own(),
    ...(stability?.state === "done" ? { stability: stability.kept } : {}),
    brief: (place) => areas.brief(place), explain: (place) => areas.explain(place),
  });
}
