// The radar of the six interests: the one chart that is not a table, and so never stands without its table.

import { svg, type Child } from "./dom";

const centreX = 170;
const centreY = 125;
const radius = 92;

function corner(i: number, n: number, distance: number): readonly [number, number] {
  const angle = (2 * Math.PI * i) / n - Math.PI / 2;
  return [centreX + radius * distance * Math.cos(angle), centreY + radius * distance * Math.sin(angle)];
}

function points(distances: readonly number[]): string {
  return distances.map((d, i) => corner(i, distances.length, d).map((x) => x.toFixed(1)).join(",")).join(" ");
}

/** Draws shares of the scale, 0 to 1, with the name of each axis. */
export function radar(shares: readonly number[], names: readonly string[], label: string): Child {
  // Four characters have room beside the hexagon; longer names get more.
  const room = Math.max(0, 13 * (Math.max(...names.map(width)) - 4));
  const drawing = svg("svg", { class: "plot", viewBox: `${-room} 0 ${340 + 2 * room} 250`, role: "img", "aria-label": label });
  for (const ring of [0.25, 0.5, 0.75, 1]) {
    drawing.append(svg("polygon", { class: "grid", points: points(shares.map(() => ring)) }));
  }
  drawing.append(svg("polygon", { class: "own", points: points(shares) }));
  names.forEach((name, i) => {
    const [x, y] = corner(i, names.length, 1.17);
    const anchor = x > centreX + 1 ? "start" : x < centreX - 1 ? "end" : "middle";
    drawing.append(svg("text", { x: x.toFixed(1), y: (y + 4).toFixed(1), "text-anchor": anchor }, name));
  });
  return drawing;
}

/** The width of a name in characters as wide as a kanji. */
function width(name: string): number {
  return Array.from(name).reduce((sum, c) => sum + (c < "\u2e80" ? 0.55 : 1), 0);
}
