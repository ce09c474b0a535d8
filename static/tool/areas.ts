// The areas of interests and work values in words: what a person has, what an occupation has, and what that does to
// their nearness.

import type { DomainKey } from "../data/vectors";
import type { InventoryDomain, Place, Source } from "../scoring/scoring";
import { h, type Child } from "./dom";
import type { Engine } from "./engine";
import { radar } from "./radar";
import { enumerate, inEdition, plain, say, type Editions } from "./words";

interface Words {
  readonly domain: Readonly<Record<InventoryDomain, string>>;
  readonly area: string;
  readonly you: string;
  readonly occupation: string;
  readonly effect: string;
  readonly own: readonly [string, string, string];
  readonly effects: readonly [string, string, string];
  readonly alike: string;
  readonly different: string;
  readonly nothing: string;
  readonly yours: string;
  readonly scale: (minimum: string, maximum: string) => string;
  readonly radar: string;
  readonly against: string;
  readonly small: string;
  readonly survey: (year: string) => string;
}

const words: Editions<Words> = {
  ja: {
    domain: { interests: "興味", values: "価値観" },
    area: "領域", you: "あなた", occupation: "この職業", effect: "はたらき",
    own: ["低め", "中ほど", "高め"],
    effects: ["遠ざける", "ほぼ影響なし", "近づける"],
    alike: "近い点: ", different: "違う点: ", nothing: "なし",
    yours: "あなたの点数",
    scale: (minimum, maximum) => `${minimum}から${maximum}まで。高め・低めは、あなた自身の平均と比べた言い方です。`,
    radar: "6つの興味の図。数字は次の表にあります。",
    against: "どちらも、領域の中での高低です。職業は、全職業の平均との差で比べます。",
    small: "回答20人未満で、数字が揺れやすい職業です。",
    survey: (year) => `${year}年度までの調査。`,
  },
  easy: {
    domain: { interests: "{好|す}きなこと", values: "{大切|たいせつ}なこと" },
    area: "グループ", you: "あなた", occupation: "この{仕事|しごと}", effect: "{結果|けっか}",
    own: ["{低|ひく}い", "まんなか", "{高|たか}い"],
    effects: ["{遠|とお}くなる", "{変|か}わらない", "{近|ちか}くなる"],
    alike: "{同|おな}じところ: ", different: "ちがうところ: ", nothing: "ない",
    yours: "あなたの{点|てん}",
    scale: (minimum, maximum) => `${minimum}から${maximum}までです。`,
    radar: "6つの{好|す}きなことの{図|ず}。{数字|すうじ}は{下|した}の{表|ひょう}にあります。",
    against: "どれが{高|たか}いか、どれが{低|ひく}いかを{比|くら}べました。",
    small: "{答|こた}えた{人|ひと}が{少|すく}ない{仕事|しごと}です。",
    survey: (year) => `${year}{年度|ねんど}までに{調|しら}べました。`,
  },
  en: {
    domain: { interests: "interests", values: "work values" },
    area: "Area", you: "You", occupation: "This occupation", effect: "Effect",
    own: ["lower", "middle", "higher"],
    effects: ["moves it away", "hardly any", "brings it nearer"],
    alike: "Alike: ", different: "Different: ", nothing: "nothing",
    yours: "Your scores",
    scale: (minimum, maximum) => `From ${minimum} to ${maximum}. Higher and lower are against your own mean.`,
    radar: "Radar of the six interests. The figures are in the table that follows.",
    against: "Both tell which areas are high or low among one another; an occupation by its distance from the mean of all occupations.",
    small: "Fewer than 20 people answered, so its figures are unsteady.",
    survey: (year) => `Surveys up to fiscal ${year}.`,
  },
};

/** A contribution below a twentieth is called no effect; all of them add up to the correlation, 1 at most. */
const telling = 0.05;

/** The name of a domain. */
export function titleOf(domain: InventoryDomain): Child {
  return say(inEdition(words).domain[domain]);
}

/** What is said of one domain of the person and of occupations. */
export class Areas {
  readonly domain: InventoryDomain;
  private readonly engine: Engine;
  private readonly scores: readonly number[];
  private readonly minimum: number;
  private readonly maximum: number;
  private readonly moments: Moments[] = [];

  /** Scores are one per area, as the ranking has them; the source tells their scale. */
  constructor(engine: Engine, source: Source & { readonly domain: InventoryDomain }, scores: readonly number[]) {
    this.engine = engine;
    this.domain = source.domain;
    this.scores = scores;
    [this.minimum, this.maximum] = source.kind === "scores" ? [source.minimum, source.maximum] : [0, 4];
  }

  /** The name of an area, as the page has it. */
  name(area: number): Child {
    const name = nameElement(this.domain, area);
    return Array.from(name?.childNodes ?? [], (node) => node.cloneNode(true));
  }

