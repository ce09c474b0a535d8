// The script of tools/portable/: 29 points over nine elements, each with a slider and a number that say the same, and
// never more given out than there are.

import { keepPoints, keptPoints, elementCount, pointTotal, sum } from "../store/portable";
import { append, h, type Child } from "../tool/dom";
import type { Engine } from "../tool/engine";
import { withEngine } from "../tool/ranking";
import { showRefusal, showResult } from "../tool/result";
import { enumerate, inEdition, plain, say, type Editions } from "../tool/words";
import type { Place } from "../scoring/scoring";

interface Words {
  readonly left: (n: number) => string;
  readonly ready: string;
  readonly first: (n: number) => string;
  readonly points: string;
  readonly compared: string;
  readonly own: string;
  readonly element: string;
  readonly you: string;
  readonly occupation: string;
  readonly alike: string;
  readonly different: string;
  readonly nothing: string;
  readonly note: string;
}

const words: Editions<Words> = {
  ja: {
    left: (n) => `残り${n}点`, ready: "29点を配り終えました。", first: (n) => `あと${n}点を配ると、結果を見られます。`, points: "点", compared: "ポータブルスキルの計算に使う項目",
    own: "あなたの配り方", element: "要素", you: "あなた", occupation: "この職業", alike: "近い要素: ", different: "違う要素: ", nothing: "なし",
    note: "職業の点は、数字から計算した割合を29点に直したものです。",
  },
  easy: {
    left: (n) => `あと${n}{点|てん}`, ready: "29{点|てん}になりました。", first: (n) => `あと${n}{点|てん}わけてください。`, points: "{点|てん}", compared: "{計算|けいさん}に{使|つか}う{数字|すうじ}",
    own: "あなたのわけ{方|かた}", element: "{力|ちから}", you: "あなた", occupation: "この{仕事|しごと}", alike: "{近|ちか}い{力|ちから}: ", different: "ちがう{力|ちから}: ", nothing: "ない",
    note: "{仕事|しごと}の{点|てん}は、{計算|けいさん}した{数字|すうじ}です。",
  },
  en: {
    left: (n) => `${n} left`, ready: "All 29 points are given out.", first: (n) => `Give out ${n} more to see the result.`, points: "points", compared: "the items the elements are computed from",
    own: "Your points", element: "Element", you: "You", occupation: "This occupation", alike: "Alike: ", different: "Different: ", nothing: "nothing",
    note: "The points of an occupation are its computed shares of 29.",
  },
};

const w = inEdition(words);

/** How far shares may be apart, in points, to be called alike; further than twice that they are called different. */
const near = 1;

function start(main: HTMLElement, form: HTMLFormElement, section: HTMLElement): void {
  const action = form.querySelector<HTMLButtonElement>("[data-action=score]");
  const left = form.querySelector<HTMLElement>(".left");
  const items = Array.from(form.querySelectorAll<HTMLElement>("[data-element]"));
  if (!action || !left || items.length !== elementCount) return;
  main.querySelector(".needs-script")?.remove();
  action.hidden = left.hidden = false;
  let points = [...(keptPoints() ?? new Array<number>(elementCount).fill(1))];
  const names = items.map((item) => item.querySelector("h2")?.textContent ?? "");
  const controls = items.map((item, i) => {
    const range = h("input", { type: "range", min: 1, max: pointTotal - elementCount + 1, step: 1, name: `range${i + 1}`, "aria-label": names[i] });
    const number = h("input", { type: "number", min: 1, max: pointTotal - elementCount + 1, step: 1, inputmode: "numeric", name: `points${i + 1}`, "aria-label": plain(`${names[i]} ${w.points}`) });
    const set = (typed: number): void => {
      const others = sum(points) - (points[i] ?? 0);
      points = points.map((p, j) => (j === i ? Math.max(1, Math.min(Math.round(typed) || 1, pointTotal - others)) : p));
      keepPoints(points);
      section.hidden = true;
      delete section.dataset["state"];
      draw();
    };
    range.addEventListener("input", () => set(range.valueAsNumber));
    number.addEventListener("change", () => set(number.valueAsNumber));
    append(item.querySelector("[data-points]") ?? item, [range, " ", number, " ", say(w.points)]);
    return { range, number };
  });

  function draw(): void {
    points.forEach((p, i) => {
      const control = controls[i];
      if (control) control.range.value = control.number.value = String(p);
    });
    const rest = pointTotal - sum(points);
    left?.replaceChildren();
    if (left) append(left, [say(rest === 0 ? w.ready : w.left(rest))]);
  }
  draw();

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const rest = pointTotal - sum(points);
    if (rest > 0) {
      left.replaceChildren();
      append(left, [say(w.first(rest))]);
      controls[0]?.range.focus();
      return;
    }
    void withEngine(main, section, score);
  });

  function score(engine: Engine): void {
    const ranking = engine.scoring.rankPortable(points);
    if (ranking.state === "refused") {
      showRefusal(section, ranking.reason);
      return;
    }
    const stability = engine.scoring.stability([{ source: { kind: "portable", points }, weight: 1 }]);
    showResult(section, {
      facts: engine.facts, root: engine.root, places: ranking.places, unranked: ranking.unranked, compared: say(w.compared),
      own: h("p", { class: "small" }, say(w.own), ": ", enumerate(names.map((name, i) => `${name} ${points[i]}`))),
      ...(stability.state === "done" ? { stability: stability.kept } : {}),
      brief: (place) => brief(engine, place), explain: (place) => explain(engine, place),
    });
  }

  /** An occupation's shares as points. */
  function pointsOf(engine: Engine, place: Place): readonly number[] {
    const elements = engine.scoring.elements(place.id);
    return elements.state === "done" ? elements.shares.map((share) => share * pointTotal) : [];
  }

  function brief(engine: Engine, place: Place): Child {
    const theirs = pointsOf(engine, place);
    const apart = names.map((name, i) => ({ name, distance: Math.abs((theirs[i] ?? NaN) - (points[i] ?? NaN)), points: points[i] ?? 0 }));
    const alike = apart.filter((a) => a.distance <= near).sort((a, b) => b.points - a.points).slice(0, 3);
    const different = apart.filter((a) => a.distance > 2 * near).sort((a, b) => b.distance - a.distance).slice(0, 2);
    const list = (of: readonly { readonly name: string }[]): Child => (of.length === 0 ? say(w.nothing) : enumerate(of.map((a) => a.name)));
    return [say(w.alike), list(alike), "　", say(w.different), list(different)];
  }

  function explain(engine: Engine, place: Place): Child {
    const theirs = pointsOf(engine, place);
    return h("table", {}, h("caption", {}, say(w.note)),
      h("thead", {}, h("tr", {}, [w.element, w.you, w.occupation].map((name) => h("th", { scope: "col" }, say(name))))),
      h("tbody", {}, names.map((name, i) => h("tr", {}, h("th", { scope: "row" }, name), h("td", { class: "n" }, String(points[i])), h("td", { class: "n" }, (theirs[i] ?? NaN).toFixed(1))))));
  }
}

const main = document.querySelector<HTMLElement>("main[data-tool]");
const form = main?.querySelector<HTMLFormElement>("form.portable");
const section = main?.querySelector<HTMLElement>("[data-result]");
if (main && form && section) start(main, form, section);
