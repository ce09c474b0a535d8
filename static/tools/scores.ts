// The script of tools/scores/: scores from elsewhere, checked field by field, ranked as answers are.

import { LoadError } from "../load/binary";
import type { InventoryDomain } from "../scoring/scoring";
import { keepScores, keptScores, type Scores } from "../store/scores";
import { Areas } from "../tool/areas";
import { append, type Child } from "../tool/dom";
import { startEngine } from "../tool/engine";
import { showRefusal, showResult } from "../tool/result";
import { enumerate, inEdition, say, type Editions } from "../tool/words";

interface Words {
  readonly scale: string;
  readonly missing: string;
  readonly outside: (minimum: number, maximum: number) => string;
}

const words: Editions<Words> = {
  ja: {
    scale: "最も高い点は、最も低い点より大きい数にしてください。",
    missing: "数が入っていない領域があります: ",
    outside: (minimum, maximum) => `${minimum}から${maximum}の範囲にない領域があります: `,
  },
  easy: {
    scale: "いちばん{高|たか}い{点|てん}は、いちばん{低|ひく}い{点|てん}より{大|おお}きい{数|かず}です。",
    missing: "{数|かず}を{書|か}いてください: ",
    outside: (minimum, maximum) => `${minimum}から${maximum}までの{数|かず}を{書|か}いてください: `,
  },
  en: {
    scale: "The highest score must be greater than the lowest.",
    missing: "Areas without a number: ",
    outside: (minimum, maximum) => `Areas outside ${minimum} to ${maximum}: `,
  },
};

const main = document.querySelector<HTMLElement>("main[data-tool]");
const form = main?.querySelector<HTMLFormElement>("form.scores");
const section = main?.querySelector<HTMLElement>("[data-result]");
if (main && form && section) start(main, form, section);

function start(main: HTMLElement, form: HTMLFormElement, section: HTMLElement): void {
  const w = inEdition(words);
  const faults = form.querySelector<HTMLElement>("[data-faults]");
  const action = form.querySelector<HTMLButtonElement>("[data-action=score]");
  const minimum = input("minimum");
  const maximum = input("maximum");
  const scale = form.querySelector<HTMLSelectElement>("select[name=scale]");

  function input(name: string): HTMLInputElement {
    return form.querySelector<HTMLInputElement>(`input[name="${name}"]`) as HTMLInputElement; // templates/tool-scores.html
  }

  function domain(): InventoryDomain {
    return form.querySelector<HTMLInputElement>("input[name=domain]:checked")?.value === "values" ? "values" : "interests";
  }

  function fields(): HTMLInputElement[] {
    return Array.from(form.querySelectorAll<HTMLInputElement>(`[data-domain-form="${domain()}"] input`));
  }

  function hideResult(): void {
    section.hidden = true;
    delete section.dataset["state"];
  }

  /** Shows the fields of the domain chosen, with what is kept of it. */
  function show(): void {
    for (const set of form.querySelectorAll<HTMLElement>("[data-domain-form]")) set.hidden = set.dataset["domainForm"] !== domain();
    const kept = keptScores(domain());
    if (!kept) return;
    minimum.value = String(kept.minimum);
    maximum.value = String(kept.maximum);
    fields().forEach((field, i) => (field.value = String(kept.scores[i] ?? "")));
    markScale();
  }

  function markScale(): void {
    if (!scale) return;
    const wanted = `${minimum.value} ${maximum.value}`;
    scale.value = Array.from(scale.options).some((option) => option.value === wanted) ? wanted : "";
  }

  /** The scores typed, or undefined with what is wrong said beside the button and marked at the fields. */
  function scores(): Scores | undefined {
    const low = number(minimum);
    const high = number(maximum);
    const all = fields();
    const missing = all.filter((field) => Number.isNaN(number(field)));
    const outside = all.filter((field) => number(field) < low || number(field) > high);
    const wrongScale = !(low < high);
    for (const field of [...all, minimum, maximum]) field.removeAttribute("aria-invalid");
    const wrong = wrongScale ? [minimum, maximum] : missing.length > 0 ? missing : outside;
    for (const field of wrong) field.setAttribute("aria-invalid", "true");
    if (wrong.length === 0) {
      tell([]);
      return { minimum: low, maximum: high, scores: all.map(number) };
    }
    tell(wrongScale ? [say(w.scale)] : [say(missing.length > 0 ? w.missing : w.outside(low, high)), enumerate(wrong.map(nameOf))]);
    wrong[0]?.focus();
    return undefined;
  }

  function tell(message: Child[]): void {
    if (!faults) return;
    faults.replaceChildren();
    append(faults, message);
    faults.hidden = message.length === 0;
  }

  function nameOf(field: HTMLInputElement): Child {
    return Array.from(field.labels?.[0]?.childNodes ?? [], (node) => (node === field ? "" : node.cloneNode(true)));
  }

  async function score(): Promise<void> {
    const typed = scores();
    if (!typed) return;
    const source = { kind: "scores", domain: domain(), ...typed } as const;
    keepScores(source.domain, typed);
    try {
      const engine = await startEngine(main);
      const ranking = engine.scoring.rank(source);
      if (ranking.state === "refused") {
        showRefusal(section, ranking.reason);
        return;
      }
      const areas = new Areas(engine, source, ranking.scores);
      showResult(section, {
        facts: engine.facts, root: engine.root, places: ranking.places, unranked: ranking.unranked, compared: areas.title(), own: areas.own(),
        brief: (place) => areas.brief(place), explain: (place) => areas.explain(place),
      });
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      showRefusal(section, "load");
    }
  }

  scale?.addEventListener("change", () => {
    const [low, high] = scale.value.split(" ");
    if (low === undefined || high === undefined) {
      minimum.focus();
      return;
    }
    minimum.value = low;
    maximum.value = high;
  });
  minimum.addEventListener("input", markScale);
  maximum.addEventListener("input", markScale);
  form.addEventListener("input", hideResult);
  for (const choice of form.querySelectorAll("input[name=domain]")) choice.addEventListener("change", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void score();
  });
  main.querySelector(".needs-script")?.remove();
  if (action) action.hidden = false;
  show();
}

/** The number typed; NaN for none. */
function number(field: HTMLInputElement): number {
  return field.value.trim() === "" ? NaN : Number(field.value);
}
