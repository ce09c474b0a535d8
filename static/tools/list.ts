// The script of tools/list/: shows the list kept on the device, lets it be ordered and noted, and takes it out and in.

import { loadFacts, type Facts, type OccupationFact } from "../data/facts";
import { LoadError } from "../load/binary";
import { fileLimit, fileOfAll, keepFile, readFile } from "../store/exchange";
import { addToList, moveInList, myList, noteInList, noteLimit, removeFromList, type Entry } from "../store/list";
import { fragmentOf, listIn } from "../store/share";
import { onChange, wipe } from "../store/store";
import { listWords } from "../tool/list-words";
import { append, button, h, type Child } from "../tool/dom";
import { nameOf, picker } from "../tool/picker";
import { edition, inEdition, plain, say } from "../tool/words";

const w = inEdition(listWords);
async function start(page: HTMLElement, place: HTMLElement): Promise<void> {
  page.querySelector(".needs-script")?.remove();
  place.hidden = false;
  try {
    const facts = await loadFacts(page.dataset["facts"] ?? "");
    new ListPage(place, facts, page.dataset["root"] ?? "");
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    append(place, [h("p", { class: "note-box", role: "alert" }, say(w.load))]);
  }
}

class ListPage {
  private readonly facts: Facts;
  private readonly root: string;
  private readonly byID: ReadonlyMap<number, OccupationFact>;
  private readonly title = h("h2", { id: "list" });
  private readonly rows = h("ol", { class: "rows kept" });
  private readonly status = h("p", { role: "status", class: "small" });
  private readonly question = h("div", {});
  private readonly given = h("div", {});
  private readonly compare = h("a", { class: "button" }, say(w.compare));

  constructor(place: HTMLElement, facts: Facts, root: string) {
    this.facts = facts;
    this.root = root;
    this.byID = new Map(facts.occupations.map((o) => [o.id, o]));
    const file = h("input", { type: "file", accept: "application/json,.json", id: "file", class: "hidden", tabindex: -1, "aria-hidden": "true" });
    file.addEventListener("change", () => void this.read(file));
    append(place, [
      this.given, this.title, this.rows, picker("add", facts, (o) => this.add(o)), this.status,
      h("p", { class: "row-actions" }, this.compare,
        button(say(w.print), () => print(), { class: "plain" }),
        button(say(w.share), () => this.share(), { class: "plain", "data-action": "share" }),
        button(say(w.save), () => this.save(), { class: "plain", "data-action": "save" }),
        button(say(w.read), () => file.click(), { class: "plain", "data-action": "read" }), file,
        button(say(w.wipe), () => this.askToWipe(), { class: "plain warn", "data-action": "wipe" })),
      this.question,
    ]);
    onChange(() => this.draw());
    addEventListener("hashchange", () => this.showGiven());
    this.draw();
    this.showGiven();
  }

  private draw(): void {
    const entries = myList();
    this.title.replaceChildren();
    append(this.title, [say(w.title(entries.length))]);
    const focus = document.activeElement instanceof HTMLTextAreaElement && this.rows.contains(document.activeElement);
    if (focus) return; // the note being written is the change
    this.rows.replaceChildren(...entries.map((entry, i) => this.row(entry, i, entries.length)));
    if (entries.length === 0) append(this.rows, [h("li", { class: "none" }, say(w.empty))]);
    this.compare.hidden = entries.length < 2;
    this.compare.setAttribute("href", `../compare/?ids=${entries.slice(0, 5).map((e) => e.id).join(",")}`);
  }

  private row(entry: Entry, i: number, n: number): HTMLElement {
    const o = this.byID.get(entry.id);
    const name = o ? nameOf(o) : String(entry.id);
    const note = h("textarea", { rows: 2, maxlength: noteLimit, "aria-label": plain(`${w.note}: ${name}`) });
    note.value = entry.note;
    note.addEventListener("input", () => this.saved(noteInList(entry.id, note.value)));
    const move = (by: number, key: string, label: string, disabled: boolean): Child =>
      button(say(label), () => {
        moveInList(entry.id, by);
        this.focus(entry.id, key);
      }, { class: "plain", "data-action": key, "aria-label": plain(`${label}: ${name}`), disabled });
    return h("li", { "data-id": entry.id },
      o ? h("a", { href: `${this.root}occupations/${o.slug}/` }, edition === "easy" ? say(`{${o.name}|${o.reading}}`) : name) : name,
      h("p", { class: "small quiet" }, o ? this.pay(o) : undefined), note,
      h("p", { class: "row-actions" }, move(-1, "up", w.up, i === 0), " ", move(1, "down", w.down, i === n - 1), " ",
        button(say(w.off), () => {
          removeFromList(entry.id);
          const next = myList()[Math.min(i, myList().length - 1)];
          if (next) this.focus(next.id, "off");
          else document.getElementById("add")?.focus();
        }, { class: "plain", "data-action": "off", "aria-label": plain(`${w.off}: ${name}`) })));
  }

