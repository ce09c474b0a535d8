// What a result says of an occupation beside its nearness: name, field, pay, openings, licences.

import type { Facts, OccupationFact } from "../data/facts";
import { h, type Child } from "./dom";
import { resultWords } from "./result-words";
import { count, edition, enumerate, inEdition, say } from "./words";

export class Occupations {
  private readonly facts: Facts;
  private readonly root: string;
  private readonly byID: ReadonlyMap<number, OccupationFact>;
  private readonly words = inEdition(resultWords);

  /** The root is the way from the page to the home page. */
  constructor(facts: Facts, root: string) {
    this.facts = facts;
    this.root = root;
    this.byID = new Map(facts.occupations.map((o) => [o.id, o]));
  }

  get(id: number): OccupationFact | undefined {
    return this.byID.get(id);
  }

  link(o: OccupationFact): HTMLElement {
    const name = edition === "en" ? o.english : edition === "easy" ? say(`{${o.name}|${o.reading}}`) : o.name;
    return h("a", { href: `${this.root}occupations/${o.slug}/` }, name);
  }

  field(o: OccupationFact): Child {
    const field = this.facts.fields[o.field];
    return field && h("span", { class: `chip hue hue-${field.hue}` }, named(field));
  }

  /** Of its class in the wage census, a year. */
  pay(o: OccupationFact): Child {
    const annual = this.facts.wageClasses[o.wageClass]?.annualPay ?? null; // thousand yen
    return say(annual === null ? this.words.unknown : this.words.payOf(count(Math.round(annual / 10)), (annual / 1000).toFixed(1)));
  }

  /** Of its group in the job-placement statistics, in the whole country. */
  ratio(o: OccupationFact): Child {
    const hundredths = this.facts.groups[o.group]?.ratios[0] ?? null;
    return say(hundredths === null ? this.words.unknown : this.words.ratioOf((hundredths / 100).toFixed(2)));
  }

  /** Those that the law asks for. */
  licences(o: OccupationFact): Child {
    const names = o.required.map((i) => this.facts.licences[i]).map((licence) => licence && named(licence));
    return names.length > 0 ? enumerate(names) : say(this.words.no);
  }
}

function named({ name, english }: { readonly name: string; readonly english?: string }): string {
  return edition === "en" ? (english ?? name) : name;
}
