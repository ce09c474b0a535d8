// The gap between the own profile and a target occupation, by item and in licences.

import type { OccupationFact } from "../data/facts";
import { gapClasses, type Gaps } from "../scoring/scoring";
import type { ProfileDomain } from "../store/profile";
import { h, type Child } from "./dom";
import type { Engine } from "./engine";
import { profileWords } from "./profile-words";
import { edition, enumerate, inEdition, say } from "./words";

const w = inEdition(profileWords);

/** How many items of a class stand open. */
const open = 8;

/** The name of a domain in the edition of the page. */
export function domainName(engine: Engine, domain: ProfileDomain): string {
  const fact = engine.facts.domains.find((d) => d.key === domain);
  return (edition === "en" ? fact?.english : undefined) ?? fact?.name ?? domain;
}

/** The licences of an occupation that a person does not hold: those the law asks for first. */
export function missingLicences(engine: Engine, o: OccupationFact, held: readonly string[]): Child {
  const link = (i: number): Child => {
    const x = engine.facts.licences[i];
    return x && h("a", { href: `${engine.root}licences/${x.key}/` }, edition === "en" ? x.english ?? x.name : x.name);
  };
  const lacks = (i: number): boolean => !held.includes(engine.facts.licences[i]?.key ?? "");
  const missing = o.required.filter(lacks);
  const related = o.licences.filter((i) => !o.required.includes(i) && lacks(i));
  return [
    h("p", { "data-missing": missing.length }, missing.length === 0 ? say(w.noneMissing) : [say(w.missing), enumerate(missing.map(link)), missing.length > 1 ? [" ", say(w.required)] : undefined]),
    related.length > 0 ? h("p", { class: "small" }, say(w.related), enumerate(related.map(link))) : undefined,
  ];
}

/** The gap in a domain by class, each with the figures of both. */
export function domainGap(engine: Engine, domain: ProfileDomain, own: readonly number[], at: number, gaps: Gaps): Child {
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