  /** The person's scores: for interests as radar, for both as table. */
  own(): Child {
    const w = inEdition(words);
    const shares = this.scores.map((score) => (score - this.minimum) / (this.maximum - this.minimum));
    const rows = this.scores.map((score, area) =>
      h("tr", {}, h("th", { scope: "row" }, this.name(area)),
        h("td", { class: `b v${Math.round(100 * (shares[area] ?? 0))}` }), h("td", { class: "n" }, shown(score)), h("td", { class: "w" }, say(w.own[this.level(area) + 1] ?? ""))));
    const drawing = this.domain === "interests" ? radar(shares, this.scores.map((_, area) => nameElement(this.domain, area, true)?.textContent ?? ""), plain(w.radar)) : undefined;
    return h("div", { class: "own" }, h("h3", {}, say(w.yours)), drawing,
      h("table", { class: "chart plain-bars" }, h("caption", {}, say(w.scale(shown(this.minimum), shown(this.maximum)))), h("tbody", {}, rows)));
  }

  /** The two areas that speak most for an occupation, and the two that speak most against it. */
  brief(place: Place): Child {
    const w = inEdition(words);
    const order = place.contributions.map((contribution, area) => ({ contribution, area })).sort((a, b) => b.contribution - a.contribution);
    const named = (list: readonly { readonly area: number }[]): Child => (list.length > 0 ? enumerate(list.map(({ area }) => this.name(area))) : say(w.nothing));
    const alike = order.filter(({ contribution }) => contribution >= telling).slice(0, 2);
    const different = order.filter(({ contribution }) => contribution <= -telling).slice(-2).reverse();
    return [say(w.alike), named(alike), "　", say(w.different), named(different)];
  }

  /** Every area of an occupation, with the sample and the year behind its figures. */
  explain(place: Place): Child {
    const w = inEdition(words);
    const at = this.engine.places.get(place.id) ?? -1;
    const levels = this.levelsOf(at);
    const rows = place.contributions.map((contribution, area) => {
      const effect = contribution >= telling ? 2 : contribution <= -telling ? 0 : 1;
      return h("tr", { "data-effect": effect }, h("th", { scope: "row" }, this.name(area)), h("td", {}, say(w.own[this.level(area) + 1] ?? "")),
        h("td", {}, say(w.own[(levels[area] ?? 0) + 1] ?? "")), h("td", {}, say(w.effects[effect] ?? "")));
    });
    return [
      h("table", { class: "reasons" }, h("caption", {}, say(w.against)), h("thead", {}, h("tr", {}, [w.area, w.you, w.occupation, w.effect].map((name) => h("th", { scope: "col" }, say(name))))), h("tbody", {}, rows)),
      samples(this.engine, [this.domain], place.id),
    ];
  }

  /** −1, 0 or 1 against the person's own mean; a tenth of the scale is no difference. */
  private level(area: number): number {
    const mean = this.scores.reduce((sum, score) => sum + score, 0) / this.scores.length;
    const apart = ((this.scores[area] ?? mean) - mean) / (this.maximum - this.minimum);
    return apart > 0.1 ? 1 : apart < -0.1 ? -1 : 0;
  }

  /** The same of an occupation's standard scores; three tenths of a deviation are no difference. */
  private levelsOf(at: number): number[] {
    const vectors = this.engine.scoring.vectors;
    const standard = this.scores.map((_, area) => {
      const { mean, deviation } = (this.moments[area] ??= momentsOf(vectors.ids.map((_, i) => vectors.figure(this.domain, area, i))));
      return (vectors.figure(this.domain, area, at) - mean) / deviation;
    });
    const mean = standard.reduce((sum, z) => sum + z, 0) / standard.length;
    return standard.map((z) => (z - mean > 0.3 ? 1 : z - mean < -0.3 ? -1 : 0));
  }
}

/** The year behind an occupation's figures, and whether few people answered in one of the domains. */
export function samples({ facts, places, scoring }: Engine, domains: readonly DomainKey[], id: number): Child {
  const w = inEdition(words);
  const at = places.get(id) ?? -1;
  const year = facts.occupations[at]?.year ?? "";
  const small = domains.some((domain) => scoring.vectors.small(domain, at));
  return h("p", { class: "small quiet" }, year === "" ? undefined : say(w.survey(year)), small ? [" ", h("span", { class: "warn" }, say(w.small))] : undefined);
}

interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

function momentsOf(column: readonly number[]): Moments {
  const known = column.filter((x) => !Number.isNaN(x));
  const mean = known.reduce((sum, x) => sum + x, 0) / known.length;
  return { mean, deviation: Math.sqrt(known.reduce((sum, x) => sum + (x - mean) ** 2, 0) / known.length) };
}

/** The element that holds an area's name; bare, without the readings over its kanji. */
function nameElement(domain: InventoryDomain, area: number, bare = false): Element | undefined {
  const found = document.querySelector(`[data-names="${domain}"] [data-area-name="${area}"] dt`);
  if (!found || !bare) return found ?? undefined;
  const copy = found.cloneNode(true) as Element;
  for (const reading of copy.querySelectorAll("rt, rp")) reading.remove();
  return copy;
}

function shown(score: number): string {
  return String(Math.round(score * 100) / 100);
}
