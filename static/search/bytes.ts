// Reads the files of the index; generator/search/encode.go says what they hold.

/** A file of the index that is not what it should be. */
export class DamageError extends Error {
  readonly file: string;

  constructor(file: string, what: string) {
    super(`${file}: ${what}`);
    this.name = "DamageError";
    this.file = file;
  }
}

const table = Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n >>> 0;
});

function crc32(data: Uint8Array, end: number): number {
  let sum = 0xffffffff;
  for (let i = 0; i < end; i++) sum = (table[(sum ^ (data[i] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** Reads numbers and texts one after another; whatever lies outside the file is damage. */
export class Reader {
  private at = 0;
  private readonly file: string;
  private readonly data: Uint8Array;
  private readonly end: number;

  private constructor(file: string, data: Uint8Array, end: number) {
    this.file = file;
    this.data = data;
    this.end = end;
  }

  /** Opens a file of the kind that the four letters name; sum is the checksum it is known by, if it is. */
  static open(file: string, data: Uint8Array, magic: string, sum?: number): Reader {
    const end = data.length - 4;
    const r = new Reader(file, data, data.length);
    if (end < magic.length) throw new DamageError(file, "is too short");
    for (let i = 0; i < magic.length; i++) {
      if (data[i] !== magic.charCodeAt(i)) throw new DamageError(file, `does not begin with ${magic}`);
    }
    r.at = end;
    const own = r.u32();
    if (crc32(data, end) !== own) throw new DamageError(file, "its checksum does not fit its content");
    if (sum !== undefined && own !== sum) throw new DamageError(file, "is of another version of the index");
    const inner = new Reader(file, data, end);
    inner.at = magic.length;
    return inner;
  }

  fail(what: string): never {
    throw new DamageError(this.file, what);
  }

  byte(): number {
    if (this.at >= this.end) this.fail("ends too early");
    return this.data[this.at++] ?? 0;
  }

  u32(): number {
    const low = this.byte() | (this.byte() << 8) | (this.byte() << 16);
    return (low | (this.byte() << 24)) >>> 0;
  }

  /** An unsigned number of at most 31 bits. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 31; shift += 7) {
      const b = this.byte();
      value += (b & 0x7f) * 2 ** shift;
      if (b < 0x80) return value;
    }
    return this.fail("holds a number that is too large");
  }

  /** How many items of at least one byte each follow. */
  count(): number {
    const n = this.number();
    if (n > this.end - this.at) this.fail("ends too early");
    return n;
  }

  bytes(): Uint8Array {
    const length = this.count();
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  }

  text(): string {
    return this.utf8(this.bytes());
  }

  more(): boolean {
    return this.at < this.end;
  }

  /** Decodes text without TextDecoder, which the machine that tests run on has not. */
  utf8(bytes: Uint8Array): string {
    const units: number[] = [];
    let out = "";
    for (let i = 0; i < bytes.length; ) {
      const lead = bytes[i++] ?? 0;
      const more = lead < 0x80 ? 0 : lead < 0xc0 ? 4 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf8 ? 3 : 4;
      if (i + more > bytes.length || more > 3) this.fail("holds text that is not UTF-8");
      let code = more === 0 ? lead : lead & (0x3f >> more);
      for (let n = 0; n < more; n++) code = (code << 6) | ((bytes[i++] ?? 0) & 0x3f);
      if (code > 0x10ffff) this.fail("holds text that is not UTF-8");
      if (code > 0xffff) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
      else units.push(code);
      if (units.length > 4000) out += String.fromCharCode(...units.splice(0));
    }
    return out + String.fromCharCode(...units);
  }

  done(): void {
    if (this.at !== this.end) this.fail("holds more than it should");
  }
}
