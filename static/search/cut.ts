// Cuts a text without spaces into words of the index: at each place the longest entry of the vocabulary, words of
// grammar left out, and pairs of characters where there is no entry.

import type { Collection } from "./collection";
import type { Term } from "./files";
import { isHan, isHiragana, isKatakana, isLatin, isWord, keyOf, normalise, type Normal } from "./normal";
import { stem } from "./english";

/** A word of the query and where it may be found. */
export interface Unit {
  /** As it was typed. */
  text: string;
  /** What stands for it in the vocabulary, with what each is worth. */
  terms: { term: Term; worth: number }[];
  how: "word" | "reading" | "pairs" | "near" | "unknown";
  /** It is the whole of the alternative it stands in. */
  whole: boolean;
}

/** What a word found by its reading is worth beside the word itself. */
const readingWorth = 0.9;
/** What a pair of characters is worth beside a word. */
const pairWorth = 0.5;
/** Readings that are shorter mean too many words, unless they are all that is asked. */
const shortestReading = 3;
const longestEntry = 24;

export async function cut(text: string, collection: Collection): Promise<Unit[]> {
  const normal = normalise(text);
  const whole = await wholeName(text, normal, collection);
  if (whole !== undefined) return [whole];
  const units: Unit[] = [];
  for (const run of runs(normal)) {
    units.push(...(collection.root.language === "en" ? await cutEnglish(text, run, collection) : await cutRun(text, run, collection)));
  }
  const only = units.length === 1 ? units[0] : undefined;
  if (only !== undefined) only.whole = true;
  return units;
}

/** The text as one name, what parts its words left out. */
async function wholeName(text: string, normal: Normal, collection: Collection): Promise<Unit | undefined> {
  const key = keyOf(normal.chars.filter(isWord));
  if (key === "") return undefined;
  const term = await collection.term(key);
  if (term === undefined) return undefined;
  if (term.exact.size > 0) return { text, terms: [{ term, worth: 1 }, ...(await readings(term, collection))], how: "word", whole: true };
  const named = (await readings(term, collection)).filter(({ term }) => term.exact.size > 0);
  return named.length > 0 ? { text, terms: named, how: "reading", whole: true } : undefined;
}

async function readings(term: Term, collection: Collection): Promise<Unit["terms"]> {
  const read = await Promise.all(term.readings.map((key) => collection.term(key)));
  return read.flatMap((term) => (term === undefined ? [] : [{ term, worth: readingWorth }]));
}

/** Characters that stand together, with their places in the source. */
interface Run {
  chars: string[];
  from: number[];
  end: number;
}

function runs({ chars, from }: Normal): Run[] {
  const out: Run[] = [];
  chars.forEach((c, i) => {
    const last = out[out.length - 1];
    if (!isWord(c)) return;
    if (last !== undefined && i > 0 && isWord(chars[i - 1] ?? "")) {
      last.chars.push(c);
      last.from.push(from[i] ?? 0);
    } else {
      out.push({ chars: [c], from: [from[i] ?? 0], end: 0 });
    }
    const run = out[out.length - 1];
    if (run !== undefined) run.end = from[i + 1] ?? Infinity;
  });
  return out;
}

async function cutEnglish(text: string, run: Run, collection: Collection): Promise<Unit[]> {
  const word = run.chars.join("");
  if (word.length < 2 || articles.has(word)) return [];
  const term = await collection.term(stem(word));
  const shown = text.slice(run.from[0], run.end);
  return [term === undefined ? { text: shown, terms: [], how: "unknown", whole: false } : { text: shown, terms: [{ term, worth: 1 }], how: "word", whole: false }];
}

const articles = new Set("a an and are as at be by for from in is it of on or that the to who with".split(" "));

/** A stretch of a run that stands for something. */
interface Match {
  length: number;
  terms: Unit["terms"];
  how: Unit["how"];
}

async function cutRun(text: string, run: Run, collection: Collection): Promise<Unit[]> {
  const units: Unit[] = [];
  let missed = 0; // where the characters that nothing stands for begin
  const shown = (from: number, to: number): string => text.slice(run.from[from], to < run.chars.length ? run.from[to] : run.end);
  const flush = async (to: number): Promise<void> => {
    if (to > missed) units.push(...(await net(shown(missed, to), run.chars.slice(missed, to), run.chars.every(isHiragana), collection)));
  };
  for (let i = 0; i < run.chars.length; ) {
    const match = await longestMatch(text, run, i, collection);
    const skipped = grammarAt(run.chars, i);
    if (match === undefined || skipped > match.length || (skipped === match.length && skipped < run.chars.length)) {
      if (skipped > 0) {
        await flush(i);
        missed = i + skipped;
      }
      i += Math.max(skipped, 1);
      continue;
    }
    await flush(i);
    // One character right after a word is its ending (屋, 員, 者), and tells little.
    const ending = match.length === 1 && i > 0 && missed === i && units.length > 0 && isHan(run.chars[i - 1] ?? "");
    if (!ending) units.push({ text: shown(i, i + match.length), terms: match.terms, how: match.how, whole: false });
    i += match.length;
    missed = i;
  }
  await flush(run.chars.length);
  return units;
}

