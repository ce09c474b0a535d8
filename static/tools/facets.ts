// The second script of the search page: the ways in as conditions, the table and its file. The first script,
// tools/search.ts, loads it when any of them is asked for.

import { loadFacts } from "../data/facts";
import { loadVectors } from "../data/vectors";
import { arrange, placeOf } from "../facets/arrange";
import { showChosen, showLeftOut } from "../facets/chosen";
import type { State } from "../facets/choice";
import { column, shown } from "../facets/columns";
import { newLabels } from "../facets/labels";
import { newModel, type Model } from "../facets/model";
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

  const placesOf = (ids: Iterable<number>): number[] => [...ids].flatMap((id) => places.get(id) ?? []);

  return {
    arrange: (state, ranked, tasked) => {
      const { found, known, selection } = arrange(model, state, ranked && placesOf(ranked), tasked && placesOf(tasked), inOrder);
      updatePanel(known, selection);
      showChosen(part("chosen"), known, labels, words, change);
      showLeftOut(part("left-out"), selection.missing, valuesIn(state) - valuesIn(known), labels, words);
      if (state.view === "table") keepingFocus(part("columns"), () =>
        part("columns").lastElementChild?.replaceChildren(columnChooser(model, labels, words, state, (columns) => change({ columns }))));
      return found.map((i) => facts.occupations[i]!.id);
    },
    entry: (id, state) => {
      const i = places.get(id) ?? -1;
      const o = facts.occupations[i]!;
      const figure = (key: string): string => {
        const figures = column(model, key, placeOf(model, state));
        return (figures && shown(figures, i)) || words("missing");
      };
      return {
        field: labels.name(facts.fields[o.field]!), hue: facts.fields[o.field]!.hue,
        line: words("facts", { pay: figure("pay"), ratio: figure("ratio") }),
      };
    },
    table: (state, ids) => makeTable(model, labels, words, state, columnsOf(model, state, placeOf(model, state)), placesOf(ids), root, (sort) => change({ sort })),
    csv: (state, ids) => csv(model, labels, words, columnsOf(model, state, placeOf(model, state)), placesOf(ids)),
  };
};

function valuesIn({ choice }: State): number {
  return [...choice.values()].reduce((sum, values) => sum + values.length, 0);
}

/** All occupations in the order of their readings, or of their English names. */
function byName({ facts }: Model, english: boolean): readonly number[] {
  const name = (i: number): string => facts.occupations[i]!.english.toLowerCase();
  return english ? [...facts.byReading].sort((a, b) => (name(a) < name(b) ? -1 : Number(name(a) > name(b)))) : facts.byReading;
}
