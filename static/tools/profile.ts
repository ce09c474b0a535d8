// The script of tools/profile/: a profile from past occupations, adjusted by item, ranked, and held against a target.

import { LoadError } from "../load/binary";
import { gapClasses, profileDomains, type GapClass, type Gaps, type Place } from "../scoring/scoring";
import { loadFacts, type OccupationFact } from "../data/facts";
import { keepProfile, keptProfile, pastLimit, profileFigures, yearsLimit, type Profile } from "../store/profile";
import { append, button, h, type Child } from "../tool/dom";
import { startEngine, type Engine } from "../tool/engine";
import { nameOf, picker } from "../tool/picker";
import { showRefusal, showResult } from "../tool/result";
import { edition, enumerate, inEdition, plain, say, type Editions } from "../tool/words";

type Domain = (typeof profileDomains)[number];

interface Words {
  readonly years: string;
  readonly off: string;
  readonly full: string;
  readonly unset: string;
  readonly own: string;
  readonly reset: string;
  readonly licence: string;
  readonly add: string;
  readonly noLicence: string;
  readonly empty: string;
  readonly load: string;
  readonly compared: string;
  readonly from: string;
  readonly alike: string;
  readonly different: string;
  readonly nothing: string;
  readonly domain: string;
  readonly effect: string;
  readonly nearer: string;
  readonly further: string;
  readonly gap: (name: string) => string;
  readonly classes: Readonly<Record<GapClass, string>>;
  readonly lead: Readonly<Record<GapClass, string>>;
  readonly item: string;
  readonly you: string;
  readonly target: string;
  readonly more: (n: number) => string;
  readonly unknown: (n: number) => string;
  readonly missing: string;
  readonly noneMissing: string;
  readonly required: string;
  readonly related: string;
  readonly noFigures: string;
  readonly print: string;
}

const words: Editions<Words> = {
  ja: {
    years: "年数", off: "外す", full: "職業は10まで入れられます。", unset: "未入力", own: "自分で直した項目", reset: "戻す", licence: "資格の名前", add: "加える", noLicence: "その名前の資格は見つかりません。一覧から選んでください。",
    empty: "先に、これまでの職業を入れるか、項目を直してください。", load: "計算に使うファイルを読み込めませんでした。通信の状態を確かめて、もう一度試してください。",
    compared: "スキル、知識、アビリティ、仕事の内容", from: "比べた領域と、プロフィールにある項目の数: ", alike: "形が近い領域: ", different: "形が違う領域: ", nothing: "なし", domain: "領域", effect: "はたらき", nearer: "近づける", further: "遠ざける",
    gap: (name) => `${name}との差`, classes: { enough: "もう足りている", small: "少し差がある", large: "差が大きい" },
    lead: { enough: "目標の職業らしい項目から並べています。", small: "目標の職業らしい項目から並べています。", large: "目標の職業らしい項目から並べています。学び方や経験の積み方を調べる手がかりです。" },
    item: "項目", you: "あなた", target: "目標", more: (n) => `残りの${n}項目`, unknown: (n) => `数字がなく比べられない項目: ${n}`,
    missing: "法律で求められる資格で、まだないもの: ", noneMissing: "法律で求められる資格: 不足なし", required: "どれが要るかは仕事の範囲によります。", related: "関連する資格: ", noFigures: "目標の職業に数字がないため、項目の差は計算できません。", print: "相談のために印刷する",
  },
  easy: {
    years: "{何年|なんねん}", off: "{出|だ}す", full: "10までです。", unset: "まだ", own: "{直|なお}した", reset: "もどす", licence: "{資格|しかく}の{名前|なまえ}", add: "{入|い}れる", noLicence: "その{資格|しかく}はありません。リストから{選|えら}んでください。",
    empty: "{前|まえ}の{仕事|しごと}を{入|い}れてください。", load: "{数字|すうじ}を{読|よ}むことができませんでした。もう{一度|いちど}してください。",
    compared: "{比|くら}べる{数字|すうじ}", from: "{比|くら}べた{数|かず}: ", alike: "{近|ちか}いところ: ", different: "ちがうところ: ", nothing: "ない", domain: "グループ", effect: "{結果|けっか}", nearer: "{近|ちか}くなる", further: "{遠|とお}くなる",
    gap: (name) => `${name}とのちがい`, classes: { enough: "もう{大丈夫|だいじょうぶ}", small: "{少|すこ}したりない", large: "たりない" },
    lead: { enough: "その{仕事|しごと}で{大切|たいせつ}な{順番|じゅんばん}です。", small: "その{仕事|しごと}で{大切|たいせつ}な{順番|じゅんばん}です。", large: "その{仕事|しごと}で{大切|たいせつ}な{順番|じゅんばん}です。" },
    item: "こと", you: "あなた", target: "その{仕事|しごと}", more: (n) => `あと${n}`, unknown: (n) => `{数字|すうじ}がないこと: ${n}`,
    missing: "{必要|ひつよう}な{資格|しかく}で、まだないもの: ", noneMissing: "{必要|ひつよう}な{資格|しかく}: あります", required: "{仕事|しごと}によってちがいます。", related: "{関係|かんけい}がある{資格|しかく}: ", noFigures: "その{仕事|しごと}の{数字|すうじ}がありません。", print: "{印刷|いんさつ}する",
  },
  en: {
    years: "Years", off: "Remove", full: "Ten occupations at most.", unset: "not set", own: "adjusted by you", reset: "Undo", licence: "Name of a licence", add: "Add", noLicence: "No licence has that name. Choose one from the list.",
    empty: "First enter an occupation you have had, or adjust an item.", load: "The files for computing could not be loaded. Check the connection and try again.",
    compared: "skills, knowledge, abilities and activities", from: "Domains compared, with the items your profile has: ", alike: "Alike in: ", different: "Different in: ", nothing: "none", domain: "Domain", effect: "Effect", nearer: "brings it nearer", further: "moves it away",
    gap: (name) => `The gap to ${name}`, classes: { enough: "Already enough", small: "Small gap", large: "Large gap" },
    lead: { enough: "What is most typical of the target first.", small: "What is most typical of the target first.", large: "What is most typical of the target first: a lead for learning and experience." },
    item: "Item", you: "You", target: "Target", more: (n) => `The other ${n} items`, unknown: (n) => `Items without figures: ${n}`,
    missing: "Licences the law asks for that you do not hold: ", noneMissing: "Licences the law asks for: none missing", required: "Which of several is needed depends on the scope of the work.", related: "Related licences: ", noFigures: "The target has no figures, so the gap by item cannot be computed.", print: "Print for a consultation",
  },
};

