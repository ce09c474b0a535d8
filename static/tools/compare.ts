// The script of tools/compare/: up to five occupations side by side. Which they are stands in the address (?ids=156,39).

import { loadFacts, type Facts, type OccupationFact } from "../data/facts";
import { domainKeys, loadVectors, type DomainKey, type Vectors } from "../data/vectors";
import { loadBinary, LoadError } from "../load/binary";
import { myList } from "../store/list";
import { compareWords } from "../tool/compare-words";
import { append, button, h, svg, type Child } from "../tool/dom";
import { nameOf, picker } from "../tool/picker";
import { edition, enumerate, inEdition, plain, say } from "../tool/words";

const most = 5;

const w = inEdition(compareWords);

/** Domains whose items are compared, in the order of the occupation pages. */
const compared: readonly DomainKey[] = ["interests", "values", "skills", "knowledge", "abilities", "natures", "activities", "education", "employment"];

/** How many items stand open in each domain. */
const open = 6;

async function start(page: HTMLElement): Promise<void> {
  const section = page.querySelector<HTMLElement>("[data-result]");
  const place = page.querySelector<HTMLElement>("[data-picker]");
  if (!section || !place) return;
  page.querySelector(".needs-script")?.remove();
  try {
    const path = (name: string): string => page.dataset[name] ?? "";
    const [facts, vectors] = await Promise.all([loadFacts(path("facts")), loadVectors(path("vectors"))]);
    new ComparePage(page, place, section, facts, vectors);
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    append(place, [h("p", { class: "note-box", role: "alert" }, say(w.load))]);
  }
}

/** An occupation with its place in the facts and vectors. */
interface Chosen {
  readonly o: OccupationFact;
  readonly at: number;
}

class ComparePage {
  private readonly page: HTMLElement;
  private readonly section: HTMLElement;
  private readonly facts: Facts;
  private readonly vectors: Vectors;
  private readonly root: string;
  private readonly places: HTMLSelectElement | null;
  private readonly chips = h("ul", { class: "chips" });
  private readonly status = h("p", { role: "status", class: "small" });
  private chosen: readonly Chosen[] = [];

  constructor(page: HTMLElement, place: HTMLElement, section: HTMLElement, facts: Facts, vectors: Vectors) {
    this.page = page;
    this.section = section;
    this.facts = facts;
    this.vectors = vectors;
    this.root = page.dataset["root"] ?? "";
    this.places = page.querySelector<HTMLSelectElement>("select[name=place]");
    const label = this.places?.closest("label");
    if (label) label.hidden = false;
    this.places?.addEventListener("change", () => this.draw());
    append(place, [this.chips, picker("add", facts, (o) => this.add(o.id)), this.listed(), this.status]);
    addEventListener("popstate", () => this.fromAddress());
    this.fromAddress();
  }

  private listed(): Child {
    const ids = myList().map((entry) => entry.id);
    return ids.length === 0 ? undefined : button(say(w.fromList), () => ids.slice(0, most).forEach((id) => this.add(id)), { class: "plain", "data-action": "from-list" });
  }

  /** What the address names; numbers of nothing are passed over. */
  private fromAddress(): void {
    const ids = (new URLSearchParams(location.search).get("ids") ?? "").split(",").map(Number);
    this.chosen = [...new Set(ids)].flatMap((id) => this.find(id) ?? []).slice(0, most);
    this.draw();
  }

  private find(id: number): Chosen | undefined {
    const at = this.facts.occupations.findIndex((o) => o.id === id);
    const o = this.facts.occupations[at];
    return o ? { o, at } : undefined;
  }

  private add(id: number): void {
    const found = this.find(id);
    if (!found) return;
    const there = this.chosen.some((c) => c.o.id === id);
    this.say(there ? w.already : this.chosen.length >= most ? w.full : "");
    if (!there && this.chosen.length < most) this.choose([...this.chosen, found]);
  }

  private choose(chosen: readonly Chosen[]): void {
    this.chosen = chosen;
    const ids = chosen.map((c) => c.o.id).join(",");
    history.pushState(null, "", ids === "" ? location.pathname : `?ids=${ids}`);
    this.draw();
  }

  private say(text: string): void {
    this.status.replaceChildren();
    append(this.status, [say(text)]);
  }

  private draw(): void {
    this.chips.replaceChildren(...this.chosen.map((c) => h("li", {}, button([nameOf(c.o), " ×"], () => {
      this.say("");
      this.choose(this.chosen.filter((other) => other !== c));
      document.getElementById("add")?.focus();
    }, { class: "plain", "aria-label": plain(`${w.off}: ${nameOf(c.o)}`) }))));
    this.section.replaceChildren();
    delete this.section.dataset["state"];
    this.section.hidden = this.chosen.length === 0;
    append(this.section, this.chosen.length < 2 ? [h("h2", { id: "result-title" }, say(w.title)), h("p", {}, say(w.few))] : this.result());
    if (this.chosen.length >= 2) this.section.dataset["state"] = "done";
  }

