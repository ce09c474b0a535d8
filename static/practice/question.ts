// The items of the aptitude practice as a person sees them: sentences from the page, strings and drawings.

import type { Item, Task } from "../scoring/practice";
import { h, svg, type Child } from "../tool/dom";
import { inEdition, say, type Editions } from "../tool/words";

/** A question and its four options. */
export interface Question {
  readonly text: Child;
  /** Beside the text. */
  readonly figure?: Node;
  readonly options: readonly Child[];
  /** Of text and options, where it is not the page's. */
  readonly lang?: string;
}

interface Words {
  readonly opposite: (mark: string) => string;
  readonly code: string;
  readonly figure: string;
  readonly at: (mark: string, row: number, column: number) => string;
  readonly row: (row: number, columns: string) => string;
  readonly comma: string;
}

const words: Editions<Words> = {
  ja: {
    opposite: (mark) => `「${mark}」の向かい側に来る面はどれですか。`, code: "同じものはどれですか: ", figure: "同じ図形はどれですか。",
    at: (mark, row, column) => `${mark}は${row}段目の${column}列目`, row: (row, columns) => `${row}段目 ${columns}`, comma: "、",
  },
  easy: {
    opposite: (mark) => `「${mark}」の{反対|はんたい}に{来|く}る{面|めん}は、どれですか。`, code: "{同|おな}じものは、どれですか: ", figure: "{同|おな}じ{形|かたち}は、どれですか。",
    at: (mark, row, column) => `${mark}は上から${row}、左から${column}`, row: (row, columns) => `上から${row}: ${columns}`, comma: "、",
  },
  en: {
    opposite: (mark) => `Which face will lie opposite ${mark}?`, code: "Which is the same as ", figure: "Which figure is the same?",
    at: (mark, row, column) => `${mark} in row ${row}, column ${column}`, row: (row, columns) => `row ${row}: ${columns}`, comma: "; ",
  },
};

/** How many sentences the page has. */
export function sentenceCount(main: HTMLElement): number {
  return entries(main, "sentences").length;
}

/** Turns an item into a question. */
export function ask(main: HTMLElement, task: Task, item: Item): Question {
  const w = inEdition(words);
  switch (task) {
    case "verbal": {
      const [text, ...options] = Array.from(entries(main, "sentences")[item.given[0] ?? 0]?.children ?? [], (part) => part.textContent ?? "");
      return { text, options: item.options.map(([o = 0]) => options[o] ?? ""), lang: "ja" };
    }
    case "numerical": {
      const [question, option] = Array.from(entries(main, "wordings")[item.kind]?.children ?? []);
      const clock = item.kind === endTime;
      return { text: numbered(question, item.given, clock), options: item.options.map((numbers) => numbered(option, numbers, clock)) };
    }
    case "spatial": {
      const [mark = 0, ...cells] = item.given;
      return { text: say(w.opposite(nameOf(mark))), figure: net(cells, w), options: item.options.map(([o = 0]) => nameOf(o)) };
    }
    case "clerical":
      return { text: [say(w.code), h("code", {}, string(item.given))], options: item.options.map((o) => h("code", {}, string(o))) };
    case "form":
      return { text: say(w.figure), figure: grid(item.given[0] ?? 0, w), options: item.options.map(([o = 0]) => grid(o, w)) };
  }
}

/** The kind of numerical item whose second number is minutes of a time of day; see wasm/aptitude/numerical.go. */
const endTime = 4;

function entries(main: HTMLElement, name: string): Element[] {
  return Array.from(main.querySelector<HTMLTemplateElement>(`template[data-${name}]`)?.content.children ?? []);
}

/** A wording with its numbers in place of #1, #2 …, readings and all. */
function numbered(wording: Element | undefined, numbers: readonly number[], clock: boolean): Node[] {
  const copy = wording?.cloneNode(true);
  if (!copy) return [];
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.nodeValue = (node.nodeValue ?? "").replace(/#(\d)/g, (_, place: string) => {
      const text = String(numbers[Number(place) - 1] ?? "");
      return clock && place === "2" ? text.padStart(2, "0") : text;
    });
  }
  return Array.from(copy.childNodes);
}

function nameOf(mark: number): string {
  return String.fromCharCode(65 + mark);
}

function string(characters: readonly number[]): string {
  return String.fromCharCode(...characters);
}

/** The net of a cube: x, y and mark of each cell. */
function net(cells: readonly number[], w: Words): SVGElement {
  const places = [0, 3, 6, 9, 12, 15].map((i) => ({ x: cells[i] ?? 0, y: cells[i + 1] ?? 0, mark: nameOf(cells[i + 2] ?? 0) }));
  const width = 10 * Math.max(...places.map((p) => p.x + 1));
  const height = 10 * Math.max(...places.map((p) => p.y + 1));
  return svg(
    "svg",
    { class: "net", role: "img", viewBox: `-1 -1 ${width + 2} ${height + 2}`, "aria-label": places.map((p) => w.at(p.mark, p.y + 1, p.x + 1)).join(w.comma) },
    svg("path", { d: places.map((p) => square(p.x, p.y)).join("") }),
    ...places.map((p) => svg("text", { x: 10 * p.x + 5, y: 10 * p.y + 5 }, p.mark)),
  );
}

/** A figure on a grid of 5 × 5, one bit for each cell. */
function grid(figure: number, w: Words): SVGElement {
  const side = [0, 1, 2, 3, 4];
  const rows = side.map((y) => side.filter((x) => (figure >> (5 * y + x)) & 1));
  const told = rows.map((columns, y) => w.row(y + 1, columns.map((x) => x + 1).join(" ") || "0"));
  return svg(
    "svg",
    { class: "grid", role: "img", viewBox: "-1 -1 52 52", "aria-label": told.join(w.comma) },
    svg("path", { class: "frame", d: "M0 0h50v50h-50z" }),
    svg("path", { d: rows.flatMap((columns, y) => columns.map((x) => square(x, y))).join("") }),
  );
}

function square(x: number, y: number): string {
  return `M${10 * x} ${10 * y}h10v10h-10z`;
}