const w = inEdition(words);

/** How many items of a class stand open. */
const open = 8;

class ProfilePage {
  private profile: Profile = keptProfile();
  private readonly main: HTMLElement;
  private readonly section: HTMLElement;
  private readonly gapSection: HTMLElement;
  private readonly rows = h("ul", { class: "rows" });
  private readonly held = h("ul", { class: "chips" });
  private readonly status = h("p", { role: "status", class: "small" });
  private readonly redraw: (() => void)[] = [];
  private engine: Engine | undefined;

  constructor(main: HTMLElement, section: HTMLElement, gapSection: HTMLElement) {
    this.main = main;
    this.section = section;
    this.gapSection = gapSection;
    for (const list of main.querySelectorAll<HTMLElement>("ul[data-domain]")) this.controls(list);
    this.licences();
    const score = main.querySelector<HTMLButtonElement>("[data-action=score]");
    if (score) {
      score.hidden = false;
      score.addEventListener("click", () => void this.guard(() => this.score()));
    }
  }

  /** Names have to be there before an occupation can be chosen; figures come when one is. */
  connect(facts: Engine["facts"]): void {
    append(this.place("past"), [this.rows, picker("past-name", facts, (o) => void this.guard(() => this.addPast(o))), this.status]);
    append(this.place("target"), [picker("target-name", facts, (o) => void this.guard(() => this.compare(o)))]);
    this.drawPast(facts);
    const target = facts.occupations.find((o) => o.id === this.profile.target);
    if (target && profileFigures(this.profile)) void this.guard(() => this.compare(target, false));
  }

  private place(name: string): HTMLElement {
    return this.main.querySelector<HTMLElement>(`[data-${name}]`) ?? this.main;
  }

