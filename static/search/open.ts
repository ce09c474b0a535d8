// Opens the search index of the site for a page.

import { loadBinary } from "../load/binary";
import { openIndex, type Index } from "./index";

/** Opens the index whose root lies at a path relative to the page; its files lie in the directory search beside it. */
export function openSearch(root: string): Promise<Index> {
  const directory = root.slice(0, root.lastIndexOf("/") + 1);
  return openIndex((name) => loadBinary(name === root ? root : `${directory}search/${name}`), root);
}
