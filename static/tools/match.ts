// The script of tools/match/: results kept on the device, weighed and ranked together, narrowed by conditions.

import { Bits } from "../facets/bits";
import type { FacetKey } from "../facets/choice";
import { newModel, select, sound } from "../facets/model";
import { profileDomains, type Part, type Place, type Ranking, type Refused } from "../scoring/scoring";
import { keepMatch, keptMatch, type Match } from "../store/match";
import { Areas, samples, titleOf } from "../tool/areas";
import { append, h, type Child } from "../tool/dom";
import type { Engine } from "../tool/engine";
import { withEngine } from "../tool/ranking";
import { hideResult, showRefusal, showResult } from "../tool/result";
import { keptResults, type KeptResult } from "../tool/sources";
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

/** A kept result in the form. */
interface Row {
  readonly result: KeptResult;
  readonly name: () => Child;
  readonly weight: HTMLSelectElement;
}

/** The form: which results count and how much, and the conditions. */
class MatchForm {
  readonly form: HTMLFormElement;
  readonly rows: readonly Row[];
  private readonly licence: HTMLSelectElement;
  private readonly place: HTMLSelectElement;
  private readonly pay: HTMLInputElement;
  private readonly ratio: HTMLInputElement;
  private readonly avoid: readonly HTMLInputElement[];

  constructor(form: HTMLFormElement) {
    this.form = form;
    const field = <E extends HTMLElement>(name: string): E => form.querySelector<E>(`[name="${name}"]`) as E; // templates/tool-match.html
    this.licence = field("licence");
    this.place = field("place");
    this.pay = field("pay");
    this.ratio = field("ratio");
    this.avoid = Array.from(form.querySelectorAll<HTMLInputElement>("[name=avoid]"));
    const kept = keptMatch();
    this.rows = Array.from(form.querySelectorAll<HTMLElement>("[data-source]")).flatMap((item) => this.listResults(item, kept));
    if (kept) this.restore(kept);
  }

  /** Puts beside a tool the results it left, each with its weight. */
  private listResults(item: HTMLElement, kept: Match | undefined): Row[] {
    const w = inEdition(words);
    const link = item.querySelector("a");
    if (!link) return [];
    const of = (item.dataset["of"] ?? "").split(" ").filter((area) => area !== "").map(Number);
    const rows = keptResults(item.dataset["source"] ?? "", of).map((result) => {
      const own = w.names[result.key];
      const name = (): Child => (own !== undefined ? say(own) : Array.from(link.childNodes, (node) => node.cloneNode(true)));
      const weight = h("select", { name: `weight-${result.key}`, "aria-label": plain(w.weight(own ?? link.textContent ?? "")) },
        w.weights.map((label, i) => h("option", { value: i }, plain(label))));
      weight.value = String(kept?.weights[result.key] ?? 1);
      return { result, name, weight };
    });
    append(item, rows.length > 0 ? rows.map((row) => h("label", { class: "weight" }, h("span", {}, row.name()), row.weight)) : [h("span", { class: "small quiet" }, " ", say(w.none))]);
    return rows;
  }

  private restore(kept: Match): void {
    this.licence.value = kept.licence;
    this.place.value = String(kept.place);
    this.pay.value = kept.pay === null ? "" : String(kept.pay);
    this.ratio.value = kept.ratio === null ? "" : String(kept.ratio);
    for (const box of this.avoid) box.checked = kept.avoid.includes(box.value);
  }

  choice(): Match {
    const bound = (input: HTMLInputElement): number | null => (input.value === "" || !input.validity.valid ? null : Number(input.value));
    return {
      version: 1, weights: Object.fromEntries(this.rows.map(({ result, weight }) => [result.key, Number(weight.value)])),
      licence: this.licence.value, place: Number(this.place.value), pay: bound(this.pay), ratio: bound(this.ratio),
      avoid: this.avoid.filter((box) => box.checked).map((box) => box.value),
    };
  }

  /** The results that count. */
  used(): readonly Row[] {
    return this.rows.filter(({ weight }) => Number(weight.value) > 0);
  }
}

/** What is said of a combined ranking. */
class Combined {
  private readonly words = inEdition(words);
  private readonly engine: Engine;
  private readonly used: readonly Row[];
  private readonly explanations: readonly ((place: Place) => Child)[];

  constructor(engine: Engine, used: readonly Row[]) {
    this.engine = engine;
    this.used = used;
    this.explanations = used.map((row) => this.explanation(row));
  }

  /** What figures an occupation needs to be ranked. */
  compared(): Child {
    const titles = new Map<string, Child>();
    for (const { result: { key, source }, name } of this.used) {
      if ("domain" in source) titles.set(source.domain, titleOf(source.domain));
      else titles.set(key, name());
    }
    return enumerate([...titles.values()]);
  }

