// What the second script of the search page, tools/facets.ts, offers the first. It comes when conditions, a table or
// another order are asked for, so that a plain search stays small.

import type { State } from "../facets/choice";
import type { Words } from "../page/words";

/** What the page gives the second script. */
export interface Finder {
  readonly words: Words;
  readonly english: boolean;
  /** The way to the home page. */
  readonly root: string;
  /** Paths of the data. */
  readonly facts: string;
  readonly vectors: string;
  readonly change: (changed: Partial<State>) => void;
}

export interface Entry {
  readonly field: string;
  /** The class hue-N. */
  readonly hue: number;
  /** Pay and openings. */
  readonly line: string;
}

export interface Facets {
  /**
   * The occupations that a state asks for, by id in its order, among those that words find, in order of relevance
   * (undefined without words), and those that have the words in a task. Brings panel and conditions up to date.
   */
  readonly arrange: (state: State, ranked: readonly number[] | undefined, tasked: readonly number[] | undefined) => number[];
  /** What a list shows of an occupation beside its name and sentence. */
  readonly entry: (id: number, state: State) => Entry;
  readonly table: (state: State, ids: readonly number[]) => HTMLElement;
  readonly csv: (state: State, ids: readonly number[]) => string;
}

declare global {
  interface Window {
    shigotoAtlasFacets?: (finder: Finder) => Promise<Facets>;
  }
}

/** Loads the second script and its data, each once; a failure is not kept. Rejects with the reason. */
export function facetLoader(script: string, finder: Finder): () => Promise<Facets> {
  let coming: Promise<Facets> | undefined;
  return () => {
    coming ??= loadScript(script).then(() => window.shigotoAtlasFacets?.(finder) ?? Promise.reject(new Error(`${script}: it holds something else`)));
    coming.catch(() => (coming = undefined));
    return coming;
  };
}

function loadScript(path: string): Promise<void> {
  if (window.shigotoAtlasFacets) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = path;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${path}: it could not be loaded`)));
    document.head.append(script);
  });
}
