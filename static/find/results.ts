// The results as a list: each with its name, what it is in a sentence, and why it stands where it does.

import { make } from "../page/element";
import type { Words } from "../page/words";
import type { Card, Hit, Index, Mark } from "../search/index";
import type { Entry } from "./facets";

/** An item of the list: a hit of a search, or an occupation that no words were searched for. */
export function resultItem(card: Hit | Card, entry: Entry | undefined, index: Index, words: Words, root: string): HTMLElement {
  const hit = "reasons" in card ? card : undefined;
  const marked = (text: string): (Node | string)[] => (hit ? highlighted(text, index.marks(text, hit)) : [text]);
  const item = make("li", { "data-id": card.id }, make("a", { href: root + card.path }, ...marked(card.name)));
  if (entry) item.append(" ", make("span", { class: `field hue hue-${entry.hue}` }, entry.field));
  if (card.lead !== "") item.append(make("p", { class: "small" }, ...marked(card.lead)));
  if (entry) item.append(make("p", { class: "small quiet" }, entry.line));
  if (hit && hit.reasons.length > 0) item.append(whyRanked(hit, index, words));
  return item;
}

/** Text with marks in it, as nodes. */
function highlighted(text: string, marks: readonly Mark[]): (Node | string)[] {
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
