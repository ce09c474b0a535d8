// The script of tools/match/: results kept on the device, weighed and ranked together, narrowed by conditions.

import { Bits } from "../facets/bits";
import type { FacetKey } from "../facets/choice";
import { newModel, select, sound } from "../facets/model";
import { LoadError } from "../load/binary";
import type { Place, Ranking } from "../scoring/scoring";
import { keepMatch, keptMatch, type Match } from "../store/match";
import { Areas } from "../tool/areas";
import { h, type Child } from "../tool/dom";
import { startEngine, type Engine } from "../tool/engine";
import { showRefusal, showResult } from "../tool/result";
import { keptResults, parts, type KeptResult, type Weighted } from "../tool/sources";
import { enumerate, inEdition, plain, say, type Editions } from "../tool/words";

interface Words {
  readonly none: string;
  readonly weights: readonly [string, string, string, string];
  readonly weight: (name: string) => string;
  /** Of kept results, by key; others are called by their tool. */
  readonly names: Readonly<Record<string, string>>;
  readonly used: string;
  readonly result: string;
  readonly effect: string;
  readonly effects: readonly [string, string, string];
  readonly alike: string;
  readonly different: string;
  readonly nothing: string;
}

const words: Editions<Words> = {
  ja: {
    none: "まだ結果がありません",
    weights: ["使わない", "ふつう", "2倍", "3倍"],
    weight: (name) => `${name}の重み`,
    names: { interests: "興味の答え", values: "価値観の答え", "scores-interests": "興味の点数", "scores-values": "価値観の点数" },
    used: "使った結果と重み",
    result: "結果", effect: "はたらき",
    effects: ["遠ざける", "ほぼ影響なし", "近づける"],
    alike: "近づける結果: ", different: "遠ざける結果: ", nothing: "なし",
  },
  easy: {
    none: "まだ{結果|けっか}がありません",
    weights: ["{使|つか}わない", "ふつう", "{大切|たいせつ}", "とても{大切|たいせつ}"],
    weight: (name) => `${name}の{大切|たいせつ}さ`,
    names: { interests: "{好|す}きなこと", values: "{大切|たいせつ}なこと", "scores-interests": "{好|す}きなことの{点数|てんすう}", "scores-values": "{大切|たいせつ}なことの{点数|てんすう}" },
    used: "{使|つか}った{結果|けっか}",
    result: "{結果|けっか}", effect: "{近|ちか}さ",
    effects: ["{遠|とお}くなる", "{変|か}わらない", "{近|ちか}くなる"],
    alike: "{近|ちか}い{結果|けっか}: ", different: "{遠|とお}い{結果|けっか}: ", nothing: "ない",
  },
  en: {
    none: "no result yet",
    weights: ["does not count", "counts once", "counts twice", "counts three times"],
    weight: (name) => `Weight of ${name}`,
    names: { interests: "interest answers", values: "value answers", "scores-interests": "interest scores", "scores-values": "value scores" },
    used: "Results used and their weights",
    result: "Result", effect: "Effect",
    effects: ["moves it away", "hardly any", "brings it nearer"],
    alike: "Brought nearer by: ", different: "Moved away by: ", nothing: "nothing",
  },
};

const main = document.querySelector<HTMLElement>("main[data-tool]");
const form = main?.querySelector<HTMLFormElement>("form.match");
const section = main?.querySelector<HTMLElement>("[data-result]");
if (main && form && section) start(main, form, section);

/** A kept result in the form. */
interface Row {
  readonly result: KeptResult;
  readonly name: () => Child;
  readonly weight: HTMLSelectElement;
}

