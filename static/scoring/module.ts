// The scoring module: how it is started, and how numbers go in and out. wasm/main.go tells the protocol.

import { loadBinary, LoadError } from "../load/binary";

type Call = (...numbers: number[]) => number;

/** What is written into the buffer: Int32Arrays are filled up to a multiple of 8 bytes. */
export type Piece = Float64Array | Int32Array | Uint8Array;

/** The module, running. */
export class Module {
  private readonly memory: WebAssembly.Memory;
  private readonly exports: WebAssembly.Exports;

  constructor(memory: WebAssembly.Memory, exports: WebAssembly.Exports) {
    this.memory = memory;
    this.exports = exports;
  }

  /** Writes a request and calls an export; negative results are refusals. */
  call(name: string, request: readonly Piece[], ...numbers: number[]): number {
    const lengths = request.map((piece) => Math.ceil(piece.byteLength / 8) * 8);
    const size = lengths.reduce((sum, length) => sum + length, 0);
    let at = this.export("buffer")(size);
    if (at === 0) return -1;
    const all = new Uint8Array(this.memory.buffer);
    request.forEach((piece, i) => {
      all.set(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength), at);
      at += lengths[i] ?? 0;
    });
    return this.export(name)(...numbers);
  }

  /** A reader of the response, which the next call overwrites. */
  response(): Reader {
    return new Reader(this.memory.buffer, this.export("buffer")(0));
  }

  private export(name: string): Call {
    return this.exports[name] as Call; // asset.BuildScoring compiled it from the same sources
  }
}

/** Reads a response from its beginning. */
export class Reader {
  private readonly buffer: ArrayBuffer;
  private at: number;

  constructor(buffer: ArrayBuffer, at: number) {
    this.buffer = buffer;
    this.at = at;
  }

  floats(count: number): number[] {
    const floats = Array.from(new Float64Array(this.buffer, this.at, count));
    this.at += 8 * count;
    return floats;
  }

  ints(count: number): number[] {
    const ints = Array.from(new Int32Array(this.buffer, this.at, count));
    this.at += 4 * count;
    return ints;
  }
}

/** Starts the module behind a path. Rejects with a LoadError where it cannot be had or does not run. */
export async function startModule(path: string): Promise<Module> {
  const bytes = await loadBinary(path);
  // The stubs need the memory, which the instance they are given to makes.
  const own: { memory?: WebAssembly.Memory } = {};
  const view = (): DataView => new DataView((own.memory as WebAssembly.Memory).buffer);
  try {
    const { instance } = await WebAssembly.instantiate(bytes, { wasi_snapshot_preview1: stubs(view) });
    const memory = instance.exports["memory"];
    const initialize = instance.exports["_initialize"];
    if (!(memory instanceof WebAssembly.Memory) || typeof initialize !== "function") throw new Error("it exports something else");
    own.memory = memory;
    (initialize as Call)();
    return new Module(memory, instance.exports);
  } catch (error) {
    throw new LoadError(path, String(error));
  }
}

/** The ten functions that the Go runtime links, whether it calls them or not. */
function stubs(view: () => DataView): WebAssembly.ModuleImports {
  const nothing = (): number => 0;
  const noSizes = (count: number, bytes: number): number => {
    view().setUint32(count, 0, true);
    view().setUint32(bytes, 0, true);
    return 0;
  };
  return {
    args_get: nothing,
    args_sizes_get: noSizes,
    environ_get: nothing,
    environ_sizes_get: noSizes,
    poll_oneoff: nothing,
    sched_yield: nothing,
    fd_write: nothing,
    clock_time_get: (_clock: number, _precision: bigint, time: number): number => {
      view().setFloat64(time, 1, true); // any bits but zero: nothing here depends on the time
      return 0;
    },
    random_get: (at: number, length: number): number => {
      new Uint8Array(view().buffer, at, length).set(crypto.getRandomValues(new Uint8Array(length)));
      return 0;
    },
    proc_exit: (code: number): never => {
      throw new Error(`it ended with ${code}`);
    },
  };
}