  weights(): Child {
    const named = this.used.map(({ name, weight }) => [name(), " (", plain(this.words.weights[Number(weight.value)] ?? ""), ")"]);
    return h("p", {}, say(this.words.used), ": ", enumerate(named));
  }

  brief(place: Place): Child {
    const named = (holds: (contribution: number) => boolean): Child => {
      const some = this.used.filter((_, i) => holds(place.contributions[i] ?? 0));
      return some.length > 0 ? enumerate(some.map((row) => row.name())) : say(this.words.nothing);
    };
    return [say(this.words.alike), named((c) => c > telling), "　", say(this.words.different), named((c) => c < -telling)];
  }

  explain(place: Place): Child {
    const w = this.words;
    const rows = this.used.map((row, i) => {
      const contribution = place.contributions[i] ?? 0;
      const effect = contribution > telling ? 2 : contribution < -telling ? 0 : 1;
      return h("tr", {}, h("th", { scope: "row" }, row.name()), h("td", {}, say(w.effects[effect] ?? "")));
    });
    const head = h("tr", {}, h("th", { scope: "col" }, say(w.result)), h("th", { scope: "col" }, say(w.effect)));
    return [h("table", {}, h("thead", {}, head), h("tbody", {}, rows)), this.explanations.map((explain) => explain(place))];
  }

  /** Area by area, what a part says of an occupation; of parts without areas, how sound its figures are. */
  private explanation({ result: { source }, name }: Row): (place: Place) => Child {
    const ranking = this.engine.scoring.rank(source);
    if (!("domain" in source) || ranking.state === "refused") {
      return ({ id }) => h("section", {}, h("h4", {}, name()), samples(this.engine, profileDomains, id));
    }
    const areas = new Areas(this.engine, source, ranking.scores);
    const own = new Map(ranking.places.map((place) => [place.id, place]));
    return ({ id }) => {
      const place = own.get(id);
      return place && h("section", {}, h("h4", {}, name()), areas.explain(place));
    };
  }
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

async function score(main: HTMLElement, section: HTMLElement, form: MatchForm): Promise<void> {
  const chosen = form.choice();
  const used = form.used();
  keepMatch(chosen);
  if (used.length === 0) {
    showRefusal(section, "nothing");
    return;
  }
  await withEngine(main, section, (engine) => show(engine, section, used, chosen));
}

/** One result alone ranks as on its own page, with the same words of nearness. */
function rank({ scoring }: Engine, parts: readonly Part[]): Ranking | Refused {
  const [part] = parts;
  if (!part || parts.length > 1) return scoring.combine(parts);
  const ranking = scoring.rank(part.source);
  if (ranking.state === "refused") return ranking;
  const whole = (contributions: readonly number[]): number => contributions.reduce((sum, c) => (Number.isNaN(c) ? sum : sum + c), 0);
  return { ...ranking, places: ranking.places.map((place) => ({ ...place, contributions: [whole(place.contributions)] })) };
}

function show(engine: Engine, section: HTMLElement, used: readonly Row[], chosen: Match): void {
  const parts = used.map(({ result, weight }) => ({ source: result.source, weight: Number(weight.value) }));
  const ranking = rank(engine, parts);
  if (ranking.state === "refused") {
    showRefusal(section, ranking.reason);
    return;
  }
  const stability = engine.scoring.stability(parts);
  const answered = parts.some(({ source: { kind } }) => kind === "answers" || kind === "portable");
  const within = narrowed(engine, chosen);
  const places = ranking.places.filter(({ id }) => within.has(engine.places.get(id) ?? -1));
  const combined = new Combined(engine, used);
  showResult(section, {
    facts: engine.facts, root: engine.root, places, unranked: ranking.unranked, narrowed: ranking.places.length - places.length,
    compared: combined.compared(), own: combined.weights(),
    ...(answered && stability.state === "done" ? { stability: stability.kept } : {}),
    brief: (place) => combined.brief(place), explain: (place) => combined.explain(place),
  });
}

const main = document.querySelector<HTMLElement>("main[data-tool]");
const formElement = main?.querySelector<HTMLFormElement>("form.match");
const section = main?.querySelector<HTMLElement>("[data-result]");
if (main && formElement && section) {
  const form = new MatchForm(formElement);
  formElement.addEventListener("submit", (event) => {
    event.preventDefault();
    void score(main, section, form);
  });
  formElement.addEventListener("input", () => {
    keepMatch(form.choice());
    hideResult(section);
  });
  main.querySelector(".needs-script")?.remove();
  for (const action of formElement.querySelectorAll<HTMLElement>("[data-action=score]")) action.hidden = false;
}