function start(main: HTMLElement, form: HTMLFormElement, section: HTMLElement): void {
  const w = inEdition(words);
  const field = <E extends HTMLElement>(name: string): E => form.querySelector<E>(`[name="${name}"]`) as E; // templates/tool-match.html
  const licence = field<HTMLSelectElement>("licence");
  const pay = field<HTMLInputElement>("pay");
  const place = field<HTMLSelectElement>("place");
  const ratio = field<HTMLInputElement>("ratio");
  const avoid = Array.from(form.querySelectorAll<HTMLInputElement>("[name=avoid]"));
  let rows: Row[] = [];

  /** Lists the results there are, each with its weight. */
  function listResults(): void {
    const kept = keptMatch();
    rows = [];
    for (const item of form.querySelectorAll<HTMLElement>("[data-source]")) {
      const link = item.querySelector("a");
      if (!link) continue;
      const of = (item.dataset["of"] ?? "").split(" ").filter((area) => area !== "").map(Number);
      const results = keptResults(item.dataset["source"] ?? "", of);
      const fields = results.map((result) => {
        const special = w.names[result.key];
        const name = (): Child => (special !== undefined ? say(special) : Array.from(link.childNodes, (node) => node.cloneNode(true)));
        const weight = h("select", { name: `weight-${result.key}`, "aria-label": w.weight(plain(special ?? link.textContent ?? "")) },
          w.weights.map((label, i) => h("option", { value: i }, plain(label))));
        weight.value = String(kept?.weights[result.key] ?? 1);
        rows.push({ result, name, weight });
        return h("label", { class: "weight" }, special !== undefined ? say(special) : undefined, weight);
      });
      item.replaceChildren(link, ...(fields.length > 0 ? fields : [h("span", { class: "small quiet" }, " ", say(w.none))]));
    }
  }

  function fillConditions(): void {
    const kept = keptMatch();
    if (!kept) return;
    licence.value = kept.licence;
    pay.value = kept.pay === null ? "" : String(kept.pay);
    ratio.value = kept.ratio === null ? "" : String(kept.ratio);
    place.value = String(kept.place);
    for (const box of avoid) box.checked = kept.avoid.includes(box.value);
  }

  function choice(): Match {
    const bound = (input: HTMLInputElement): number | null => (input.value === "" || !input.validity.valid ? null : Number(input.value));
    return {
      version: 1, weights: Object.fromEntries(rows.map(({ result, weight }) => [result.key, Number(weight.value)])),
      licence: licence.value, pay: bound(pay), ratio: bound(ratio), place: Number(place.value), avoid: avoid.filter((box) => box.checked).map((box) => box.value),
    };
  }

  async function score(): Promise<void> {
    const chosen = choice();
    keepMatch(chosen);
    const used = rows.filter(({ weight }) => Number(weight.value) > 0);
    const weighted = used.map(({ result, weight }): Weighted => ({ result, weight: Number(weight.value) }));
    if (weighted.length === 0) {
      showRefusal(section, "nothing");
      return;
    }
    try {
      const engine = await startEngine(main);
      show(engine, used, weighted, chosen);
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      showRefusal(section, "load");
    }
  }

  function show(engine: Engine, used: readonly Row[], weighted: readonly Weighted[], chosen: Match): void {
    const ranking = engine.scoring.combine(parts(weighted));
    if (ranking.state === "refused") {
      showRefusal(section, ranking.reason);
      return;
    }
    const stability = engine.scoring.stability(parts(weighted));
    const answered = weighted.some(({ result }) => result.source.kind === "answers");
    const within = narrowed(engine, chosen);
    const places = ranking.places.filter((p) => within.has(engine.places.get(p.id) ?? -1));
    const explained = used.map((row) => explain(engine, row));
    showResult(section, {
      facts: engine.facts, root: engine.root, places, unranked: ranking.unranked, narrowed: ranking.places.length - places.length,
      compared: compared(engine, used), own: weights(used),
      ...(answered && stability.state === "done" ? { stability: stability.kept } : {}),
      brief: (p) => brief(p, used),
      explain: (p) => [table(p, used), explained.map((one) => one(p))],
    });
  }

  /** What figures an occupation needs to be ranked. */
  function compared(engine: Engine, used: readonly Row[]): Child {
    const titles = used.map(({ result: { source }, name }) => ("domain" in source ? new Areas(engine, source, []).title() : name()));
    const domains = used.map(({ result: { source }, result }) => ("domain" in source ? source.domain : result.key));
    return enumerate(titles.filter((_, i) => domains.indexOf(domains[i] ?? "") === i));
  }

  function weights(used: readonly Row[]): Child {
    return h("p", {}, say(w.used), ": ", enumerate(used.map((row) => [row.name(), " (", plain(w.weights[Number(row.weight.value)] ?? ""), ")"])));
  }

  function brief(p: Place, used: readonly Row[]): Child {
    const named = (holds: (contribution: number) => boolean): Child => {
      const some = used.filter((_, i) => holds(p.contributions[i] ?? 0));
      return some.length > 0 ? enumerate(some.map((row) => row.name())) : say(w.nothing);
    };
    return [say(w.alike), named((c) => c > 0), "　", say(w.different), named((c) => c < 0)];
  }

  function table(p: Place, used: readonly Row[]): Child {
    const body = used.map((row, i) => {
      const contribution = p.contributions[i] ?? 0;
      const effect = contribution > telling ? 2 : contribution < -telling ? 0 : 1;
      return h("tr", {}, h("th", { scope: "row" }, row.name()), h("td", {}, say(w.effects[effect] ?? "")));
    });
    return h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say(w.result)), h("th", { scope: "col" }, say(w.effect)))), h("tbody", {}, body));
  }

  listResults();
  fillConditions();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void score();
  });
  form.addEventListener("input", () => {
    keepMatch(choice());
    section.hidden = true;
    delete section.dataset["state"];
  });
  main.querySelector(".needs-script")?.remove();
  const action = form.querySelector<HTMLButtonElement>("[data-action=score]");
  if (action) action.hidden = false;
}

/** A part of a tenth of a standard deviation changes hardly anything. */
const telling = 0.1;

/** Places of the occupations that meet the conditions. */
function narrowed({ facts, scoring }: Engine, chosen: Match): Bits {
  const conditions = new Map<FacetKey, readonly string[]>();
  if (chosen.licence !== "") conditions.set("licence", [chosen.licence]);
  if (chosen.pay !== null) conditions.set("pay", [`${chosen.pay}-`]);
  if (chosen.ratio !== null) conditions.set("ratio", [`${chosen.ratio}-`]);
  if (chosen.avoid.length > 0) conditions.set("nature", chosen.avoid.map((key) => `${key}:less`));
  const model = newModel(facts, (domain, item, occupation) => scoring.vectors.figure(domain, item, occupation));
  return select(model, sound(model, conditions), chosen.place, Bits.all(facts.occupations.length)).found;
}

/** Area by area, what a part says of an occupation; of parts without areas nothing. */
function explain(engine: Engine, { result, name }: Row): (place: Place) => Child {
  const { source } = result;
  const ranking = engine.scoring.rank(source);
  if (!("domain" in source) || ranking.state === "refused") return () => undefined;
  const areas = new Areas(engine, source, ranking.scores);
  const byID = new Map((ranking satisfies Ranking).places.map((p) => [p.id, p]));
  return (place) => {
    const own = byID.get(place.id);
    return own && h("section", {}, h("h4", {}, name()), areas.explain(own));
  };
}
