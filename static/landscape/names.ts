import type { Dot } from "./dot";
import type { Lens } from "./lens";

const most = 60; // names at once
const size = 12; // pixels

/** Writes names beside the dots that are seen and fit, if they are few; a name that would lie on another is left out. */
export function nameDots(map: SVGSVGElement, dots: readonly Dot[], lens: Lens): void {
  for (const text of map.querySelectorAll(":scope > text")) text.remove();
  const seen = dots.filter((dot) => dot.fits && lens.sees(dot.x, dot.y));
  if (seen.length > most) return;
  const em = size * lens.unit;
  const taken: { x: number; y: number; width: number }[] = [];
  for (const dot of seen) {
    const width = dot.name.length * em;
    // To the left of the dot where there is no room to its right.
    const x = lens.sees(dot.x + em + width, dot.y) ? dot.x + em : dot.x - em - width;
    const free = taken.every((t) => Math.abs(t.y - dot.y) > em * 1.1 || t.x > x + width || t.x + t.width < x);
    if (!free) continue;
    taken.push({ x, y: dot.y, width });
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    text.textContent = dot.name;
    text.setAttribute("x", x.toFixed(1));
    text.setAttribute("y", (dot.y + em * 0.35).toFixed(1));
    text.setAttribute("font-size", em.toFixed(2));
    map.append(text);
  }
}
