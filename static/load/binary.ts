// The one way scripts come by files of data: over the network, or, on pages opened from file:// which may not fetch,
// from the twin of the file, a classic script that holds the same bytes in base64 (see generator/asset/binary.go).
// Paths are relative to the page, as its HTML names them.

/** Why a file could not be had. */
export class LoadError extends Error {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

declare global {
  interface Window {
    shigotoAtlasData?: Record<string, string>;
  }
}

const loaded = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** The bytes of a file, loaded once. A failure is not kept: the next call tries again. Rejects with a LoadError. */
export function loadBinary(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const known = loaded.get(path);
  if (known) return known;
  const coming = location.protocol === "file:" ? fromTwin(path) : fromNetwork(path);
  loaded.set(path, coming);
  coming.catch(() => loaded.delete(path));
  return coming;
}

async function fromNetwork(path: string): Promise<Uint8Array<ArrayBuffer>> {
  let response: Response;
  try {
    response = await fetch(path);
  } catch (error) {
    throw new LoadError(path, String(error));
  }
  if (!response.ok) throw new LoadError(path, `${response.status} ${response.statusText}`);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new LoadError(path, String(error));
  }
}

function fromTwin(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${path}.js`;
    script.addEventListener("error", () => reject(new LoadError(path, "its script could not be loaded")));
    script.addEventListener("load", () => {
      script.remove();
      const name = path.slice(path.lastIndexOf("/") + 1);
      const data = window.shigotoAtlasData?.[name];
      if (data === undefined) {
        reject(new LoadError(path, "its script holds something else"));
        return;
      }
      delete window.shigotoAtlasData?.[name];
      resolve(Uint8Array.from(atob(data), (c) => c.charCodeAt(0)));
    });
    document.head.append(script);
  });
}
