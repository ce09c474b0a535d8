// What a visitor keeps on the own device: one JSON value in local storage under one key, never sent anywhere. Each
// tool has its own part of it and checks what it reads, for the value may be older, foreign or damaged.

const key = "shigoto-atlas";

/** The parts of what is kept, by tool. A part is unknown until the tool that owns it has checked it. */
export type Kept = Record<string, unknown>;

/** Everything kept. Empty where there is nothing, or nothing readable, or where the browser keeps nothing. */
export function readAll(): Kept {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** One part, as its tool's check sees it; undefined where it is missing or the check refuses it. */
export function read<Part>(part: string, check: (value: unknown) => Part | undefined): Part | undefined {
  return check(readAll()[part]);
}

/** Keeps a part, or forgets it where the value is undefined. Tells whether the browser kept it. */
export function write(part: string, value: unknown): boolean {
  const all = readAll();
  if (value === undefined) delete all[part];
  else all[part] = value;
  try {
    localStorage.setItem(key, JSON.stringify(all));
  } catch {
    return false;
  }
  dispatchEvent(new CustomEvent(changed, { detail: part }));
  return true;
}

/** Forgets everything. */
export function wipe(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  dispatchEvent(new CustomEvent(changed));
}

const changed = "shigoto-atlas-kept";

/** Calls back when something kept changes, in this page or in another of the site. */
export function onChange(call: () => void): void {
  addEventListener(changed, call);
  addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) call();
  });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
