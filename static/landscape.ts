// The map of all occupations. Without this script every point is a link and the table below holds the same. It adds:
//   - finding: words typed and a field leave what fits bright on the map and in the table;
//   - nearness: buttons, the wheel with Ctrl, two fingers and arrow keys change the part that is seen;
//   - names beside the points, as soon as few enough are seen;
//   - an address such as ?near=nurse shows the surroundings of an occupation.

import { Finder } from "./landscape/finder";
import { nameDots } from "./landscape/names";
import { Lens } from "./landscape/lens";
import type { Dot } from "./landscape/dot";

const box = document.querySelector<HTMLElement>(".landscape-map");
const map = box?.querySelector<SVGSVGElement>("svg");
if (box && map) start(box, map);

function start(box: HTMLElement, map: SVGSVGElement): void {
  const dots = readDots(map);
  let near = 0;
  const finder = new Finder(dots);
  const lens = new Lens(box, map);
  const draw = (): void => {
    if (lens.nearness !== near) {
      near = lens.nearness;
      // Points grow more slowly than the distances between them, so that they come apart; none is too small to see.
      const radius = Math.max(6, 3 * lens.unit * near) / near ** 0.7;
      for (const { circle } of dots) circle.setAttribute("r", radius.toFixed(2));
    }
    nameDots(map, dots, lens);
  };
  finder.onChange = draw;
  lens.onChange = draw;
  finder.apply();
  const slug = new URLSearchParams(location.search).get("near");
  const home = slug ? dots.find(({ link }) => link.href.baseVal.endsWith(`/${slug}/`)) : undefined;
  if (home) {
    home.link.classList.add("home");
    lens.show(home.x, home.y);
  }
}

function readDots(map: SVGSVGElement): Dot[] {
  const rows = new Map<string, HTMLElement>();
  for (const row of document.querySelectorAll<HTMLElement>("#table tr[data-field]")) {
    const link = row.querySelector("a");
    if (link) rows.set(link.href, row);
  }
  const dots: Dot[] = [];
  for (const link of map.querySelectorAll<SVGAElement>("a")) {
    const circle = link.querySelector("circle");
    const row = rows.get(new URL(link.href.baseVal, document.baseURI).href);
    if (!circle || !row) continue;
    const name = link.querySelector("title")?.textContent ?? "";
    dots.push({ link, circle, row, name, x: circle.cx.baseVal.value, y: circle.cy.baseVal.value, fits: true });
  }
  return dots;
}
