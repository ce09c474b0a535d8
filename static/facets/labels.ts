// What the ways in, their values and the columns are called, in the language of the page.

import type { Facts, Named } from "../data/facts";
import type { Words } from "../page/words";
import { statistics } from "./columns";
import type { FacetKey } from "./choice";
import { noLicence, parseRange, split } from "./model";

type Nameable = Pick<Named, "name" | "english">;

export interface Labels {
  /** The name of something of the facts. */
  readonly name: (named: Nameable) => string;
  readonly facet: (key: FacetKey) => string;
  /** A value as a condition, such as 読解力：生かしたい. */
  readonly value: (key: FacetKey, value: string) => string;
  /** What a group of a way asks the figure of: an item. */
  readonly group: (key: FacetKey, group: string) => string;
  readonly column: (key: string) => string;
}

/** The domain whose items a way asks for. */
export const domainOf = {
  skill: "skills", knowledge: "knowledge", nature: "natures", activity: "activities", education: "education", employment: "employment",
} as const;

export function newLabels(facts: Facts, words: Words, english: boolean): Labels {
  const name = (named: Nameable): string => (english && named.english) || named.name;
  const find = (list: readonly Named[], key: string): string => {
    const named = list.find((n) => n.key === key);
    return named ? name(named) : key;
  };
  const item = (domain: string, key: string): string => find(facts.domains.find((d) => d.key === domain)?.items ?? [], key);

  const value = (key: FacetKey, text: string): string => {
    switch (key) {
      case "field":
        return find(facts.fields, text);
      case "theme":
        return find(facts.themes, text);
      case "industry":
        return find(facts.industries, text);
      case "town":
        return find(facts.town, text);
      case "jsoc":
        return find(facts.jsoc, text);
      case "mhlw":
        return find(facts.mhlw, text);
      case "licence":
      case "add":
        return text === noLicence ? words("licence-none") : find(facts.licences, text);
      case "education":
      case "employment":
        return item(domainOf[key], text);
      case "pay":
      case "monthly":
      case "hourly":
      case "ratio":
        return range(text, words, words(`unit-${key}`));
      case "skill":
      case "knowledge":
      case "nature":
      case "activity": {
        const [itemKey, mode] = split(text);
        return words("condition", { item: item(domainOf[key], itemKey), mode: modeLabel(words, key, mode) });
      }
    }
  };

  const column = (key: string): string => {
    if (key in statistics) return words(`column-${key}`);
    const [domain = "", itemKey = ""] = key.split(".");
    return item(domain, itemKey);
  };
  return {
    name, value, column,
    facet: (key) => words(`facet-${key}`),
    group: (key, group) => item(key in domainOf ? domainOf[key as keyof typeof domainOf] : "", group),
  };
}

export function modeLabel(words: Words, key: FacetKey, mode: string): string {
  return /^\d$/.test(mode) ? words("mode-level", { n: mode }) : words(`mode-${key}-${mode}`);
}

function range(text: string, words: Words, unit: string): string {
  const { from, to } = parseRange(text) ?? { from: -Infinity, to: Infinity };
  if (to === Infinity) return words("range-from", { from, unit });
  if (from === -Infinity) return words("range-to", { to, unit });
  return words("range-both", { from, to, unit });
}
