// Brings spellings of the same text together. The rules are those of generator/search/normal.go, where the reasons
// stand; a test holds the two against one another.

const longMark = "ー";
const oldForms = "亞惡壓圍醫榮衞圓鹽應櫻假價畫會繪懷擴學樂觀顏歸氣舊區驅勳經藝劍縣檢驗權國齋雜參絲寫實釋壽收從澁處將燒證乘狀眞圖數聲攝專戰淺錢禪雙總臟體對臺瀧擇單團鑄廳鐵轉傳點燈當黨讀腦賣發濱邊變辯寶豐萬滿藥餘譽來龍兩獵壘勵靈齡爐勞樓郞彌莊廣髙﨑嶋澤麵穗驛";
const newForms = "亜悪圧囲医栄衛円塩応桜仮価画会絵懐拡学楽観顔帰気旧区駆勲経芸剣県検験権国斎雑参糸写実釈寿収従渋処将焼証乗状真図数声摂専戦浅銭禅双総臓体対台滝択単団鋳庁鉄転伝点灯当党読脳売発浜辺変弁宝豊万満薬余誉来竜両猟塁励霊齢炉労楼郎弥荘広高崎島沢麺穂駅";
const folds = new Map<string, string>();
{
  const from = Array.from(`ぁぃぅぇぉゎぢづゐゑゕゖ${oldForms}`);
  const into = Array.from(`あいうえおわじずいえかけ${newForms}`);
  from.forEach((c, i) => folds.set(c, into[i] ?? c));
}
const labials = new Map([["あ", "ば"], ["い", "び"], ["え", "べ"], ["お", "ぼ"]]);
const clear = "かきくけこさしすせそたちつてとはひふへほ";
const voices = "がぎぐげござじずぜぞだじずでどばびぶべぼ";
const rows: readonly [vowel: string, kana: string][] = [
  ["あ", "あかがさざただなはばぱまやゃらわ"],
  ["い", "いきぎしじちにひびぴみりえけげせぜてでねへべぺめれ"],
  ["う", "うくぐすずつぬふぶぷむゆゅるおこごそぞとどのほぼぽもよょろを"],
];

const at = (c: string): number => c.codePointAt(0) ?? 0;
const isDash = (c: string): boolean => c !== "" && "ー-‐‑–—―−─〜~".includes(c);

export const isHiragana = (c: string): boolean => ("ぁ" <= c && c <= "ゖ") || c === longMark;

export const isKatakana = (c: string): boolean => ("ァ" <= c && c <= "ヶ") || c === longMark;

export function isHan(c: string): boolean {
  const r = at(c);
  return (
    (0x4e00 <= r && r <= 0x9fff) || (0x3400 <= r && r <= 0x4dbf) || (0xf900 <= r && r <= 0xfaff) || c === "〆" ||
    (0x20000 <= r && r <= 0x3ffff)
  );
}

export function isLatin(c: string): boolean {
  const r = at(c);
  return (
    (0x61 <= r && r <= 0x7a) || (0x41 <= r && r <= 0x5a) || (0x30 <= r && r <= 0x39) || c === "&" || c === "+" || c === "#" ||
    (0xc0 <= r && r <= 0x24f && c !== "×" && c !== "÷") || (0x370 <= r && r <= 0x52f)
  );
}

export const isWord = (c: string): boolean => isHan(c) || isHiragana(c) || isLatin(c);

/** Normalised text, one string per character, and for each the place in the source (in UTF-16 units) it came from. */
export interface Normal {
  chars: string[];
  from: number[];
}

export function normalise(source: string): Normal {
  const out: Normal = { chars: [], from: [] };
  let place = 0;
  for (const [piece, width] of composed(source)) {
    for (const c of piece.normalize("NFKC")) push(out, fold(c, out.chars[out.chars.length - 1] ?? ""), place);
    place += width;
  }
  const last = out.chars.length - 1;
  if (out.chars[last] === "ゔ") out.chars[last] = "ぶ";
  return out;
}

/** The source in the pieces that composing may join: a character with the marks after it. */
function composed(source: string): [piece: string, width: number][] {
  const pieces: [string, number][] = [];
  for (const c of source) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && isMark(c)) {
      last[0] += c;
      last[1] += c.length;
    } else {
      pieces.push([c, c.length]);
    }
  }
  return pieces;
}

const isMark = (c: string): boolean => ("\u0300" <= c && c <= "\u036f") || "\u3099\u309a\uff9e\uff9f".includes(c);

function push(out: Normal, c: string, place: number): void {
  const last = out.chars.length - 1;
  if (out.chars[last] === "ゔ") {
    const joined = labials.get(c);
    out.chars[last] = joined ?? "ぶ";
    if (joined !== undefined) return;
  }
  out.chars.push(c);
  out.from.push(place);
}

function fold(c: string, last: string): string {
  if (isDash(c) && isHiragana(last)) return longMark;
  if (isLatin(c)) return Array.from(c.toLowerCase())[0] ?? c;
  if (("ァ" <= c && c <= "ヶ") || c === "ヽ" || c === "ヾ") c = String.fromCodePoint(at(c) - 0x60);
  if ((c === "々" || c === "ゝ") && last !== "") return last;
  if (c === "ゞ") return voiced(last);
  return folds.get(c) ?? c;
}

function voiced(c: string): string {
  if (c === "") return "ゞ";
  return voices[clear.indexOf(c)] ?? c;
}

/** A long mark as the vowel it lengthens. */
export function lengthened(before: string): string {
  return rows.find(([, kana]) => kana.includes(before))?.[0] ?? longMark;
}

/** The form under which characters of normalised text stand in the vocabulary as one word. */
export function keyOf(chars: readonly string[]): string {
  const end = chars.length > 3 && chars[chars.length - 1] === longMark ? chars.length - 1 : chars.length;
  let out = "";
  let last = "";
  for (let i = 0; i < end; i++) {
    const c = chars[i] ?? "";
    last = c === longMark && i > 0 ? lengthened(last) : c;
    out += last;
  }
  return out;
}
