// Occupations a person has called "not for me": every tool leaves them out until they are called back.

import { read, write } from "./store";

const part = "dismissed";

export function dismissed(): readonly number[] {
  return (
    read(part, (value) =>
      Array.isArray(value) && value.length <= 1000 && value.every((id): id is number => Number.isInteger(id)) ? value : undefined,
    ) ?? []
  );
}

export function dismiss(id: number): void {
  if (!dismissed().includes(id)) write(part, [...dismissed(), id]);
}

export function callBack(id: number): void {
  const left = dismissed().filter((other) => other !== id);
  write(part, left.length > 0 ? left : undefined);
}
