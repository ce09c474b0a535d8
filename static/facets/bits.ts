// Sets of occupations as bits, by their place in the facts: 556 of them are 18 words, so that a thousand counts take
// less than a millisecond.

export class Bits {
  private readonly words: Uint32Array;
  readonly size: number;

  /** The empty set of things numbered from 0 to size − 1. */
  constructor(size: number) {
    this.size = size;
    this.words = new Uint32Array((size + 31) >>> 5);
  }

  /** The set of those for which the question is answered with yes. */
  static where(size: number, holds: (i: number) => boolean): Bits {
    const set = new Bits(size);
    for (let i = 0; i < size; i++) if (holds(i)) set.add(i);
    return set;
  }

  static of(size: number, members: Iterable<number>): Bits {
    const set = new Bits(size);
    for (const i of members) set.add(i);
    return set;
  }

  static all(size: number): Bits {
    return Bits.where(size, () => true);
  }

  /** What is in any of the sets. */
  static union(size: number, sets: readonly Bits[]): Bits {
    const union = new Bits(size);
    for (const set of sets) set.words.forEach((word, k) => (union.words[k]! |= word));
    return union;
  }

  add(i: number): void {
    this.words[i >>> 5]! |= 1 << (i & 31);
  }

  has(i: number): boolean {
    return (this.words[i >>> 5]! & (1 << (i & 31))) !== 0;
  }

  and(other: Bits): Bits {
    return this.combined((k) => this.words[k]! & other.words[k]!);
  }

  without(other: Bits): Bits {
    return this.combined((k) => this.words[k]! & ~other.words[k]!);
  }

  private combined(word: (k: number) => number): Bits {
    const set = new Bits(this.size);
    for (let k = 0; k < set.words.length; k++) set.words[k] = word(k);
    return set;
  }

  count(): number {
    let n = 0;
    for (const word of this.words) n += ones(word);
    return n;
  }

  /** How many are in both, without making a set of them. */
  countAnd(other: Bits): number {
    let n = 0;
    for (let k = 0; k < this.words.length; k++) n += ones(this.words[k]! & other.words[k]!);
    return n;
  }

  /** The members, lowest first. */
  members(): number[] {
    const members: number[] = [];
    for (let i = 0; i < this.size; i++) if (this.has(i)) members.push(i);
    return members;
  }
}

/** The number of bits set in a word of 32 (Warren, Hacker's Delight, 2nd ed., figure 5-2). */
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}