  /** Runs what needs the files for computing, and says so where they do not come. */
  async guard(work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      this.say(w.load);
    }
  }

  private say(text: string): void {
    this.status.replaceChildren();
    append(this.status, [say(text)]);
  }

  private async start(): Promise<Engine> {
    this.engine ??= await startEngine(this.main);
    return this.engine;
  }

  /** Keeps a change and makes the figures anew: the mean of the past, and over it what was adjusted. */
  private async change(part: Partial<Profile>): Promise<void> {
    this.profile = { ...this.profile, ...part };
    const engine = await this.start();
    const past = this.profile.past.length > 0 ? engine.scoring.profileOf(this.profile.past) : undefined;
    const figures: Partial<Record<Domain, (number | null)[]>> = {};
    for (const domain of profileDomains) {
      const items = engine.facts.domains.find((d) => d.key === domain)?.items ?? [];
      figures[domain] = items.map((item, i) => {
        const mean = past?.state === "done" ? past.figures[domain][i] ?? NaN : NaN;
        return this.profile.adjusted[`${domain}/${item.key}`] ?? (Number.isNaN(mean) ? null : Math.round(mean * 1000) / 1000);
      });
    }
    this.profile = { ...this.profile, figures };
    keepProfile(this.profile);
    for (const draw of this.redraw) draw();
    this.section.hidden = true;
    delete this.section.dataset["state"];
  }

  private async addPast(o: OccupationFact): Promise<void> {
    const others = this.profile.past.filter((p) => p.id !== o.id);
    if (others.length >= pastLimit) {
      this.say(w.full);
      return;
    }
    this.say("");
    await this.change({ past: [...others, { id: o.id, years: this.profile.past.find((p) => p.id === o.id)?.years ?? 1 }] });
    this.drawPast((await this.start()).facts);
  }

  private drawPast(facts: Engine["facts"]): void {
    this.rows.replaceChildren(...this.profile.past.map((past) => {
      const o = facts.occupations.find((x) => x.id === past.id);
      const name = o ? nameOf(o) : String(past.id);
      const years = h("input", { type: "number", min: 0.5, max: yearsLimit, step: 0.5, value: past.years, inputmode: "decimal", "aria-label": plain(`${name} ${w.years}`) });
      years.addEventListener("change", () => {
        const typed = Math.min(yearsLimit, Math.max(0.5, years.valueAsNumber || 1));
        years.value = String(typed);
        void this.guard(() => this.change({ past: this.profile.past.map((p) => (p.id === past.id ? { id: p.id, years: typed } : p)) }));
      });
      return h("li", { "data-id": past.id }, name, " ", h("label", { class: "small" }, years, " ", say(w.years)), " ",
        button(say(w.off), () => void this.guard(async () => {
          await this.change({ past: this.profile.past.filter((p) => p.id !== past.id) });
          this.drawPast(facts);
          document.getElementById("past-name")?.focus();
        }), { class: "plain", "aria-label": plain(`${w.off}: ${name}`) }));
    }));
  }

  /** A slider beside every item of a domain. */
  private controls(list: HTMLElement): void {
    const domain = list.dataset["domain"] as Domain; // templates/tool-profile.html
    const [minimum, maximum] = domain === "skills" ? [0, 7] : domain === "knowledge" ? [0, 5] : [1, 5];
    Array.from(list.querySelectorAll<HTMLElement>("[data-item]")).forEach((row, i) => {
      const key = `${domain}/${row.dataset["item"]}`;
      const name = row.querySelector("a")?.textContent ?? "";
      const range = h("input", { type: "range", min: minimum, max: maximum, step: 0.1, "aria-label": name });
      const value = h("output", { class: "n" });
      const own = h("span", { class: "flag" }, say(w.own));
      const reset = button(say(w.reset), () => {
        const { [key]: _, ...adjusted } = this.profile.adjusted;
        void this.guard(() => this.change({ adjusted }));
        range.focus();
      }, { class: "plain", "aria-label": plain(`${w.reset}: ${name}`) });
      range.addEventListener("change", () => void this.guard(() => this.change({ adjusted: { ...this.profile.adjusted, [key]: range.valueAsNumber } })));
      range.addEventListener("input", () => (value.textContent = range.valueAsNumber.toFixed(1)));
      const draw = (): void => {
        const figure = this.profile.figures[domain]?.[i] ?? null;
        range.value = String(figure ?? minimum);
        value.textContent = figure === null ? plain(w.unset) : figure.toFixed(1);
        own.hidden = reset.hidden = this.profile.adjusted[key] === undefined;
      };
      this.redraw.push(draw);
      draw();
      append(row.querySelector("[data-control]") ?? row, [range, " ", value, " ", own, " ", reset]);
    });
  }

  private licences(): void {
    const options = Array.from(this.main.querySelectorAll<HTMLOptionElement>("#licence-names option"));
    const input = h("input", { id: "licence", type: "text", list: "licence-names", autocomplete: "off" });
    const status = h("p", { role: "status", class: "small" });
    const form = h("form", { class: "pick" }, h("label", { for: "licence" }, say(w.licence)), h("span", {}, input, " ", h("button", { type: "submit", class: "plain" }, say(w.add))), status);
    const draw = (): void => {
      this.held.replaceChildren(...this.profile.licences.map((key) => {
        const name = options.find((option) => option.dataset["key"] === key)?.value ?? key;
        return h("li", {}, button([name, " ×"], () => keep(this.profile.licences.filter((other) => other !== key)), { class: "plain", "aria-label": plain(`${w.off}: ${name}`) }));
      }));
    };
    const keep = (licences: readonly string[]): void => {
      this.profile = { ...this.profile, licences };
      keepProfile(this.profile);
      draw();
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const key = options.find((option) => option.value === input.value.trim())?.dataset["key"];
      status.replaceChildren();
      if (key === undefined) append(status, [say(w.noLicence)]);
      else if (!this.profile.licences.includes(key)) keep([...this.profile.licences, key]);
      if (key !== undefined) input.value = "";
    });
    append(this.place("licences"), [this.held, form]);
    draw();
  }

  private async score(): Promise<void> {
    const figures = profileFigures(this.profile);
    if (!figures) {
      this.refuse(this.section);
      return;
    }
    const engine = await this.start();
    const ranking = engine.scoring.rankProfile(figures);
    if (ranking.state === "refused") {
      showRefusal(this.section, ranking.reason);
      return;
    }
    const names = profileDomains.map((domain) => domainName(engine, domain));
    const known = names.map((name, i) => ({ name, items: ranking.scores[i] ?? 0 })).filter((x) => x.items > 0);
    showResult(this.section, {
      facts: engine.facts, root: engine.root, places: ranking.places, unranked: ranking.unranked, compared: say(w.compared),
      own: h("p", { class: "small" }, say(w.from), enumerate(known.map((x) => `${x.name} ${x.items}`))),
      brief: (place) => this.brief(names, place), explain: (place) => this.explain(names, place),
    });
  }

  private refuse(section: HTMLElement): void {
    section.replaceChildren(h("p", { class: "note-box", role: "alert" }, say(w.empty)));
    section.dataset["state"] = "refused";
    section.hidden = false;
  }

  private brief(names: readonly string[], place: Place): Child {
    const list = (sign: number): Child => {
      const some = names.filter((_, i) => (place.contributions[i] ?? NaN) * sign > 0.05);
      return some.length === 0 ? say(w.nothing) : enumerate(some);
    };
    return [say(w.alike), list(1), "　", say(w.different), list(-1)];
  }

  private explain(names: readonly string[], place: Place): Child {
    return h("table", {}, h("caption", {}, say(w.compared)), h("thead", {}, h("tr", {}, [w.domain, w.effect].map((name) => h("th", { scope: "col" }, say(name))))),
      h("tbody", {}, names.map((name, i) => {
        const effect = place.contributions[i] ?? NaN;
        return h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, say(Number.isNaN(effect) ? w.nothing : effect > 0 ? w.nearer : w.further)));
      })));
  }

  /** The gap to an occupation, by domain and class, and the licences missing. */
  private async compare(o: OccupationFact, move = true): Promise<void> {
    const figures = profileFigures(this.profile);
    if (!figures) {
      this.refuse(this.gapSection);
      return;
    }
    const engine = await this.start();
    this.profile = { ...this.profile, target: o.id };
    keepProfile(this.profile);
    const at = engine.places.get(o.id) ?? -1;
    const parts = profileDomains.flatMap((domain) => {
      const own = figures[domain];
      const gaps = own ? engine.scoring.gap(domain, own, o.id) : undefined;
      return own && gaps?.state === "done" && gaps.items.length > 0 ? [this.domainGap(engine, domain, own, at, gaps)] : [];
    });
    this.gapSection.replaceChildren();
    append(this.gapSection, [
      h("h2", { id: "gap-title" }, say(w.gap(nameOf(o)))),
      h("p", {}, h("a", { href: `${engine.root}occupations/${o.slug}/` }, nameOf(o))),
      h("p", { class: "row-actions" }, button(say(w.print), () => print(), { class: "plain" })),
      this.missingLicences(engine, o),
      parts.length > 0 ? parts : h("p", { class: "note-box" }, say(w.noFigures)),
    ]);
    this.gapSection.dataset["state"] = "done";
    this.gapSection.hidden = false;
    if (move) this.gapSection.focus();
  }

  private missingLicences(engine: Engine, o: OccupationFact): Child {
    const link = (i: number): Child => {
      const x = engine.facts.licences[i];
      return x && h("a", { href: `${engine.root}licences/${x.key}/` }, edition === "en" ? x.english ?? x.name : x.name);
    };
    const lacks = (i: number): boolean => !this.profile.licences.includes(engine.facts.licences[i]?.key ?? "");
    const missing = o.required.filter(lacks);
    const related = o.licences.filter((i) => !o.required.includes(i) && lacks(i));
    return [
      h("p", { "data-missing": missing.length }, missing.length === 0 ? say(w.noneMissing) : [say(w.missing), enumerate(missing.map(link)), missing.length > 1 ? [" ", say(w.required)] : undefined]),
      related.length > 0 ? h("p", { class: "small" }, say(w.related), enumerate(related.map(link))) : undefined,
    ];
  }

  private domainGap(engine: Engine, domain: Domain, own: readonly number[], at: number, gaps: Gaps): Child {
    const items = engine.facts.domains.find((d) => d.key === domain)?.items ?? [];
    const row = (i: number): Child => {
      const item = items[i];
      const { minimum, maximum } = engine.scoring.vectors.scale(domain, i);
      const bar = (figure: number, mark: string): Child =>
        h("td", { class: `t ${mark} v${Math.round((100 * (figure - minimum)) / (maximum - minimum))}` }, figure.toFixed(1));
      return h("tr", {}, h("th", { scope: "row" }, item ? h("a", { href: `${engine.root}items/${domain}/${item.key.replace(/_/g, "-")}/` }, edition === "en" ? item.english ?? item.name : item.name) : ""),
        bar(own[i] ?? NaN, "u"), bar(engine.scoring.vectors.figure(domain, i, at), ""));
    };
    const table = (caption: Child, of: readonly number[]): Child => h("table", { class: "side gap" }, h("caption", {}, caption),
      h("thead", {}, h("tr", {}, [w.item, w.you, w.target].map((name) => h("th", { scope: "col" }, say(name))))), h("tbody", {}, of.map(row)));
    return h("section", { "data-domain": domain }, h("h3", {}, domainName(engine, domain)),
      gapClasses.map((name) => {
        const of = gaps.items.filter((gap) => gap.class === name).map((gap) => gap.item);
        return of.length === 0 ? undefined : h("section", { "data-class": name }, h("h4", {}, say(w.classes[name]), `（${of.length}）`), table(say(w.lead[name]), of.slice(0, open)),
          of.length > open ? h("details", {}, h("summary", {}, h("span", {}, say(w.more(of.length - open)))), table(say(w.classes[name]), of.slice(open))) : undefined);
      }),
      gaps.unknown > 0 ? h("p", { class: "small quiet" }, say(w.unknown(gaps.unknown))) : undefined);
  }
}

function domainName(engine: Engine, domain: Domain): string {
  const fact = engine.facts.domains.find((d) => d.key === domain);
  return (edition === "en" ? fact?.english : undefined) ?? fact?.name ?? domain;
}

async function start(main: HTMLElement, section: HTMLElement, gapSection: HTMLElement): Promise<void> {
  main.querySelector(".needs-script")?.remove();
  const page = new ProfilePage(main, section, gapSection);
  await page.guard(async () => {
    const facts = await loadFacts(main.dataset["facts"] ?? "");
    page.connect(facts);
  });
}

const main = document.querySelector<HTMLElement>("main[data-tool]");
const section = main?.querySelector<HTMLElement>("[data-result]");
const gapSection = main?.querySelector<HTMLElement>("[data-gap]");
if (main && section && gapSection) void start(main, section, gapSection);
