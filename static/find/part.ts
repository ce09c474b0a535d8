/** The part of the page with an id. The page is of our own making, so a missing part is a fault of ours. */
export function part<Element extends HTMLElement = HTMLElement>(id: string): Element {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element as Element;
}
