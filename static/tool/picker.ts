// Choosing an occupation by name: a field that completes, and names to choose from where several fit.

import type { Facts, OccupationFact } from "../data/facts";
import { append, button, h } from "./dom";
import { edition, inEdition, plain, say, type Editions } from "./words";

interface Words {
  readonly label: string;
  readonly add: string;
  readonly none: string;
  readonly several: string;
}

const words: Editions<Words> = {
  ja: { label: "職業の名前や読み", add: "加える", none: "その名前の職業は見つかりません。別の呼び方で試すか、職業の一覧で名前を確かめてください。", several: "次から選んでください。" },
  easy: { label: "{仕事|しごと}の{名前|なまえ}", add: "{入|い}れる", none: "その{仕事|しごと}はありません。{別|べつ}の{名前|なまえ}を{書|か}いてください。", several: "{下|した}から{選|えら}んでください。" },
  en: { label: "Name of an occupation, in English or Japanese", add: "Add", none: "No occupation has that name. Try another word, or look it up in the list of occupations.", several: "Choose one of these." },
};

/** The name of an occupation in the edition of the page, as text. */
export function nameOf(o: OccupationFact): string {
  return edition === "en" ? o.english : o.name;
}

/** Brings spellings together: width, case, katakana to hiragana, marks left out. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/[ー\-・、（）()\s]/g, "");
}

/** The most names offered to choose from. */
const offered = 12;

/** The occupations that a text names: the one it names exactly, or those whose names hold it. */
export function named(facts: Facts, text: string): readonly OccupationFact[] {
  const wanted = folded(text);
  if (wanted === "") return [];
  const names = (o: OccupationFact): string[] => [o.name, o.reading, o.english].map(folded);
  const exact = facts.occupations.filter((o) => names(o).includes(wanted));
  return exact.length > 0 ? exact : facts.occupations.filter((o) => names(o).some((name) => name.includes(wanted)));
}

/** A field with a button; picked is called with an occupation. */
export function picker(id: string, facts: Facts, picked: (o: OccupationFact) => void): HTMLElement {
  const w = inEdition(words);
  const input = h("input", { id, name: id, type: "text", list: `${id}-names`, autocomplete: "off", maxlength: 80 });
  const names = h("datalist", { id: `${id}-names` }, facts.occupations.map((o) => h("option", { value: nameOf(o) }, edition === "en" ? o.name : o.reading)));
  const status = h("div", { role: "status" });
  const form = h("form", { class: "pick" },
    h("label", { for: id }, say(w.label)), h("span", {}, input, " ", h("button", { type: "submit", class: "plain" }, say(w.add))), names, status);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    status.replaceChildren();
    const found = named(facts, input.value);
    if (found.length === 1 && found[0]) {
      take(found[0]);
    } else if (found.length === 0) {
      append(status, [h("p", { class: "small" }, say(w.none))]);
    } else {
      append(status, [h("p", { class: "small" }, say(w.several)), h("p", { class: "row-actions" },
        found.slice(0, offered).map((o) => button(nameOf(o), () => take(o), { class: "plain", "aria-label": plain(`${nameOf(o)} ${w.add}`) })))]);
    }
  });
  function take(o: OccupationFact): void {
    input.value = "";
    status.replaceChildren();
    picked(o);
    input.focus();
  }
  return form;
}
