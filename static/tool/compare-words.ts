// What the page of the comparison says, in three editions.

import type { Editions } from "./words";

interface Words {
  readonly title: string;
  readonly off: string;
  readonly full: string;
  readonly already: string;
  readonly fromList: string;
  readonly few: string;
  readonly load: string;
  readonly basics: string;
  readonly rows: Readonly<Record<"field" | "pay" | "age" | "hours" | "overtime" | "ratio" | "monthly" | "hourly" | "required" | "licences" | "year", string>>;
  readonly none: string;
  readonly unknown: string;
  readonly shared: (n: number) => string;
  readonly curve: string;
  readonly curveNote: string;
  readonly band: (from: string) => string;
  readonly figures: string;
  readonly telling: string;
  readonly all: (n: number) => string;
  readonly missing: string;
  readonly small: string;
  readonly off0: string;
  readonly scale: (low: number, high: number) => string;
  readonly item: string;
  readonly tasks: string;
  readonly showTasks: string;
  readonly print: string;
  readonly man: (thousandYen: number) => string;
  readonly perMonth: (n: number) => string;
  readonly years: (n: number) => string;
  readonly yen: (n: number) => string;
  readonly monthly: (thousandYen: number) => string;
}

export const compareWords: Editions<Words> = {
  ja: {
    title: "比べた結果", off: "外す", full: "比べられるのは5つまでです。どれかを外してから加えてください。", already: "もう並んでいます。",
    fromList: "わたしのリストから加える", few: "2つ以上の職業を選ぶと、並べて表示します。", load: "比べるためのファイルを読み込めませんでした。通信の状態を確かめて、ページを開き直してください。",
    basics: "収入、求人、資格",
    rows: { field: "分野", pay: "年収（統計区分）", age: "平均年齢", hours: "月の所定内労働", overtime: "月の超過労働", ratio: "有効求人倍率", monthly: "求人の月額（フルタイム）", hourly: "求人の時給（パート）", required: "法律で求められる資格", licences: "関連する資格", year: "数字の調査年度（最新）" },
    none: "なし", unknown: "数字なし", shared: (n) => `${n}職業で共通の数字`,
    curve: "年齢と年収", curveNote: "所定内給与額の12か月分に年間賞与などを足した額（万円、残業代を含みません）。縦の目盛りはどの図も同じです。",
    band: (from) => (from === "under20" ? "19歳以下" : from === "70" ? "70歳以上" : `${from}〜${Number(from) + 4}歳`),
    figures: "数字の違い", telling: "違いの大きい順", all: (n) => `全項目（${n}）`, missing: "この領域の数字がない職業: ", small: "回答20人未満", off0: "関係なし",
    scale: (low, high) => `${low}（最も低い）から${high}（最も高い）まで`, item: "項目", tasks: "主な作業", showTasks: "作業を並べる", print: "印刷する",
    man: (t) => `${Math.round(t / 10)}万円`, perMonth: (n) => `${n}時間`, years: (n) => `${n}歳`, yen: (n) => `${n}円`, monthly: (t) => `${(t / 10).toFixed(1)}万円`,
  },
  easy: {
    title: "{比|くら}べました", off: "{出|だ}す", full: "5つまでです。", already: "もうあります。",
    fromList: "わたしのリストから{入|い}れる", few: "{仕事|しごと}を2つ{選|えら}んでください。", load: "{数字|すうじ}を{読|よ}むことができませんでした。ページをもう{一度|いちど}{開|ひら}いてください。",
    basics: "お{金|かね}と{資格|しかく}",
    rows: { field: "{分野|ぶんや}", pay: "1{年|ねん}のお{金|かね}", age: "{平均|へいきん}の{年|とし}", hours: "1か{月|げつ}に{働|はたら}く{時間|じかん}", overtime: "1か{月|げつ}の{残業|ざんぎょう}", ratio: "{求人倍率|きゅうじんばいりつ}", monthly: "{募集|ぼしゅう}の{月給|げっきゅう}", hourly: "{募集|ぼしゅう}の{時給|じきゅう}", required: "{必要|ひつよう}な{資格|しかく}", licences: "{関係|かんけい}がある{資格|しかく}", year: "{調|しら}べた{年度|ねんど}" },
    none: "ない", unknown: "{数字|すうじ}がない", shared: (n) => `${n}の{仕事|しごと}で{同|おな}じ{数字|すうじ}`,
    curve: "{年|とし}とお{金|かね}", curveNote: "1{年|ねん}のお{金|かね}（{万円|まんえん}）です。{残業|ざんぎょう}のお{金|かね}はありません。",
    band: (from) => (from === "under20" ? "〜19" : from === "70" ? "70〜" : `${from}〜${Number(from) + 4}`),
    figures: "{数字|すうじ}のちがい", telling: "ちがいが{大|おお}きい{順番|じゅんばん}", all: (n) => `ぜんぶ（${n}）`, missing: "{数字|すうじ}がない{仕事|しごと}: ", small: "{答|こた}えた{人|ひと}が{少|すく}ない", off0: "{関係|かんけい}ない",
    scale: (low, high) => `${low}（{低|ひく}い）から${high}（{高|たか}い）まで`, item: "こと", tasks: "{仕事|しごと}の{中身|なかみ}", showTasks: "{仕事|しごと}の{中身|なかみ}を{見|み}る", print: "{印刷|いんさつ}する",
    man: (t) => `${Math.round(t / 10)}{万円|まんえん}`, perMonth: (n) => `${n}{時間|じかん}`, years: (n) => `${n}{歳|さい}`, yen: (n) => `${n}{円|えん}`, monthly: (t) => `${(t / 10).toFixed(1)}{万円|まんえん}`,
  },
  en: {
    title: "Side by side", off: "Remove", full: "Five can be compared at most. Remove one first.", already: "It is there already.",
    fromList: "Add from my list", few: "Choose two occupations or more to see them side by side.", load: "The files for comparing could not be loaded. Check the connection and open the page again.",
    basics: "Pay, openings, licences",
    rows: { field: "Field", pay: "Annual pay (statistical class)", age: "Mean age", hours: "Scheduled hours a month", overtime: "Overtime a month", ratio: "Openings per seeker", monthly: "Monthly wage offered (full time)", hourly: "Hourly wage offered (part time)", required: "Licence the law asks for", licences: "Related licences", year: "Newest survey year" },
    none: "none", unknown: "no figure", shared: (n) => `shared by ${n} occupations`,
    curve: "Pay by age", curveNote: "Twelve months of scheduled earnings and annual bonus, in million yen, without overtime. All charts have the same scale.",
    band: (from) => (from === "under20" ? "19 or younger" : from === "70" ? "70 or older" : `${from}–${Number(from) + 4}`),
    figures: "How the figures differ", telling: "Largest differences first", all: (n) => `All items (${n})`, missing: "No figures in this domain: ", small: "fewer than 20 answers", off0: "not relevant",
    scale: (low, high) => `From ${low} (lowest) to ${high} (highest)`, item: "Item", tasks: "Main tasks", showTasks: "Show the tasks", print: "Print",
    man: (t) => `¥${(t / 1000).toFixed(1)} million`, perMonth: (n) => `${n} h`, years: (n) => `${n}`, yen: (n) => `¥${n.toLocaleString("en")}`, monthly: (t) => `¥${(1000 * t).toLocaleString("en")}`,
  },
};