async function longestMatch(text: string, run: Run, i: number, collection: Collection): Promise<Match | undefined> {
  const { chars } = run;
  const head = chars[i] ?? "";
  if (i > 0 && isLatin(head) && isLatin(chars[i - 1] ?? "")) return undefined;
  const next = chars[i + 1] ?? "";
  if (!isHan(head) && next === "") return isLatin(head) ? entry(await collection.terms(head), head, 1) : undefined;
  const terms = await collection.terms(keyOf(chars.slice(i, i + 2)));
  for (let j = Math.min(chars.length, i + longestEntry); j > i; j--) {
    if (j === i + 1 && !isHan(head)) {
      return isLatin(head) && !isLatin(next) ? entry(await collection.terms(head), head, 1) : undefined;
    }
    if (j < chars.length && isLatin(chars[j - 1] ?? "") && isLatin(chars[j] ?? "")) continue;
    const part = chars.slice(i, j);
    const ways = [entry(terms, keyOf(part), j - i), inflected(terms, part), await read(text, run, i, j, terms, collection)];
    const matches = ways.filter((match) => match !== undefined);
    if (matches[0] !== undefined) return { ...matches[0], terms: matches.flatMap((match) => match.terms) };
  }
  return undefined;
}

function entry(terms: Map<string, Term>, key: string, length: number): Match | undefined {
  const term = terms.get(key);
  return term !== undefined && term.docs.length + term.exact.size > 0 ? { length, terms: [{ term, worth: 1 }], how: "word" } : undefined;
}

/** A word by how it is read. What is typed in katakana, or is short, is read so only when it is all that is asked. */
async function read(text: string, run: Run, i: number, j: number, terms: Map<string, Term>, collection: Collection): Promise<Match | undefined> {
  const part = run.chars.slice(i, j);
  const term = terms.get(keyOf(part));
  if (term === undefined || term.readings.length === 0) return undefined;
  const all = i === 0 && j === run.chars.length;
  if (part.includes("ー")) return undefined; // readings have none
  if (!all && (j - i < shortestReading || isKatakana(text[run.from[i] ?? 0] ?? ""))) return undefined;
  return { length: j - i, terms: await readings(term, collection), how: "reading" };
}

/** The dictionary form of verbs and adjectives: what stands is a stem, and one kana that tells how it goes on. */
function inflected(terms: Map<string, Term>, part: readonly string[]): Match | undefined {
  const stemOf = part.slice(0, -1).join("");
  const last = part[part.length - 1] ?? "";
  const forms: string[] = [];
  if (isHiragana(last)) for (const ending of endings.get(last) ?? "") forms.push(stemOf + ending);
  if (part.length > 1 || isHan(last)) forms.push(`${stemOf + last}る`, `${stemOf + last}い`);
  for (const form of forms) {
    const match = form.length > 2 || isHan(form[0] ?? "") ? entry(terms, form, part.length) : undefined;
    if (match !== undefined) return match;
  }
  return undefined;
}

/** The dictionary endings of five-row verbs by the kana that may stand in their place. */
const endings = new Map<string, string>();
for (const row of ["かきくけこい:く", "がぎぐげごい:ぐ", "さしすせそ:す", "たちつてとっ:つ", "なにぬねのん:ぬ", "ばびぶべぼん:ぶ", "まみむめもん:む", "らりるれろっ:る", "わいうえおっ:う"]) {
  const [kana = "", ending = ""] = row.split(":");
  for (const c of kana) endings.set(c, (endings.get(c) ?? "") + ending);
}

/** What no entry stands for: pairs of its characters; or nothing, for grammar between words. */
async function net(text: string, chars: string[], onlyKana: boolean, collection: Collection): Promise<Unit[]> {
  const plain = keyOf(chars);
  if (!onlyKana && Array.from(plain).every((c, i) => isHiragana(c) && !isKatakana(text[i] ?? ""))) return [];
  if (chars.length === 1 && isHan(chars[0] ?? "")) return [];
  const terms: Unit["terms"] = [];
  const letters = Array.from(plain);
  for (let i = 1; i < letters.length; i++) {
    const term = await collection.term(`${letters[i - 1]}${letters[i]}*`);
    if (term !== undefined && term.docs.length > 0) terms.push({ term, worth: pairWorth });
  }
  return [{ text, terms, how: terms.length > 0 && terms.length * 2 >= letters.length - 1 ? "pairs" : "unknown", whole: false }];
}

/** How many characters from a place on are particles, auxiliaries, or words that every query about work may hold. */
function grammarAt(chars: readonly string[], i: number): number {
  for (let length = Math.min(longestGrammar, chars.length - i); length > 0; length--) {
    if (grammar.has(chars.slice(i, i + length).join(""))) return length;
  }
  return 0;
}

const grammar = new Set(
  (
    "の に を は が で と へ や も か から まで より って とか など だけ ほど くらい ぐらい での との への には では とは にも でも からの までの たり " +
    "する した して しない します しました しています している していた したい したくない すること するのが する人 できる できます できた " +
    "ある あります あった いる います いた いて なる なりたい なった なれる なるには なりたくて やる やりたい " +
    "たい たくて たくない ない なく なくて ます ました ません です でした だ だった た て てる ている ていた てくれる てもらう れる られる せる させる う よう " +
    "こと もの ひと 人 方 時 とき ため ところ ほう さん たち 仕事 しごと お仕事 おしごと 職業 職種 職 お ご 何 なに どんな どう どこ " +
    "働きたい 働く はたらく はたらきたい 就きたい つきたい つく に関する に関わる に関係する にかかわる 関係 について ついて による によって " +
    "あげる くれる もらう みたい たくさん とても すごく が好き 好き 好きな な い "
  )
    .trim()
    .split(/\s+/),
);
const longestGrammar = Math.max(...Array.from(grammar, (g) => g.length));
