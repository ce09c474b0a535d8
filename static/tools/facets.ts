// The second script of the search page: the ways in as conditions, the table and its file. The first script,
// tools/search.ts, loads it when any of them is asked for.

import { loadFacts } from "../data/facts";
import { loadVectors } from "../data/vectors";
import { Bits } from "../facets/bits";
import { showChosen, showLeftOut } from "../facets/chosen";
import type { State } from "../facets/choice";
import { column, shown, sorted } from "../facets/columns";
import { newLabels } from "../facets/labels";
import { newModel, select, sound, type Model } from "../facets/model";
import { fillPanel } from "../facets/panel";
import { columnChooser, columnsOf, csv, itemGroups, makeTable } from "../facets/table";
import type { Facets, Finder } from "../find/facets";
import { part } from "../find/part";
import { keepingFocus } from "../page/focus";

window.shigotoAtlasFacets = async (finder: Finder): Promise<Facets> => {
  const [facts, vectors] = await Promise.all([loadFacts(finder.facts), loadVectors(finder.vectors)]);
  const model = newModel(facts, (domain, item, occupation) => vectors.figure(domain, item, occupation));
  const { words, root, change } = finder;
  const labels = newLabels(facts, words, finder.english);
  const places = new Map(facts.occupations.map(({ id }, i) => [id, i]));
  const updatePanel = fillPanel(part("panel"), model, words, labels, change);
  const inOrder = byName(model, finder.english);
  part("sort").append(...itemGroups(model, labels, "-"));

  const placeOf = (state: State): number => Math.max(0, facts.places.findIndex(({ key }) => key === state.place));
  const placesOf = (ids: Iterable<number>): number[] => [...ids].flatMap((id) => places.get(id) ?? []);
  const setOf = (ids: Iterable<number>): Bits => {
    const set = new Bits(facts.occupations.length);
    for (const i of placesOf(ids)) set.add(i);
    return set;
  };

  return {
    arrange: (state, ranked, tasked) => {
      const known = { ...state, choice: sound(model, state.choice) };
      let within = ranked ? setOf(ranked) : Bits.all(facts.occupations.length);
      if (tasked) within = within.and(setOf(tasked));
      const selection = select(model, known.choice, placeOf(state), within);
      updatePanel(known, selection);
      showChosen(part("chosen"), known, labels, words, change);
      showLeftOut(part("left-out"), selection.missing, valuesIn(state) - valuesIn(known), labels, words);
      if (state.view === "table") keepingFocus(part("columns"), () =>
        part("columns").lastElementChild?.replaceChildren(columnChooser(model, labels, words, state, (columns) => change({ columns }))));
      const order = ranked && state.sort !== "reading" ? placesOf(ranked) : inOrder;
      const found = order.filter((i) => selection.found.has(i));
      const by = column(model, state.sort.replace(/^-/, ""), placeOf(state));
      return (by ? sorted(found, by.figures, state.sort.startsWith("-")) : found).map((i) => facts.occupations[i]!.id);
    },
    entry: (id, state) => {
      const i = places.get(id) ?? -1;
      const o = facts.occupations[i]!;
      const figure = (key: string): string => {
        const figures = column(model, key, placeOf(state));
        return (figures && shown(figures, i)) || words("missing");
      };
      return {
        field: labels.name(facts.fields[o.field]!), hue: facts.fields[o.field]!.hue,
        line: words("facts", { pay: figure("pay"), ratio: figure("ratio") }),
      };
    },
    table: (state, ids) => makeTable(model, labels, words, state, columnsOf(model, state, placeOf(state)), placesOf(ids), root, (sort) => change({ sort })),
    csv: (state, ids) => csv(model, labels, words, columnsOf(model, state, placeOf(state)), placesOf(ids)),
  };
};

function valuesIn({ choice }: State): number {
  return [...choice.values()].reduce((sum, values) => sum + values.length, 0);
}

/** All occupations in the order of their readings, or of their English names. */
function byName({ facts }: Model, english: boolean): number[] {
  const collator = new Intl.Collator(english ? "en" : "ja");
  const name = (i: number): string => facts.occupations[i]![english ? "english" : "reading"];
  return facts.occupations.map((_, i) => i).sort((a, b) => collator.compare(name(a), name(b)));
}
