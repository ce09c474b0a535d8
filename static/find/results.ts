// The results as a list: each with its name, what it is in a sentence, and why it stands where it does.

import { make } from "../page/element";
import type { Words } from "../page/words";
import type { Hit, Index, Mark } from "../search/index";
import type { Entry } from "./facets";

/** An item of the list. Of an occupation that no words were searched for, only the facts are known. */
export function resultItem(id: string, hit: Hit | undefined, entry: Entry | undefined, index: Index | undefined, words: Words, root: string): HTMLElement {
  const item = make("li", { "data-id": id });
  const marked = (text: string): (Node | string)[] => (hit && index ? highlighted(text, index.marks(text, hit)) : [text]);
  item.append(make("a", { href: root + (entry ?? hit)!.path }, ...marked((hit ?? entry)!.name)));
  if (entry) item.append(" ", make("span", { class: `field hue hue-${entry.hue}` }, entry.field));
  if (hit && hit.lead !== "") item.append(make("p", { class: "small" }, ...marked(hit.lead)));
  if (entry) item.append(make("p", { class: "small quiet" }, entry.line));
  if (hit && index && hit.reasons.length > 0) item.append(whyRanked(hit, index, words));
  return item;
}

/** Text with marks in it, as nodes. */
export function highlighted(text: string, marks: readonly Mark[]): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let done = 0;
  for (const { from, to } of marks) {
    nodes.push(text.slice(done, from), make("mark", {}, text.slice(from, to)));
    done = to;
  }
  nodes.push(text.slice(done));
  return nodes;
}

/** What earned the place, opened on demand; then the piece of the text that shows the words best is loaded too. */
function whyRanked(hit: Hit, index: Index, words: Words): HTMLElement {
  const reasons = hit.reasons.map(({ word, field }) => words(`why-${field}`, { term: word }));
  const lacks = hit.missing.map((word) => words("why-missing", { term: word }));
  const list = make("ul", {}, ...[...new Set([...reasons, ...lacks])].map((reason) => make("li", {}, reason)));
  const details = make("details", { class: "why" }, make("summary", {}, words("why")), list);
  details.addEventListener("toggle", () => {
    index.snippet(hit).then(
      (piece) => piece && list.after(make("blockquote", { class: "small" }, ...highlighted(piece.text, piece.marks))),
      (error: unknown) => list.after(make("p", { class: "small warn" }, words("failed", { reason: String(error) }))),
    );
  }, { once: true });
  return details;
}
