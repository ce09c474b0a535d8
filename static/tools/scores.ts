// The script of tools/scores/: scores from elsewhere, checked field by field, ranked as answers are.

import type { InventoryDomain } from "../scoring/scoring";
import { keepScores, keptScores, type Scores } from "../store/scores";
import { fill, type Child } from "../tool/dom";
import { showInventory, withEngine } from "../tool/ranking";
import { hideResult } from "../tool/result";
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

/** The form, with one field for each area of the domain chosen. */
class ScoresForm {
  private readonly words = inEdition(words);
  private readonly form: HTMLFormElement;
  private readonly minimum: HTMLInputElement;
  private readonly maximum: HTMLInputElement;
  private readonly scale: HTMLSelectElement;
  private readonly faults: HTMLElement;

  constructor(form: HTMLFormElement) {
    this.form = form;
    const part = <E extends HTMLElement>(selector: string): E => form.querySelector<E>(selector) as E; // templates/tool-scores.html
    this.minimum = part("[name=minimum]");
    this.maximum = part("[name=maximum]");
    this.scale = part("[name=scale]");
    this.faults = part("[data-faults]");
    this.scale.addEventListener("change", () => this.takeScale());
    for (const end of [this.minimum, this.maximum]) end.addEventListener("input", () => this.markScale());
    for (const choice of form.querySelectorAll("[name=domain]")) choice.addEventListener("change", () => this.show());
    this.show();
  }

  domain(): InventoryDomain {
    return this.form.querySelector<HTMLInputElement>("[name=domain]:checked")?.value === "values" ? "values" : "interests";
  }

  private fields(): HTMLInputElement[] {
    return Array.from(this.form.querySelectorAll<HTMLInputElement>(`[data-domain-form="${this.domain()}"] input`));
  }

  /** Shows the fields of the domain chosen, with what is kept of it. */
  private show(): void {
    for (const set of this.form.querySelectorAll<HTMLElement>("[data-domain-form]")) set.hidden = set.dataset["domainForm"] !== this.domain();
    const kept = keptScores(this.domain());
    if (!kept) return;
    this.minimum.value = String(kept.minimum);
    this.maximum.value = String(kept.maximum);
    this.fields().forEach((field, i) => (field.value = String(kept.scores[i] ?? "")));
    this.markScale();
  }

  private takeScale(): void {
    const [low, high] = this.scale.value.split(" ");
    if (low === undefined || high === undefined) {
      this.minimum.focus();
      return;
    }
    this.minimum.value = low;
    this.maximum.value = high;
  }

  private markScale(): void {
    const wanted = `${this.minimum.value} ${this.maximum.value}`;
    this.scale.value = Array.from(this.scale.options).some((option) => option.value === wanted) ? wanted : "";
  }

  /** The scores typed, or undefined with what is wrong said beside the button and marked at the fields. */
  scores(): Scores | undefined {
    const [minimum, maximum] = [number(this.minimum), number(this.maximum)];
    const fields = this.fields();
    const missing = fields.filter((field) => Number.isNaN(number(field)));
    const outside = fields.filter((field) => number(field) < minimum || number(field) > maximum);
    if (!(minimum < maximum)) return this.refuse([this.minimum, this.maximum], say(this.words.scale));
    if (missing.length > 0) return this.refuse(missing, say(this.words.missing), enumerate(missing.map(nameOf)));
    if (outside.length > 0) return this.refuse(outside, say(this.words.outside(minimum, maximum)), enumerate(outside.map(nameOf)));
    this.refuse([]);
    return { minimum, maximum, scores: fields.map(number) };
  }

  private refuse(wrong: readonly HTMLInputElement[], ...message: Child[]): undefined {
    for (const field of [...this.fields(), this.minimum, this.maximum]) field.removeAttribute("aria-invalid");
    for (const field of wrong) field.setAttribute("aria-invalid", "true");
    fill(this.faults, message);
    this.faults.hidden = wrong.length === 0;
    wrong[0]?.focus();
  }
}

/** What the label of a field says. */
function nameOf(field: HTMLInputElement): Child {
  return Array.from(field.labels?.[0]?.childNodes ?? []).filter((node) => node !== field).map((node) => node.cloneNode(true));
}

/** The number typed; NaN for none. */
function number(field: HTMLInputElement): number {
  return field.value.trim() === "" ? NaN : Number(field.value);
}

async function score(main: HTMLElement, section: HTMLElement, form: ScoresForm): Promise<void> {
  const typed = form.scores();
  if (!typed) return;
  const source = { kind: "scores", domain: form.domain(), ...typed } as const;
  keepScores(source.domain, typed);
  await withEngine(main, section, (engine) => showInventory(engine, section, source));
}

const main = document.querySelector<HTMLElement>("main[data-tool]");
const formElement = main?.querySelector<HTMLFormElement>("form.scores");
const section = main?.querySelector<HTMLElement>("[data-result]");
if (main && formElement && section) {
  const form = new ScoresForm(formElement);
  formElement.addEventListener("submit", (event) => {
    event.preventDefault();
    void score(main, section, form);
  });
  formElement.addEventListener("input", () => hideResult(section));
  main.querySelector(".needs-script")?.remove();
  for (const action of formElement.querySelectorAll<HTMLElement>("[data-action=score]")) action.hidden = false;
}