  private result(): Child[] {
    return [
      h("h2", { id: "result-title" }, say(w.title)),
      h("p", { class: "row-actions" }, button(say(w.print), () => print(), { class: "plain" })),
      this.basics(), this.curve(), h("h3", {}, say(w.figures)), compared.map((domain) => this.domain(domain)), this.tasks(),
    ];
  }

  /** A table with a column for each occupation, in a box that scrolls by itself. */
  private table(name: string, caption: Child, rows: Child): HTMLElement {
    return h("section", { class: "scroll", tabindex: 0, "aria-label": plain(name) },
      h("table", { class: "side" }, h("caption", {}, caption),
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say(w.item)), this.chosen.map(({ o }) => h("th", { scope: "col" }, this.link(o))))),
        h("tbody", {}, rows)));
  }

  private link(o: OccupationFact): HTMLElement {
    return h("a", { href: `${this.root}occupations/${o.slug}/` }, edition === "easy" ? say(`{${o.name}|${o.reading}}`) : nameOf(o));
  }

  private line(name: string, cell: (c: Chosen) => Child): HTMLElement {
    return h("tr", {}, h("th", { scope: "row" }, say(name)), this.chosen.map((c) => h("td", {}, cell(c))));
  }

  private basics(): Child {
    const place = Number(this.places?.value ?? 0);
    const wage = (c: Chosen) => this.facts.wageClasses[c.o.wageClass];
    const group = (c: Chosen) => this.facts.groups[c.o.group];
    const figure = (n: number | null | undefined, tell: (n: number) => string): Child => say(n === null || n === undefined ? w.unknown : tell(n));
    const sharing = (n: number | undefined): Child => (n !== undefined && n > 1 ? h("p", { class: "small quiet" }, say(w.shared(n))) : undefined);
    const licences = (all: readonly number[]): Child => all.length === 0 ? say(w.none) : enumerate(all.map((i) => {
      const x = this.facts.licences[i];
      return x && h("a", { href: `${this.root}licences/${x.key}/` }, edition === "en" ? x.english ?? x.name : x.name);
    }));
    const r = w.rows;
    return [h("h3", {}, say(w.basics)), this.table(w.basics, say(w.basics), [
      this.line(r.field, (c) => (edition === "en" ? this.facts.fields[c.o.field]?.english : this.facts.fields[c.o.field]?.name)),
      this.line(r.pay, (c) => [figure(wage(c)?.annualPay, w.man), sharing(wage(c)?.shared)]),
      this.line(r.age, (c) => figure(wage(c)?.age, w.years)),
      this.line(r.hours, (c) => figure(wage(c)?.hours, w.perMonth)),
      this.line(r.overtime, (c) => figure(wage(c)?.overtime, w.perMonth)),
      this.line(r.ratio, (c) => [figure(group(c)?.ratios[place], (n) => (n / 100).toFixed(2)), sharing(group(c)?.shared)]),
      this.line(r.monthly, (c) => figure(group(c)?.monthly[place], w.monthly)),
      this.line(r.hourly, (c) => figure(group(c)?.hourly[place], w.yen)),
      this.line(r.required, (c) => licences(c.o.required)),
      this.line(r.licences, (c) => licences(c.o.licences)),
      this.line(r.year, (c) => c.o.year || say(w.unknown)),
    ])];
  }

  /** One small chart each, on one scale, over a table of the same numbers. */
  private curve(): Child {
    const byAge = this.chosen.map((c) => this.facts.wageClasses[c.o.wageClass]?.payByAge ?? []);
    const youngest = (band: string): number => (band === "under20" ? 0 : Number(band));
    const bands = [...new Set(byAge.flatMap((ages) => ages.map((a) => a.band)))].sort((a, b) => youngest(a) - youngest(b));
    if (bands.length === 0) return undefined;
    const top = Math.max(...byAge.flatMap((ages) => ages.map((a) => a.pay ?? 0)));
    const pay = (i: number, band: string): number | null => byAge[i]?.find((a) => a.band === band)?.pay ?? null;
    const charts = h("tr", {}, h("th", { scope: "row" }, say(w.curve)), this.chosen.map((_, i) => h("td", {}, spark(bands.map((band) => pay(i, band)), top))));
    const rows = bands.map((band) => h("tr", {}, h("th", { scope: "row" }, w.band(band)), this.chosen.map((_, i) => {
      const n = pay(i, band);
      return h("td", {}, n === null ? say(w.unknown) : edition === "en" ? (n / 1000).toFixed(2) : String(Math.round(n / 10)));
    })));
    return [h("h3", {}, say(w.curve)), this.table(w.curve, say(w.curveNote), [charts, rows])];
  }

  private domain(key: DomainKey): Child {
    const fact = this.facts.domains[domainKeys.indexOf(key)];
    if (!fact) return undefined;
    const title = edition === "en" ? fact.english ?? fact.name : fact.name;
    const without = this.chosen.filter((c) => !this.vectors.has(key, c.at));
    const small = this.chosen.filter((c) => this.vectors.small(key, c.at));
    const notes = [
      without.length > 0 ? h("p", { class: "small" }, say(w.missing), enumerate(without.map((c) => nameOf(c.o)))) : undefined,
      small.length > 0 ? h("p", { class: "small" }, h("span", { class: "flag" }, say(w.small)), " ", enumerate(small.map((c) => nameOf(c.o)))) : undefined,
    ];
    const heading = h("h4", {}, title);
    if (without.length === this.chosen.length) return [heading, notes];
    const items = fact.items.map((_, i) => i);
    const order = items.map((i) => ({ i, spread: this.spread(key, i) })).sort((a, b) => b.spread - a.spread || a.i - b.i).map((x) => x.i);
    const rows = (list: readonly number[]): Child => list.map((i) => this.itemRow(key, i));
    const { minimum, maximum } = this.vectors.scale(key, 0);
    const caption = maximum === 1 ? "%" : say(w.scale(minimum, maximum));
    return h("section", { "data-domain": key }, heading, notes,
      items.length <= open ? this.table(title, caption, rows(items)) : [
        this.table(title, [say(w.telling), "　", caption], rows(order.slice(0, open))),
        h("details", {}, h("summary", {}, h("span", {}, say(w.all(items.length)))), this.table(`${title} ${w.all(items.length)}`, caption, rows(items))),
      ]);
  }

  /** How far the occupations are apart in an item, in standard deviations over all occupations. */
  private spread(key: DomainKey, item: number): number {
    const all = this.facts.occupations.map((_, at) => this.vectors.figure(key, item, at)).filter((x) => !Number.isNaN(x));
    const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
    const deviation = Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length);
    const own = this.chosen.map((c) => this.vectors.figure(key, item, c.at)).filter((x) => !Number.isNaN(x));
    return own.length < 2 || deviation === 0 ? -1 : (Math.max(...own) - Math.min(...own)) / deviation;
  }

  private itemRow(key: DomainKey, item: number): HTMLElement {
    const fact = this.facts.domains[domainKeys.indexOf(key)]?.items[item];
    const { minimum, maximum } = this.vectors.scale(key, item);
    const name = fact ? (edition === "en" ? fact.english ?? fact.name : fact.name) : "";
    return h("tr", {}, h("th", { scope: "row" }, name), this.chosen.map((c) => {
      const figure = this.vectors.figure(key, item, c.at);
      if (Number.isNaN(figure)) return h("td", {}, say(w.unknown));
      const share = Math.round((100 * (figure - minimum)) / (maximum - minimum));
      return h("td", { class: `t v${share}` }, maximum === 1 ? `${Math.round(100 * figure)}%` : figure.toFixed(1),
        this.vectors.notRelevant(key, item, c.at) ? h("span", { class: "flag" }, say(w.off0)) : undefined);
    }));
  }

  /** Tasks are a large file, so they come when asked for. */
  private tasks(): Child {
    const place = h("div", {});
    const show = button(say(w.showTasks), () => void load(), { class: "plain", "data-action": "tasks" });
    const load = async (): Promise<void> => {
      try {
        const all: unknown = JSON.parse(new TextDecoder().decode(await loadBinary(this.page.dataset["tasks"] ?? "")));
        const of = (c: Chosen): readonly unknown[] => (Array.isArray(all) && Array.isArray(all[c.at]) ? all[c.at] : []);
        place.replaceChildren();
        append(place, [this.table(w.tasks, say(w.tasks), h("tr", {}, h("th", { scope: "row" }, say(w.tasks)), this.chosen.map((c) =>
          h("td", {}, h("ol", { lang: "ja" }, of(c).map((text) => h("li", {}, String(text))))))))]);
        show.remove();
      } catch (error) {
        if (!(error instanceof LoadError) && !(error instanceof SyntaxError)) throw error;
        place.replaceChildren(h("p", { role: "alert" }, plain(w.load)));
      }
    };
    return [h("h3", {}, say(w.tasks)), show, place];
  }
}

/** A line over the ages, 0 to top; a missing number leaves a gap. */
function spark(values: readonly (number | null)[], top: number): Element {
  const width = 120;
  const height = 48;
  const lines: string[] = [];
  let line = "";
  values.forEach((value, i) => {
    if (value === null) {
      lines.push(line);
      line = "";
      return;
    }
    line += `${line === "" ? "M" : "L"}${((i * width) / Math.max(1, values.length - 1)).toFixed(1)} ${(height - 4 - ((height - 8) * value) / top).toFixed(1)}`;
  });
  return svg("svg", { class: "plot spark", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    svg("path", { class: "grid", d: `M0 ${height - 4}H${width}` }), svg("path", { class: "curve", d: [...lines, line].join("") }));
}

const main = document.querySelector<HTMLElement>("main[data-tool]");
if (main) void start(main);
