// A result on the landscape of all occupations: the places shown stand out with their numbers. The list below says the
// same, so the drawing is for eyes and mice alone.

import type { Facts } from "../data/facts";
import type { Place } from "../scoring/scoring";
import { h, svg, type Child } from "./dom";

/** How many places have their number written beside them. */
const numbered = 10;

/** The element holds where occupations stand, as generator/page/match.go writes them, and the words below the drawing. */
export function landscape(map: HTMLElement, places: readonly Place[], { facts, root }: { readonly facts: Facts; readonly root: string }): Child {
  const { width = "0", height = "0", map: written = "" } = map.dataset;
  const spots = new Map(written.split(";").map((spot) => {
    const [id = 0, x = 0, y = 0] = spot.split(" ").map(Number);
    return [id, { x, y }] as const;
  }));
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  for (const { x, y } of spots.values()) drawing.append(svg("circle", { class: "aside", cx: x, cy: y, r: 5 }));
  const byID = new Map(facts.occupations.map((o) => [o.id, o]));
  // The nearest last, so that they lie on top.
  for (const [i, place] of [...places.entries()].reverse()) {
    const o = byID.get(place.id);
    const spot = spots.get(place.id);
    if (!o || !spot) continue;
    drawing.append(svg("a", { href: `${root}occupations/${o.slug}/`, tabindex: -1, class: `hue hue-${facts.fields[o.field]?.hue ?? 0}` },
      svg("circle", { cx: spot.x, cy: spot.y, r: 11 }), svg("title", {}, o.name)));
    if (i < numbered) drawing.append(svg("text", { x: spot.x + 14, y: spot.y + 9, "font-size": 28 }, String(place.rank)));
  }
  return h("figure", {}, h("div", { class: "landscape-map" }, drawing), h("figcaption", { class: "small quiet" }, Array.from(map.childNodes, (node) => node.cloneNode(true))));
}
