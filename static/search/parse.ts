// Reads a query: words all of which a result has, alternatives, words it must not have, and phrases.
//
//   介護 夜勤            both            介護 または 看護   介護 OR 看護   介護|看護    either
//   介護 -夜勤   介護 NOT 夜勤   介護 夜勤以外   the first without the second          "夜の勤務"  「夜の勤務」  as written
//
// Full-width forms of the signs mean the same. Signs that stand alone mean nothing; a quotation that does not end runs
// to the end of the query.

/** What a result must have, or must not: one of the alternatives. */
export interface Clause {
  any: Alternative[];
  not: boolean;
}

export interface Alternative {
  text: string;
  /** To be found as written. */
  phrase: boolean;
}

export interface Query {
  clauses: Clause[];
  /** The query was longer than anyone searches for; its end is not considered. */
  cut: boolean;
}

const longest = 200;
const mostClauses = 16;
const closing = new Map([['"', '"'], ["「", "」"], ["『", "』"]]);

interface Token {
  text: string;
  phrase: boolean;
  /** A sign for NOT stands right before it. */
  not: boolean;
}

export function parse(source: string): Query {
  const characters = Array.from(source);
  const tokens = tokenise(characters.slice(0, longest));
  const clauses: Clause[] = [];
  let either = false;
  let not = false;
  for (const token of tokens) {
    const meaning = token.phrase || token.not ? "word" : operator(token.text);
    if (meaning === "or") either = true;
    else if (meaning === "not") not = true;
    else if (meaning === "word") {
      add(clauses, token, either, not || token.not);
      either = not = false;
    }
  }
  return { clauses: clauses.slice(0, mostClauses), cut: characters.length > longest || clauses.length > mostClauses };
}

function operator(text: string): "or" | "and" | "not" | "word" {
  const plain = text.normalize("NFKC");
  if (plain === "OR" || plain === "|" || plain === "||" || ["または", "又は", "もしくは", "若しくは", "あるいは"].includes(plain)) return "or";
  if (plain === "AND" || plain === "&" || plain === "&&" || plain === "+" || plain === "かつ") return "and";
  return plain === "NOT" ? "not" : "word";
}

function add(clauses: Clause[], token: Token, either: boolean, not: boolean): void {
  let text = token.text;
  if (!token.phrase) {
    const without = /^(.+?)(?:を除く|を除いて|以外)$/u.exec(text);
    if (without?.[1] !== undefined) {
      text = without[1];
      not = true;
    }
  }
  const last = clauses[clauses.length - 1];
  if (either && last !== undefined && last.not === not) last.any.push({ text, phrase: token.phrase });
  else clauses.push({ any: [{ text, phrase: token.phrase }], not });
}

function tokenise(characters: string[]): Token[] {
  const tokens: Token[] = [];
  let text = "";
  let not = false;
  const end = (): void => {
    if (text !== "") tokens.push({ text, phrase: false, not });
    text = "";
    not = false;
  };
  for (let i = 0; i < characters.length; i++) {
    const c = plainSign(characters[i] ?? "");
    const close = closing.get(c);
    if (close !== undefined && (close === '"' || text === "")) {
      const until = characters.findIndex((other, n) => n > i && plainSign(other) === close);
      const inside = characters.slice(i + 1, until < 0 ? undefined : until).join("");
      if (text !== "") end();
      if (inside.trim() !== "") tokens.push({ text: inside, phrase: true, not });
      not = false;
      i = until < 0 ? characters.length : until;
    } else if (isSpace(c)) {
      end();
    } else if (c === "|") {
      end();
      tokens.push({ text: "|", phrase: false, not: false });
    } else if (text === "" && (c === "-" || c === "!")) {
      not = startsWord(characters[i + 1]);
    } else {
      text += characters[i] ?? "";
    }
  }
  end();
  return tokens;
}

const startsWord = (c: string | undefined): boolean => c !== undefined && !isSpace(c);

/** White space and control characters. */
const isSpace = (c: string): boolean => /^[\s\u0000-\u001f\u007f-\u009f]$/.test(c);

/** Signs in the form the rules above name them. */
function plainSign(c: string): string {
  if ("“”„″＂〝〞〟".includes(c)) return '"';
  if ("｢".includes(c)) return "「";
  if ("｣".includes(c)) return "」";
  if ("｜¦￤".includes(c)) return "|";
  if ("－−‐–—".includes(c)) return "-";
  return c === "！" ? "!" : c;
}
