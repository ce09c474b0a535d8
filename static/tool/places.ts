// The places of a ranking as a list in groups by the word of nearness, as a table, and on the landscape. Places are
// shown some at a time; what is not for the person goes, and can be called back.

import { bands, type Place } from "../scoring/scoring";
import { callBack, dismiss, dismissed } from "../store/dismissed";
import { addToList, inMyList, removeFromList } from "../store/list";
import { append, button, fill, h, type Child } from "./dom";
import { landscape } from "./landscape";
import { Occupations } from "./occupation";
import type { Result } from "./result";
import { resultWords } from "./result-words";
import { inEdition, plain, say } from "./words";

const views = ["list", "table", "map"] as const;
type View = (typeof views)[number];

/** How many places are shown at first, and more with each press. */
const batch = 30;

export class Places {
  /** What goes into the page. */
  readonly element: HTMLElement;
  private readonly words = inEdition(resultWords);
  private readonly result: Result;
  private readonly occupations: Occupations;
  private readonly map = document.querySelector<HTMLElement>("[data-map]") ?? undefined;
  private readonly choice: readonly HTMLButtonElement[];
  private readonly status = h("p", { class: "small", role: "status" });
  private readonly body = h("div");
  private readonly more: HTMLButtonElement;
  private readonly away = h("div");
  private readonly tied: ReadonlySet<number>; // ranks
  private shown = batch;
  private view: View = "list";

  constructor(result: Result) {
    this.result = result;
    this.occupations = new Occupations(result.facts, result.root);
    this.tied = new Set(result.places.map(({ rank }) => rank).filter((rank, i, ranks) => ranks[i - 1] === rank));
    this.choice = views.map((view) =>
      button(say(this.words[view]), () => this.choose(view), { class: "plain", "data-view": view, hidden: view === "map" && !this.map }));
    this.more = button("", () => {
      this.shown += batch;
      this.draw();
    }, { class: "button quiet-button" });
    const print = button(say(this.words.print), () => window.print(), { class: "plain" });
    this.element = h("div", {}, h("p", { class: "row-actions" }, this.choice, print), this.status, this.body, this.more, this.away);
    this.draw();
  }

  private choose(view: View): void {
    this.view = view;
    this.draw();
  }

  private draw(): void {
    const passed = dismissed();
    const places = this.result.places.filter(({ id }) => !passed.includes(id));
    const now = places.slice(0, this.shown);
    fill(this.body, now.length === 0 ? h("p", {}, say(this.words.none)) : this.view === "table" ? this.table(now) : this.list(now));
    this.more.hidden = places.length <= this.shown;
    fill(this.more, say(this.words.more(Math.min(batch, places.length - this.shown))));
    for (const button of this.choice) button.setAttribute("aria-pressed", String(button.dataset["view"] === this.view));
    this.drawAway(passed);
  }

  private list(now: readonly Place[]): Child {
    const groups = [...bands].reverse().map((band) => {
      const members = now.filter((place) => place.band === band);
      if (members.length === 0) return undefined;
      return h("section", { class: "band" }, h("h3", {}, say(this.words.bands[band])), h("ol", { class: "rows ranks" }, members.map((place) => this.row(place))));
    });
    return [this.view === "map" && this.map ? landscape(this.map, now, this.result) : undefined, groups];
  }

  private row(place: Place): Child {
    const o = this.occupations.get(place.id);
    if (!o) return undefined;
    const item = h("li", { value: place.rank, "data-id": place.id, "data-band": place.band });
    append(item, [
      h("b", { class: "rank" }, String(place.rank)), " ", this.occupations.link(o),
      this.tied.has(place.rank) ? h("span", { class: "flag" }, say(this.words.tie)) : undefined,
      h("p", { class: "small" }, this.occupations.field(o), "　", say(this.words.pay), " ", this.occupations.pay(o), "　", say(this.words.ratio), " ", this.occupations.ratio(o)),
      h("p", { class: "small" }, this.result.brief(place)),
      this.reasons(place),
      h("p", { class: "row-actions" }, this.listButton(place.id), this.passButton(place.id, item)),
    ]);
    return item;
  }

  private reasons(place: Place): HTMLElement {
    const details = h("details", {}, h("summary", {}, h("span", {}, say(this.words.why))));
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) details.append(h("div", {}, this.result.explain(place)));
    });
    return details;
  }

  private listButton(id: number): HTMLElement {
    const show = (): void => {
      fill(listed, say(inMyList(id) ? this.words.kept : this.words.keep));
      listed.setAttribute("aria-pressed", String(inMyList(id)));
    };
    const listed = button("", () => {
      const done = inMyList(id) ? removeFromList(id) : addToList(id);
      fill(this.status, done ? undefined : say(this.words.full));
      show();
    }, { class: "plain", "data-action": "list" });
    show();
    return listed;
  }

  /** The focus goes on to the next place, so that the keyboard need not begin again. */
  private passButton(id: number, item: Element): HTMLElement {
    return button(say(this.words.pass), () => {
      const beside = item.nextElementSibling ?? item.previousElementSibling;
      dismiss(id);
      this.draw();
      const next = beside instanceof HTMLElement ? this.body.querySelector<HTMLElement>(`li[data-id="${beside.dataset["id"]}"] [data-action=pass]`) : undefined;
      (next ?? this.body.querySelector<HTMLElement>("[data-action=pass]"))?.focus();
    }, { class: "plain", "data-action": "pass" });
  }

  private table(now: readonly Place[]): Child {
    const { words: w, occupations } = this;
    const head = [w.rank, w.occupation, w.nearness, w.field, w.pay, w.ratio, w.licence].map((name) => h("th", { scope: "col" }, say(name)));
    const rows = now.map((place) => {
      const o = occupations.get(place.id);
      return o && h("tr", { "data-id": place.id, "data-band": place.band },
        h("td", { class: "n" }, String(place.rank)), h("th", { scope: "row" }, occupations.link(o)), h("td", {}, say(w.bands[place.band])), h("td", {}, occupations.field(o)),
        h("td", { class: "n" }, occupations.pay(o)), h("td", { class: "n" }, occupations.ratio(o)), h("td", {}, occupations.licences(o)));
    });
    return h("section", { class: "scroll", tabindex: 0, "aria-label": plain(w.table) },
      h("table", {}, h("caption", {}, say(w.order)), h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows)));
  }

  private drawAway(passed: readonly number[]): void {
    const open = this.away.querySelector("details")?.open === true;
    const known = passed.filter((id) => this.occupations.get(id));
    fill(this.away, known.length === 0 ? undefined : h("details", { open }, h("summary", {}, h("span", {}, say(this.words.passed(known.length)))), h("ul", {}, known.map((id) => this.awayRow(id)))));
  }

  private awayRow(id: number): Child {
    const o = this.occupations.get(id);
    const back = button(say(this.words.callBack), () => {
      callBack(id);
      this.draw();
    }, { class: "plain", "data-action": "call-back" });
    return o && h("li", {}, this.occupations.link(o), " ", back);
  }
}
