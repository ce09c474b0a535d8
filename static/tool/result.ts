// A ranking in the page: occupations in groups by the word of nearness, ties with one number, each with what speaks for
// and against it. It never shows a percentage or a verdict.

import type { Facts, OccupationFact } from "../data/facts";
import { bands, type Band, type Place, type RefusalCode } from "../scoring/scoring";
import { callBack, dismiss, dismissed } from "../store/dismissed";
import { addToList, inMyList, removeFromList } from "../store/list";
import { append, button, h, type Child } from "./dom";
import { landscape } from "./landscape";
import { count, edition, enumerate, inEdition, plain, say, type Editions } from "./words";

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

interface Words {
  readonly title: string;
  readonly bands: Readonly<Record<Band, string>>;
  readonly compared: (n: string) => string;
  readonly unranked: (n: string) => readonly [string, string];
  readonly narrowed: (n: string) => string;
  readonly none: string;
  readonly stable: string;
  readonly stability: (n: number) => string;
  readonly order: string;
  readonly tie: string;
  readonly more: (n: number) => string;
  readonly why: string;
  readonly keep: string;
  readonly kept: string;
  readonly full: string;
  readonly pass: string;
  readonly passed: (n: number) => string;
  readonly callBack: string;
  readonly list: string;
  readonly table: string;
  readonly map: string;
  readonly print: string;
  readonly rank: string;
  readonly occupation: string;
  readonly nearness: string;
  readonly field: string;
  readonly pay: string;
  readonly ratio: string;
  readonly licence: string;
  readonly unknown: string;
  readonly no: string;
  readonly payOf: (manYen: string, yen: string) => string;
  readonly ratioOf: (ratio: string) => string;
  readonly statistics: string;
}

const words: Editions<Words> = {
  ja: {
    title: "近い職業",
    bands: { beyond: "そのほか（近い順）", "fairly-near": "やや近い", near: "近い", "very-near": "とても近い" },
    compared: (n) => `${n}職業と比べました。`,
    unranked: (n) => ["", `の数字がない${n}職業は、並べていません。`],
    narrowed: (n) => `条件に合わない${n}職業を除いています。`,
    none: "条件に合う職業がありません。条件を一つ減らしてください。",
    stable: "答えをどれか一つ変えても、上位10の職業はすべて10位以内に残ります。",
    stability: (n) => `上位10のうち${n}職業は、答えをどれか一つ変えても10位以内に残ります。残りは、一つの答えで入れ替わる程度の差です。`,
    order: "同じ番号は同じ近さです。番号のわずかな違いに意味はありません。",
    tie: "同じ近さ",
    more: (n) => `次の${n}職業を見る`,
    why: "近い理由と遠い理由",
    keep: "リストに入れる",
    kept: "リストから外す",
    full: "リストに入れられませんでした。",
    pass: "自分には合わない",
    passed: (n) => `見送った職業（${n}）`,
    callBack: "戻す",
    list: "一覧で見る",
    table: "表で見る",
    map: "地図で見る",
    print: "印刷する",
    rank: "順",
    occupation: "職業",
    nearness: "近さ",
    field: "分野",
    pay: "年収",
    ratio: "求人倍率",
    licence: "法律で求められる資格",
    unknown: "数字なし",
    no: "なし",
    payOf: (manYen) => `${manYen}万円`,
    ratioOf: (ratio) => `${ratio}倍`,
    statistics: "年収と求人倍率（全国）は、その職業が入る統計区分の数字です。",
  },
  easy: {
    title: "{近|ちか}い{仕事|しごと}",
    bands: { beyond: "そのほか", "fairly-near": "{少|すこ}し{近|ちか}い", near: "{近|ちか}い", "very-near": "とても{近|ちか}い" },
    compared: (n) => `${n}の{仕事|しごと}と{比|くら}べました。`,
    unranked: (n) => ["", `の{数字|すうじ}がない{仕事|しごと}（${n}）は、ここにありません。`],
    narrowed: (n) => `{条件|じょうけん}に{合|あ}わない{仕事|しごと}（${n}）は、ここにありません。`,
    none: "{条件|じょうけん}に{合|あ}う{仕事|しごと}がありません。{条件|じょうけん}をへらしてください。",
    stable: "{答|こた}えを1つかえても、{上|うえ}の10の{仕事|しごと}は{変|か}わりません。",
    stability: (n) => `{答|こた}えを1つかえても、{上|うえ}の10のうち${n}は{変|か}わりません。`,
    order: "{番号|ばんごう}が{同|おな}じ{仕事|しごと}は、{同|おな}じくらい{近|ちか}いです。",
    tie: "{同|おな}じくらい",
    more: (n) => `{次|つぎ}の${n}を{見|み}る`,
    why: "どうして？",
    keep: "リストに{入|い}れる",
    kept: "リストから{出|だ}す",
    full: "リストに{入|い}れることができませんでした。",
    pass: "これは{見|み}なくていい",
    passed: (n) => `{見|み}なくていい{仕事|しごと}（${n}）`,
    callBack: "もどす",
    list: "{順番|じゅんばん}で{見|み}る",
    table: "{表|ひょう}で{見|み}る",
    map: "{地図|ちず}で{見|み}る",
    print: "{印刷|いんさつ}する",
    rank: "{順番|じゅんばん}",
    occupation: "{仕事|しごと}",
    nearness: "{近|ちか}さ",
    field: "{分野|ぶんや}",
    pay: "1{年|ねん}のお{金|かね}",
    ratio: "{求人倍率|きゅうじんばいりつ}",
    licence: "{必要|ひつよう}な{資格|しかく}",
    unknown: "{数字|すうじ}がない",
    no: "ない",
    payOf: (manYen) => `${manYen}{万円|まんえん}`,
    ratioOf: (ratio) => `${ratio}{倍|ばい}`,
    statistics: "お{金|かね}と{求人倍率|きゅうじんばいりつ}は、にている{仕事|しごと}をあわせた{数字|すうじ}です。",
  },
  en: {
    title: "Nearest occupations",
    bands: { beyond: "Others, nearest first", "fairly-near": "Fairly near", near: "Near", "very-near": "Very near" },
    compared: (n) => `Compared with ${n} occupations. `,
    unranked: (n) => [`${n} occupations have no figures for `, " and are left out. "],
    narrowed: (n) => `${n} occupations outside your conditions are left out. `,
    none: "No occupation meets all conditions. Take one of them back.",
    stable: "Whichever one answer is changed, the first ten all stay in the first ten.",
    stability: (n) => `Whichever one answer is changed, ${n} of the first ten stay in the first ten. The others lie so close that one answer can replace them.`,
    order: "Equal numbers are equally near. Small differences in number mean nothing.",
    tie: "equally near",
    more: (n) => `See the next ${n}`,
    why: "What speaks for it, what against",
    keep: "Add to my list",
    kept: "Take off my list",
    full: "It could not be added.",
    pass: "Not for me",
    passed: (n) => `Passed over (${n})`,
    callBack: "Bring back",
    list: "As a list",
    table: "As a table",
    map: "On the landscape",
    print: "Print",
    rank: "No.",
    occupation: "Occupation",
    nearness: "Nearness",
    field: "Field",
    pay: "Annual pay",
    ratio: "Openings ratio",
    licence: "Licence the law asks for",
    unknown: "no figure",
    no: "none",
    payOf: (_, yen) => `¥${yen} million`,
    ratioOf: (ratio) => ratio,
    statistics: "Annual pay and the openings ratio (whole country) are those of the statistical class the occupation belongs to.",
  },
};

