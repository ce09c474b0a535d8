// A result in the page: what was compared, how firm it is, the person's own scores, and the occupations in their order.
// It never shows a percentage or a verdict.

import type { Facts } from "../data/facts";
import type { Place, RefusalCode } from "../scoring/scoring";
import { fill, h, type Child } from "./dom";
import { Places } from "./places";
import { refusalWords, resultWords } from "./result-words";
import { count, inEdition, say } from "./words";

export interface Result {
  readonly facts: Facts;
  readonly root: string;
  readonly places: readonly Place[];
  /** What was compared, such as "interests", for the sentence on occupations left out. */
  readonly compared: Child;
  /** Occupations left out because they have no figures. */
  readonly unranked: number;
  /** Occupations left out by conditions. */
  readonly narrowed?: number;
  /** How many of the first ten stay whichever one answer changes; undefined where there are no answers. */
  readonly stability?: number;
  /** The person's own scores. */
  readonly own: Child;
  /** What speaks for and against an occupation, in a line. */
  brief(place: Place): Child;
  /** The same in full, made when it is opened. */
  explain(place: Place): Child;
}

/** Shows a result in its section and moves the focus there. */
export function showResult(section: HTMLElement, result: Result): void {
  const w = inEdition(resultWords);
  const [before, after] = w.unranked(count(result.unranked));
  const { narrowed = 0, stability } = result;
  fill(section,
    h("h2", { id: "result-title" }, say(w.title)),
    h("p", {}, say(w.compared(count(result.places.length + narrowed))),
      result.unranked > 0 ? [say(before), result.compared, say(after)] : undefined,
      narrowed > 0 ? say(w.narrowed(count(narrowed))) : undefined),
    stability === undefined ? undefined : h("p", { "data-stability": stability }, say(stability >= 10 ? w.stable : w.stability(stability))),
    result.own,
    h("p", { class: "small quiet" }, say(w.order)),
    new Places(result).element,
    h("p", { class: "source" }, say(w.statistics)));
  reveal(section, "done");
}

/** Why there is no result: a refusal of the scoring module, files that could not be loaded, nothing to go by. */
export type Reason = RefusalCode | "load" | "nothing";

/** Says in words why there is no result. */
export function showRefusal(section: HTMLElement, reason: Reason): void {
  const w = inEdition(refusalWords);
  const sentences: Partial<Record<Reason, string>> = {
    load: w.load, nothing: w.nothing, "too-few-answers": w.tooFew, "same-answer": w.same, flat: w.flat, "out-of-range": w.range, "not-finite": w.range,
  };
  fill(section, h("h2", { id: "result-title" }, say(w.title)), h("p", { class: "warn" }, say(sentences[reason] ?? w.other)));
  reveal(section, "refused");
}

/** Takes a result away that no longer is that of what stands in the form. */
export function hideResult(section: HTMLElement): void {
  section.hidden = true;
  delete section.dataset["state"];
}

function reveal(section: HTMLElement, state: "done" | "refused"): void {
  section.dataset["state"] = state;
  section.hidden = false;
  section.focus();
}
