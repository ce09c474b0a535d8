// The words of the tools in the edition of the page. Easy Japanese has readings over its kanji, {漢字|かんじ}.

import { ruby, type Child } from "./dom";

export type Edition = "ja" | "easy" | "en";

export const edition: Edition = ((): Edition => {
  const named = document.documentElement.dataset["edition"];
  return named === "easy" || named === "en" ? named : "ja";
})();

/** What differs between the editions. */
export type Editions<Words> = Readonly<Record<Edition, Words>>;

export function inEdition<Words>(words: Editions<Words>): Words {
  return words[edition];
}

/** Words ready for the page. Texts of the other editions have no braces. */
export function say(text: string): Child {
  return ruby(text);
}

/** Words for attributes, without readings. */
export function plain(text: string): string {
  return text.replace(/\{([^|}]+)\|[^}]+\}/g, "$1");
}

/** Several words as one text. */
export function enumerate(words: readonly Child[]): Child[] {
  const between = edition === "en" ? ", " : "、";
  return words.flatMap((word, i) => (i === 0 ? [word] : [between, word]));
}

export function count(n: number): string {
  return n.toLocaleString("en");
}
