// The script of tools/profile/: a profile from past occupations, adjusted by item, ranked, and held against a target.

import { loadFacts, type OccupationFact } from "../data/facts";
import { LoadError } from "../load/binary";
import { profileDomains, type Place } from "../scoring/scoring";
import { keepProfile, keptProfile, pastLimit, profileFigures, yearsLimit, type Profile, type ProfileDomain } from "../store/profile";
import { append, button, h, type Child } from "../tool/dom";
import { startEngine, type Engine } from "../tool/engine";
import { domainGap, domainName, missingLicences } from "../tool/gap";
import { nameOf, picker } from "../tool/picker";
import { profileWords } from "../tool/profile-words";
import { showRefusal, showResult } from "../tool/result";
import { enumerate, inEdition, plain, say } from "../tool/words";

const w = inEdition(profileWords);

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
    const figures: Partial<Record<ProfileDomain, (number | null)[]>> = {};
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
    const domain = list.dataset["domain"] as ProfileDomain; // templates/tool-profile.html
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
      return own && gaps?.state === "done" && gaps.items.length > 0 ? [domainGap(engine, domain, own, at, gaps)] : [];
    });
    this.gapSection.replaceChildren();
    append(this.gapSection, [
      h("h2", { id: "gap-title" }, say(w.gap(nameOf(o)))),
      h("p", {}, h("a", { href: `${engine.root}occupations/${o.slug}/` }, nameOf(o))),
      h("p", { class: "row-actions" }, button(say(w.print), () => print(), { class: "plain" })),
      missingLicences(engine, o, this.profile.licences),
      parts.length > 0 ? parts : h("p", { class: "note-box" }, say(w.noFigures)),
    ]);
    this.gapSection.dataset["state"] = "done";
    this.gapSection.hidden = false;
    if (move) this.gapSection.focus();
  }
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