type View = "list" | "table" | "map";

/** How many places are shown at first, and more with each press. */
const batch = 30;

/** Shows a result in its section and moves the focus there. */
export function showResult(section: HTMLElement, result: Result): void {
  const w = inEdition(words);
  const passed = new Set(dismissed());
  let places = result.places.filter((place) => !passed.has(place.id));
  let shown = batch;
  let view: View = "list";
  const byID = new Map(result.facts.occupations.map((o) => [o.id, o]));

  const body = h("div", {});
  const status = h("p", { class: "small", role: "status" });
  const more = button("", () => {
    shown += batch;
    draw();
  }, { class: "button quiet-button" });
  const map = document.querySelector<HTMLElement>("[data-map]") ?? undefined;
  const views = (["list", "table", "map"] as const).map((name) => ({
    name,
    button: button(say(w[name]), () => {
      view = name;
      draw();
    }, { class: "plain", "data-view": name, hidden: name === "map" && !map }),
  }));
  const away = h("div", {});

  function draw(): void {
    const now = places.slice(0, shown);
    body.replaceChildren();
    append(body, now.length === 0 ? [h("p", {}, say(w.none))] : view === "table" ? [table(now)] : [
      view === "map" && map ? landscape(map, now, result) : undefined, groups(now),
    ]);
    more.hidden = places.length <= shown;
    setWords(more, w.more(Math.min(batch, places.length - shown)));
    for (const { name, button } of views) button.setAttribute("aria-pressed", String(name === view));
    drawPassed();
  }

  function groups(now: readonly Place[]): Child[] {
    return [...bands].reverse().map((band) => {
      const members = now.filter((place) => place.band === band);
      if (members.length === 0) return undefined;
      return h("section", { class: "band" }, h("h3", {}, say(w.bands[band])), h("ol", { class: "rows ranks" }, members.map((place) => row(place))));
    });
  }

  function tied(place: Place): boolean {
    return result.places.some((other) => other.rank === place.rank && other.id !== place.id);
  }

  function row(place: Place): HTMLElement | undefined {
    const o = byID.get(place.id);
    if (!o) return undefined;
    const item = h("li", { value: place.rank, "data-id": place.id, "data-band": place.band });
    const details = h("details", {}, h("summary", {}, say(w.why)));
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) details.append(h("div", {}, result.explain(place)));
    });
    const listed = button("", () => {
      const done = inMyList(o.id) ? removeFromList(o.id) : addToList(o.id);
      if (!done) announce([say(w.full)]);
      setWords(listed, inMyList(o.id) ? w.kept : w.keep);
      listed.setAttribute("aria-pressed", String(inMyList(o.id)));
    }, { class: "plain", "data-action": "list", "aria-pressed": String(inMyList(o.id)) });
    setWords(listed, inMyList(o.id) ? w.kept : w.keep);
    const pass = button(say(w.pass), () => {
      const after = item.nextElementSibling ?? item.previousElementSibling;
      dismiss(o.id);
      places = places.filter((other) => other.id !== o.id);
      const focusID = after instanceof HTMLElement ? after.dataset["id"] : undefined;
      draw();
      body.querySelector<HTMLElement>(`li[data-id="${focusID}"] [data-action=pass]`)?.focus();
    }, { class: "plain", "data-action": "pass" });
    append(item, [
      h("b", { class: "rank" }, String(place.rank)), " ", link(o), tied(place) ? h("span", { class: "flag" }, say(w.tie)) : undefined,
      h("p", { class: "small" }, field(o), "　", facts(o)),
      h("p", { class: "small" }, result.brief(place)),
      details,
      h("p", { class: "row-actions" }, listed, " ", pass),
    ]);
    return item;
  }

  function link(o: OccupationFact): HTMLElement {
    const name = edition === "en" ? o.english : edition === "easy" ? say(`{${o.name}|${o.reading}}`) : o.name;
    return h("a", { href: `${result.root}occupations/${o.slug}/` }, name);
  }

  function field(o: OccupationFact): Child {
    const known = result.facts.fields[o.field];
    return known ? h("span", { class: `chip hue hue-${known.hue}` }, edition === "en" ? known.english ?? known.name : known.name) : undefined;
  }

  function pay(o: OccupationFact): Child {
    const annual = result.facts.wageClasses[o.wageClass]?.annualPay ?? null; // thousand yen
    return annual === null ? say(w.unknown) : say(w.payOf(count(Math.round(annual / 10)), (annual / 1000).toFixed(1)));
  }

  function ratio(o: OccupationFact): Child {
    const hundredths = result.facts.groups[o.group]?.ratios[0] ?? null;
    return hundredths === null ? say(w.unknown) : say(w.ratioOf((hundredths / 100).toFixed(2)));
  }

  function facts(o: OccupationFact): Child {
    return [say(w.pay), " ", pay(o), "　", say(w.ratio), " ", ratio(o)];
  }

  function table(now: readonly Place[]): HTMLElement {
    const head = [w.rank, w.occupation, w.nearness, w.field, w.pay, w.ratio, w.licence];
    const rows = now.map((place) => {
      const o = byID.get(place.id);
      if (!o) return undefined;
      const licences = o.required.map((i) => result.facts.licences[i]).map((x) => (edition === "en" ? x?.english ?? x?.name : x?.name));
      return h("tr", { "data-id": place.id, "data-band": place.band },
        h("td", { class: "n" }, String(place.rank)), h("th", { scope: "row" }, link(o)), h("td", {}, say(w.bands[place.band])), h("td", {}, field(o)),
        h("td", { class: "n" }, pay(o)), h("td", { class: "n" }, ratio(o)), h("td", {}, licences.length > 0 ? enumerate(licences) : say(w.no)));
    });
    return h("section", { class: "scroll", tabindex: 0, "aria-label": plain(w.table) },
      h("table", {}, h("caption", {}, say(w.order)), h("thead", {}, h("tr", {}, head.map((name) => h("th", { scope: "col" }, say(name))))), h("tbody", {}, rows)));
  }

  function drawPassed(): void {
    const ids = dismissed().filter((id) => byID.has(id));
    const open = away.querySelector("details")?.open === true;
    away.replaceChildren();
    if (ids.length === 0) return;
    const list = ids.map((id) => {
      const o = byID.get(id);
      return o && h("li", {}, link(o), " ", button(say(w.callBack), () => {
        callBack(id);
        places = result.places.filter((place) => !dismissed().includes(place.id));
        draw();
      }, { class: "plain", "data-action": "call-back" }));
    });
    away.append(h("details", { open }, h("summary", {}, say(w.passed(ids.length))), h("ul", {}, list)));
  }

  function announce(message: Child[]): void {
    status.replaceChildren();
    append(status, message);
  }

  const [before, after] = w.unranked(count(result.unranked));
  section.replaceChildren();
  append(section, [
    h("h2", { id: "result-title" }, say(w.title)),
    h("p", {}, say(w.compared(count(result.places.length + (result.narrowed ?? 0)))),
      result.unranked > 0 ? [say(before), result.compared, say(after)] : undefined,
      result.narrowed ? say(w.narrowed(count(result.narrowed))) : undefined),
    result.stability === undefined ? undefined : h("p", { "data-stability": result.stability }, say(result.stability >= 10 ? w.stable : w.stability(result.stability))),
    result.own,
    h("p", { class: "small quiet" }, say(w.order)),
    h("p", { class: "row-actions" }, views.map((v) => v.button), button(say(w.print), () => print(), { class: "plain" })),
    status, body, more, away,
    h("p", { class: "source" }, say(w.statistics)),
  ]);
  draw();
  section.dataset["state"] = "done";
  section.hidden = false;
  section.focus();
}

