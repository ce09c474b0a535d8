// Building parts of a page whose words may have readings over them, so that a text may be several nodes. Text comes in
// as text, never as markup.

import { make } from "../page/element";

export type Child = Node | string | readonly Child[] | undefined;

/** An element with its attributes (true is an attribute without a value, false and undefined are none) and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const written: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) written[name] = value === true ? "" : String(value);
  }
  const element = make(tag, written);
  append(element, children);
  return element;
}

export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined) continue;
    if (typeof child === "string") parent.appendChild(document.createTextNode(child));
    else if (child instanceof Node) parent.appendChild(child);
    else append(parent, child);
  }
}

/** An element of SVG. */
export function svg(tag: string, attributes: Readonly<Record<string, string | number>>, ...children: readonly (Node | string)[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Text with readings, {漢字|かんじ}, as nodes. */
export function ruby(text: string): Child[] {
  return text.split(/(\{[^|}]+\|[^}]+\})/).map((piece) => {
    const word = /^\{([^|}]+)\|([^}]+)\}$/.exec(piece);
    return word ? h("ruby", {}, word[1], h("rp", {}, "（"), h("rt", {}, word[2]), h("rp", {}, "）")) : piece;
  });
}

/** A button that calls back. */
export function button(label: Child, call: () => void, attributes: Readonly<Record<string, string | boolean>> = {}): HTMLButtonElement {
  const element = h("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", call);
  return element;
}

/** Puts other content into an element. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren();
  append(element, children);
}
