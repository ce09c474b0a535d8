// Which occupations a state of the search page asks for, and in which order. Pure: what words find comes in.

import { Bits } from "./bits";
import type { State } from "./choice";
import { column, sorted } from "./columns";
import { select, sound, type Model, type Selection } from "./model";

interface Arrangement {
  /** Places in the facts, in the order asked for. */
  readonly found: readonly number[];
  /** The state with the conditions that are known. */
  readonly known: State;
  readonly selection: Selection;
}

/** The place that openings and offers are looked at: the whole country where none is chosen or it is not known. */
export function placeOf({ facts }: Model, state: State): number {
  return Math.max(0, facts.places.findIndex(({ key }) => key === state.place));
}

/**
 * Arranges the occupations that words find (by place in the facts and relevance; undefined without words) and that have
 * the words asked for in a task. byName is the order of all occupations by name, which decides where nothing else does.
 */
export function arrange(
  model: Model, state: State, ranked: readonly number[] | undefined, tasked: readonly number[] | undefined, byName: readonly number[],
): Arrangement {
  const size = model.facts.occupations.length;
  const known = { ...state, choice: sound(model, state.choice) };
  const place = placeOf(model, state);
  let within = ranked ? Bits.of(size, ranked) : Bits.all(size);
  if (tasked) within = within.and(Bits.of(size, tasked));
  const selection = select(model, known.choice, place, within);
  const order = ranked && state.sort !== "reading" ? ranked : byName;
  const found = order.filter((i) => selection.found.has(i));
  const by = column(model, state.sort.replace(/^-/, ""), place);
  return { found: by ? sorted(found, by.figures, state.sort.startsWith("-")) : found, known, selection };
}
