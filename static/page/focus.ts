const reachable = "a[href], button, input, select, summary, [tabindex]";

/**
 * Makes a part of the page anew without losing the focus in it: it goes to the element of the same kind, value and
 * words, else to the one now at the same place, else to the nearest before it, else to the fallback.
 */
export function keepingFocus(part: HTMLElement, renew: () => void, fallback?: HTMLElement | null): void {
  const before = [...part.querySelectorAll<HTMLElement>(reachable)];
  const place = before.indexOf(document.activeElement as HTMLElement);
  const same = nameOf(before[place]);
  renew();
  if (place < 0) return;
  const after = [...part.querySelectorAll<HTMLElement>(reachable)];
  (after.find((element) => nameOf(element) === same) ?? after[Math.min(place, after.length - 1)] ?? fallback)?.focus();
}

function nameOf(element: HTMLElement | undefined): string {
  const value = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.value : "";
  return element ? `${element.tagName} ${value} ${element.textContent}` : "";
}