function setWords(element: HTMLElement, text: string): void {
  element.replaceChildren();
  append(element, [say(text)]);
}

interface Refusals {
  readonly title: string;
  readonly tooFew: string;
  readonly same: string;
  readonly flat: string;
  readonly range: string;
  readonly other: string;
  readonly load: string;
  readonly nothing: string;
}

const refusals: Editions<Refusals> = {
  ja: {
    title: "まだ並べられません",
    tooFew: "答えが足りない領域があります。どの領域も3分の2以上に答えると、並べられます。空いている質問に答えてください。",
    same: "すべて同じ答えなので、職業を並べる手がかりがありません。少しでも好みに差のある質問がないか、見直してください。",
    flat: "どの領域もほとんど同じ点数なので、並べても順番に意味がありません。答えを見直すか、興味と価値観のもう一方を試してください。",
    range: "点数のどれかが、選んだ範囲の外にあります。",
    other: "この答えからは並べられません。ページを開き直して、もう一度試してください。",
    load: "計算に使うファイルを読み込めませんでした。通信の状態を確かめて、もう一度押してください。職業の一覧と分野のページは、そのまま使えます。",
    nothing: "使う結果を一つ以上選んでください。まだ結果がなければ、上の道具のどれかに答えてください。",
  },
  easy: {
    title: "まだ{結果|けっか}を{出|だ}すことができません",
    tooFew: "{答|こた}えが{足|た}りません。まだ{答|こた}えていない{質問|しつもん}に{答|こた}えてください。",
    same: "{答|こた}えがぜんぶ{同|おな}じです。もう{一度|いちど}、{考|かんが}えてみてください。",
    flat: "{点|てん}がみんな{同|おな}じくらいです。もう{一度|いちど}、{考|かんが}えてみてください。",
    range: "{点数|てんすう}が{大|おお}きすぎるか、{小|ちい}さすぎます。",
    other: "{結果|けっか}を{出|だ}すことができません。ページをもう{一度|いちど}{開|ひら}いてください。",
    load: "ファイルを{読|よ}むことができませんでした。もう{一度|いちど}ボタンをおしてください。",
    nothing: "{使|つか}う{結果|けっか}を1つ{選|えら}んでください。まだないときは、{上|うえ}の{道具|どうぐ}に{答|こた}えてください。",
  },
  en: {
    title: "Not enough to rank by yet",
    tooFew: "Some area has too few answers. At least two thirds of each area must be answered. Please answer the open questions.",
    same: "All answers are the same, so nothing tells occupations apart. See whether there is any question you feel a little differently about.",
    flat: "All areas come out nearly alike, so an order would mean nothing. Look at your answers again, or try the other of interests and values.",
    range: "One of the scores lies outside the scale you chose.",
    other: "These answers cannot be ranked. Open the page anew and try again.",
    load: "The files for computing could not be loaded. Check the connection and press again. The lists of occupations and fields work all the same.",
    nothing: "Choose at least one result. If there is none yet, answer one of the tools above.",
  },
};

/** Why there is no result: a refusal of the scoring module, files that could not be loaded, nothing to go by. */
export type Reason = RefusalCode | "load" | "nothing";

/** Says in words why there is no result. */
export function showRefusal(section: HTMLElement, reason: Reason): void {
  const w = inEdition(refusals);
  const sentences: Partial<Record<Reason, string>> = {
    load: w.load, nothing: w.nothing, "too-few-answers": w.tooFew, "same-answer": w.same, flat: w.flat, "out-of-range": w.range, "not-finite": w.range,
  };
  section.replaceChildren();
  append(section, [h("h2", { id: "result-title" }, say(w.title)), h("p", { class: "warn" }, say(sentences[reason] ?? w.other))]);
  section.dataset["state"] = "refused";
  section.hidden = false;
  section.focus();
}
