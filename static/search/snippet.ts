// Finds the words of a query in texts, in whatever spelling they stand there.

import { normalise, type Normal } from "./normal";

/** A stretch of a text, in UTF-16 units. */
export interface Mark {
  from: number;
  to: number;
}

const longestSnippet = 90;

/** Where any of the words stands in a text. */
export function marksIn(text: string, words: readonly string[]): Mark[] {
  const normal = normalise(text);
  const marks: Mark[] = [];
  for (const word of new Set(words)) {
    const sought = normalise(word).chars;
    if (sought.length === 0) continue;
    for (let i = 0; i + sought.length <= normal.chars.length; i++) {
      if (sought.every((c, n) => normal.chars[i + n] === c)) marks.push(markOf(normal, i, i + sought.length, text.length));
    }
  }
  return apart(marks);
}

function markOf({ from }: Normal, first: number, end: number, length: number): Mark {
  return { from: from[first] ?? 0, to: from[end] ?? length };
}

/** Marks in their order, those that touch made one. */
function apart(marks: Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const mark of marks.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = out[out.length - 1];
    if (last !== undefined && mark.from <= last.to) last.to = Math.max(last.to, mark.to);
    else out.push({ ...mark });
  }
  return out;
}

/** The sentence of a text that has most of the words, shortened around them; undefined when none has any. */
export function snippet(words: readonly string[], text: string): { text: string; marks: Mark[] } | undefined {
  let best: { text: string; marks: Mark[] } | undefined;
  for (const sentence of text.split(/(?<=[。.!?])\s*|\n/)) {
    const marks = marksIn(sentence, words);
    if (marks.length > (best?.marks.length ?? 0)) best = { text: sentence, marks };
  }
  return best === undefined ? undefined : shortened(best.text, best.marks);
}

function shortened(text: string, marks: Mark[]): { text: string; marks: Mark[] } {
  if (text.length <= longestSnippet) return { text, marks };
  const from = Math.max(0, Math.min((marks[0]?.from ?? 0) - 20, text.length - longestSnippet));
  const piece = text.slice(from, from + longestSnippet);
  const [before, after] = [from > 0 ? "…" : "", from + longestSnippet < text.length ? "…" : ""];
  const moved = marks.map((m) => ({ from: m.from - from + before.length, to: Math.min(m.to - from, longestSnippet) + before.length }));
  return { text: before + piece + after, marks: moved.filter((m) => m.from < m.to) };
}
