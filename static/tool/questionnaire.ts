// A questionnaire that ranks occupations: the inventories of interests and of work values.

import type { InventoryDomain } from "../scoring/scoring";
import { Inventory } from "./inventory";
import { showInventory, withEngine } from "./ranking";
import { hideResult } from "./result";

/** Connects the form of the page with the scoring of its domain. */
export function startQuestionnaire(domain: InventoryDomain): void {
  const main = document.querySelector<HTMLElement>("main[data-tool]");
  const form = main?.querySelector<HTMLFormElement>("form[data-inventory]");
  const section = main?.querySelector<HTMLElement>("[data-result]");
  const action = form?.querySelector<HTMLButtonElement>("[data-action=score]");
  if (!main || !form || !section || !action) return;
  const inventory = new Inventory(form, domain, () => hideResult(section));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    action.disabled = true;
    void withEngine(main, section, (engine) => showInventory(engine, section, { kind: "answers", domain, ...inventory.answered() })).finally(() => {
      action.disabled = false;
    });
  });
  main.querySelector(".needs-script")?.remove();
  action.hidden = false;
}