  /** Puts the focus on a button of an entry, or on another of it where that one is disabled. */
  private focus(id: number, action: string): void {
    const row = this.rows.querySelector<HTMLElement>(`li[data-id="${id}"]`);
    const wanted = row?.querySelector<HTMLButtonElement>(`[data-action=${action}]`);
    (wanted?.disabled ? row?.querySelector<HTMLButtonElement>("button:not(:disabled)") : wanted)?.focus();
  }

  private pay(o: OccupationFact): Child {
    const annual = this.facts.wageClasses[o.wageClass]?.annualPay ?? null; // thousand yen
    return annual === null ? undefined : say(w.pay(String(Math.round(annual / 10)), (annual / 1000).toFixed(1)));
  }

  private add(o: OccupationFact): void {
    this.say(addToList(o.id) ? "" : w.full);
  }

  private saved(done: boolean): void {
    this.say(done ? "" : w.faults["not-kept"]);
  }

  private say(text: string): void {
    this.status.replaceChildren();
    append(this.status, [say(text)]);
  }

  private share(): void {
    const address = new URL(location.href);
    address.hash = fragmentOf(myList().map((entry) => entry.id));
    address.search = "";
    const field = h("input", { type: "text", readonly: true, value: address.href, id: "address", class: "address" });
    this.question.replaceChildren();
    append(this.question, [h("p", { class: "small" }, h("label", { for: "address" }, say(w.shared))), field]);
    field.focus();
    field.select();
  }

  private save(): void {
    const link = h("a", { download: "shigoto-atlas.json", href: URL.createObjectURL(new Blob([fileOfAll()], { type: "application/json" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  private async read(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    const content = file.size > fileLimit ? ({ state: "refused", fault: "too-large" } as const) : readFile(await file.text());
    if (content.state === "refused") {
      this.question.replaceChildren();
      append(this.question, [h("p", { class: "note-box warn", role: "alert", "data-fault": content.fault }, say(w.faults[content.fault]))]);
      return;
    }
    this.ask(w.replace, () => this.say(keepFile(content.parts) ? w.replaced : w.faults["not-kept"]));
  }

  private askToWipe(): void {
    this.ask(w.really, () => {
      wipe();
      this.say(w.wiped);
    });
  }

  /** Asks before something is done that takes away what is kept. */
  private ask(question: string, then: () => void): void {
    const close = (): void => this.question.replaceChildren();
    const yes = button(say(w.yes), () => {
      close();
      then();
    }, { class: "plain warn", "data-action": "yes" });
    close();
    append(this.question, [h("div", { class: "note-box", role: "alertdialog", "aria-label": plain(question) }, h("p", {}, say(question)), h("p", { class: "row-actions" }, yes, " ",
      button(say(w.no), close, { class: "plain", "data-action": "no" })))]);
    yes.focus();
  }

  /** Shows a list that came in the address, and takes nothing over unasked. */
  private showGiven(): void {
    this.given.replaceChildren();
    const ids = listIn(location.hash);
    if (ids === undefined) return;
    if (ids === "refused") {
      append(this.given, [h("p", { class: "note-box warn", role: "alert", "data-fault": "link" }, say(w.link))]);
      return;
    }
    const known = ids.flatMap((id) => this.byID.get(id) ?? []);
    append(this.given, [h("section", { class: "note-box", "data-given": known.length },
      h("h2", {}, say(w.received(known.length))),
      known.length < ids.length ? h("p", { class: "small" }, say(w.unknown(ids.length - known.length))) : undefined,
      h("ol", {}, known.map((o) => h("li", {}, h("a", { href: `${this.root}occupations/${o.slug}/` }, nameOf(o))))),
      h("p", { class: "row-actions" }, button(say(w.take), () => {
        const added = known.filter((o) => addToList(o.id)).length;
        history.replaceState(null, "", location.pathname + location.search);
        this.showGiven();
        this.say(added < known.length ? w.full : w.took(added));
      }, { class: "plain", "data-action": "take" })))]);
  }
}

const main = document.querySelector<HTMLElement>("main[data-tool]");
const section = main?.querySelector<HTMLElement>("[data-list]");
if (main && section) void start(main, section);
