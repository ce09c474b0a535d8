// One collection of the index: loads its files when they are asked for and keeps what they hold.

import { DamageError } from "./bytes";
import { readBlock, readNames, readPassages, readTerms, type Bound, type Card, type Name, type Root, type Term } from "./files";
import { isHan } from "./normal";

/** Loads a file of the index by its name, such as "ja/v12-0a1b2c3d.bin". */
export type Load = (name: string) => Promise<Uint8Array>;

export class Collection {
  readonly name: string;
  readonly root: Root;
  private readonly load: Load;
  private readonly kept = new Map<string, Promise<unknown>>();
  private readonly places: Map<number, number>;

  constructor(name: string, root: Root, load: Load) {
    this.name = name;
    this.root = root;
    this.load = load;
    this.places = new Map(root.ids.map((id, doc) => [id, doc]));
  }

  /** The number of the document with an id, where documents have numbers for ids. */
  docOf(id: number): number | undefined {
    return this.places.get(id);
  }

  /** The entry of the vocabulary under a key. */
  async term(key: string): Promise<Term | undefined> {
    return (await this.terms(key)).get(key);
  }

  /** All entries that share a file with a key; those that begin as it does are among them. */
  terms(key: string): Promise<Map<string, Term>> {
    const n = place(this.root.vocabulary, key);
    const bound = this.root.vocabulary[n];
    if (bound === undefined) return Promise.resolve(new Map());
    return this.keep(`v${n}`, bound.sum, (file, data) => readTerms(file, data, bound.sum, this.root.documents));
  }

  names(key: string): Promise<Name[]> {
    const n = place(this.root.names, key);
    const bound = this.root.names[n];
    if (bound === undefined) return Promise.resolve([]);
    return this.keep(`n${n}`, bound.sum, (file, data) => readNames(file, data, bound.sum));
  }

  async card(doc: number): Promise<Card> {
    const n = Math.floor(doc / this.root.blockSize);
    const sum = this.root.blocks[n] ?? 0;
    const file = nameOf(this.name, `b${n}`, sum);
    const block = await this.keep(`b${n}`, sum, (name, data) => readBlock(name, data, sum));
    const card = block.cards[doc - block.first];
    if (card === undefined) throw new DamageError(file, "does not hold the document it should");
    return card;
  }

  /** The text of a document that snippets are cut from; "" when it has none. */
  async passage(doc: number): Promise<string> {
    const { passage } = await this.card(doc);
    if (passage === 0) return "";
    const { perPassage } = this.root;
    const name = `p${Math.floor(doc / perPassage)}`;
    const texts = await this.keep(name, passage, (file, data) => readPassages(file, data, passage));
    return texts[doc % perPassage] ?? "";
  }

  private keep<T>(name: string, sum: number, read: (file: string, data: Uint8Array) => T): Promise<T> {
    const file = nameOf(this.name, name, sum);
    const known = this.kept.get(file) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const coming = this.load(file).then((data) => read(file, data));
    this.kept.set(file, coming);
    coming.catch(() => this.kept.delete(file)); // the next search tries again
    return coming;
  }
}

export function nameOf(collection: string, name: string, sum: number): string {
  return `${collection}/${name}-${(sum + 0x100000000).toString(16).slice(1)}.bin`;
}

/** The part of a key that decides its file. */
export function prefix(key: string): string {
  const [first = "", second = ""] = key;
  return isHan(first) ? first : first + second;
}

/** The last of the bounds that does not lie after a key, or −1. */
function place(bounds: readonly Bound[], key: string): number {
  const own = prefix(key);
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(bounds[middle]?.first ?? "", own) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Orders texts by code points, as the generator does. */
export function compare(a: string, b: string): number {
  const as = Array.from(a);
  const bs = Array.from(b);
  for (let i = 0; i < as.length && i < bs.length; i++) {
    const difference = (as[i]?.codePointAt(0) ?? 0) - (bs[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return as.length - bs.length;
}
