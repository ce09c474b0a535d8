// The figures of all occupations in all domains, rounded to a byte each; wasm/scoring/vectors.go tells the format and
// the loss (at most 0.014 on a scale of 0 to 7, 0.008 on 1 to 5). Missing is NaN and stays missing.

import { loadBinary, LoadError } from "../load/binary";

/** The domains in the order of the file and of Facts.domains. */
export const domainKeys = [
  "interests", "values", "skills", "knowledge", "abilities", "natures", "activities",
  "education", "training_before", "experience_before", "training_after", "employment",
] as const;

export type DomainKey = (typeof domainKeys)[number];

interface Domain {
  readonly items: number;
  readonly flagged: boolean;
  readonly scales: Uint8Array; // minimum and maximum of each item
  readonly small: Uint8Array;
  readonly figures: Uint8Array; // item by item
  readonly flags: Uint8Array;
}

const steps = 254;

/** Occupations and items are told by their places in Facts, from 0. */
export class Vectors {
  /** Ids by place, ascending: those of Facts.occupations. */
  readonly ids: readonly number[];
  /** The file, as the scoring module takes it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  private readonly domains: ReadonlyMap<DomainKey, Domain>;

  constructor(bytes: Uint8Array<ArrayBuffer>, ids: readonly number[], domains: ReadonlyMap<DomainKey, Domain>) {
    this.bytes = bytes;
    this.ids = ids;
    this.domains = domains;
  }

  /** How many items a domain has. */
  items(domain: DomainKey): number {
    return this.domains.get(domain)?.items ?? 0;
  }

  /** The ends of an item's scale. */
  scale(domain: DomainKey, item: number): { readonly minimum: number; readonly maximum: number } {
    const scales = this.domains.get(domain)?.scales;
    return { minimum: scales?.[2 * item] ?? NaN, maximum: scales?.[2 * item + 1] ?? NaN };
  }

  /** The figure of an occupation in an item, NaN where it is missing. */
  figure(domain: DomainKey, item: number, occupation: number): number {
    const step = this.domains.get(domain)?.figures[item * this.ids.length + occupation] ?? 0;
    const { minimum, maximum } = this.scale(domain, item);
    return step === 0 ? NaN : minimum + ((step - 1) * (maximum - minimum)) / steps;
  }

  /** All figures of an occupation in a domain. */
  figures(domain: DomainKey, occupation: number): number[] {
    return Array.from({ length: this.items(domain) }, (_, item) => this.figure(domain, item, occupation));
  }

  /** Whether the occupation has any figure in the domain. */
  has(domain: DomainKey, occupation: number): boolean {
    return this.figures(domain, occupation).some((figure) => !Number.isNaN(figure));
  }

  /** Whether its people call the item not relevant; always false in domains that were not asked so. */
  notRelevant(domain: DomainKey, item: number, occupation: number): boolean {
    const known = this.domains.get(domain);
    return known !== undefined && known.flagged && bit(known.flags.subarray(item * flagBytes(this.ids.length)), occupation);
  }

  /** Whether the occupation's sample in the domain is flagged as small. */
  small(domain: DomainKey, occupation: number): boolean {
    const known = this.domains.get(domain);
    return known !== undefined && bit(known.small, occupation);
  }
}

/** The vectors behind a path. Rejects with a LoadError where they cannot be had, or are damaged or of another format. */
export async function loadVectors(path: string): Promise<Vectors> {
  const bytes = await loadBinary(path);
  const vectors = parse(bytes);
  if (typeof vectors === "string") throw new LoadError(path, vectors);
  return vectors;
}

/** The file taken apart, or what is wrong with it. */
function parse(bytes: Uint8Array<ArrayBuffer>): Vectors | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 4;
  if (end < 7 || String.fromCharCode(...bytes.subarray(0, 4)) !== "SAV1") return "its format is not SAV1";
  if (hash(bytes.subarray(0, end)) !== view.getUint32(end, true)) return "it is damaged";
  if (view.getUint8(6) !== domainKeys.length) return "its domains are not those of this script";
  const count = view.getUint16(4, true);
  let at = 7;
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  const heads = domainKeys.map((key) => {
    const [items = 0, flagged = 0] = take(2);
    return { key, items, flagged: flagged === 1, scales: take(2 * items) };
  });
  for (let [elements = 0] = take(1); elements > 0; elements--) take(3 * (take(1)[0] ?? 0)); // weights, for the module alone
  const pairs = take(2 * count);
  const ids = Array.from({ length: pairs.length >> 1 }, (_, i) => (pairs[2 * i] ?? 0) + 256 * (pairs[2 * i + 1] ?? 0));
  const domains = new Map<DomainKey, Domain>();
  for (const { key, ...head } of heads) {
    const small = take(flagBytes(count));
    const figures = take(head.items * count);
    const flags = take(head.flagged ? head.items * flagBytes(count) : 0);
    domains.set(key, { ...head, small, figures, flags });
  }
  return at === end ? new Vectors(bytes, ids, domains) : "its lengths do not fit together";
}

function flagBytes(count: number): number {
  return (count + 7) >> 3;
}

function bit(flags: Uint8Array, place: number): boolean {
  return (((flags[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
}

/** 32-bit FNV-1a. */
function hash(bytes: Uint8Array): number {
  let h = 2166136261;
  for (const b of bytes) h = Math.imul(h ^ b, 16777619);
  return h >>> 0;
}
