// A questionnaire that ranks occupations: the inventories of interests and of work values.

import { LoadError } from "../load/binary";
import type { InventoryDomain } from "../scoring/scoring";
import { Areas } from "./areas";
import { startEngine } from "./engine";
import { startInventory } from "./inventory";
import { showRefusal, showResult } from "./result";

/** Connects the form of the page with the scoring of its domain. */
export function startQuestionnaire(domain: InventoryDomain): void {
  const main = document.querySelector<HTMLElement>("main[data-tool]");
  const form = main?.querySelector<HTMLFormElement>("form[data-inventory]");
  const section = main?.querySelector<HTMLElement>("[data-result]");
  const action = form?.querySelector<HTMLButtonElement>("[data-action=score]");
  if (!main || !form || !section || !action) return;
  // A result that no longer is that of the answers goes.
  const inventory = startInventory(form, domain, () => {
    section.hidden = true;
    delete section.dataset["state"];
  });
  action.hidden = false;
  main.querySelector(".needs-script")?.remove();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void score();
  });

  async function score(): Promise<void> {
    const source = { kind: "answers", domain, ...inventory.answers() } as const;
    if (!main || !section || !action) return;
    action.disabled = true;
    try {
      const engine = await startEngine(main);
      const ranking = engine.scoring.rank(source);
      if (ranking.state === "refused") {
        showRefusal(section, ranking.reason);
        return;
      }
      const stability = engine.scoring.stability([{ source, weight: 1 }]);
      const areas = new Areas(engine, source, ranking.scores);
      showResult(section, {
        facts: engine.facts, root: engine.root, places: ranking.places, unranked: ranking.unranked,
        compared: areas.title(), own: areas.own(),
        ...(stability.state === "done" ? { stability: stability.kept } : {}),
        brief: (place) => areas.brief(place), explain: (place) => areas.explain(place),
      });
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      showRefusal(section, "load");
    } finally {
      action.disabled = false;
    }
  }
}
