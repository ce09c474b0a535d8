// The words of results, and of what there is instead of a result.

import type { Band } from "../scoring/scoring";
import type { Editions } from "./words";

export interface ResultWords {
  readonly title: string;
  readonly bands: Readonly<Record<Band, string>>;
  readonly compared: (n: string) => string;
  readonly unranked: (n: string) => readonly [string, string];
  readonly narrowed: (n: string) => string;
  readonly none: string;
  readonly stable: string;
  readonly stability: (n: number) => string;
  readonly order: string;
  readonly tie: string;
  readonly more: (n: number) => string;
  readonly why: string;
  readonly keep: string;
  readonly kept: string;
  readonly full: string;
  readonly pass: string;
  readonly passed: (n: number) => string;
  readonly callBack: string;
  readonly list: string;
  readonly table: string;
  readonly map: string;
  readonly print: string;
  readonly rank: string;
  readonly occupation: string;
  readonly nearness: string;
  readonly field: string;
  readonly pay: string;
  readonly ratio: string;
  readonly licence: string;
  readonly unknown: string;
  readonly no: string;
  readonly payOf: (manYen: string, yen: string) => string;
  readonly ratioOf: (ratio: string) => string;
  readonly statistics: string;
}

export const resultWords: Editions<ResultWords> = {
  ja: {
    title: "近い職業",
    bands: { beyond: "そのほか（近い順）", "fairly-near": "やや近い", near: "近い", "very-near": "とても近い" },
    compared: (n) => `${n}職業と比べました。`,
    unranked: (n) => ["", `の数字がない${n}職業は、並べていません。`],
    narrowed: (n) => `条件に合わない${n}職業を除いています。`,
    none: "条件に合う職業がありません。条件を一つ減らしてください。",
    stable: "答えをどれか一つ変えても、上位10の職業はすべて10位以内に残ります。",
    stability: (n) => `上位10のうち${n}職業は、答えをどれか一つ変えても10位以内に残ります。残りは、一つの答えで入れ替わる程度の差です。`,
    order: "同じ番号は同じ近さです。番号のわずかな違いに意味はありません。",
    tie: "同じ近さ",
    more: (n) => `次の${n}職業を見る`,
    why: "近い理由と遠い理由",
    keep: "リストに入れる",
    kept: "リストから外す",
    full: "リストに入れられませんでした。",
    pass: "自分には合わない",
    passed: (n) => `見送った職業（${n}）`,
    callBack: "戻す",
    list: "一覧で見る",
    table: "表で見る",
    map: "地図で見る",
    print: "印刷する",
    rank: "順",
    occupation: "職業",
    nearness: "近さ",
    field: "分野",
    pay: "年収",
    ratio: "求人倍率",
    licence: "法律で求められる資格",
    unknown: "数字なし",
    no: "なし",
    payOf: (manYen) => `${manYen}万円`,
    ratioOf: (ratio) => `${ratio}倍`,
    statistics: "年収と求人倍率（全国）は、その職業が入る統計区分の数字です。",
  },
  easy: {
    title: "{近|ちか}い{仕事|しごと}",
    bands: { beyond: "そのほか", "fairly-near": "{少|すこ}し{近|ちか}い", near: "{近|ちか}い", "very-near": "とても{近|ちか}い" },
    compared: (n) => `${n}の{仕事|しごと}と{比|くら}べました。`,
    unranked: (n) => ["", `の{数字|すうじ}がない{仕事|しごと}（${n}）は、ここにありません。`],
    narrowed: (n) => `{条件|じょうけん}に{合|あ}わない{仕事|しごと}（${n}）は、ここにありません。`,
    none: "{条件|じょうけん}に{合|あ}う{仕事|しごと}がありません。{条件|じょうけん}をへらしてください。",
    stable: "{答|こた}えを1つかえても、{上|うえ}の10の{仕事|しごと}は{変|か}わりません。",
    stability: (n) => `{答|こた}えを1つかえても、{上|うえ}の10のうち${n}は{変|か}わりません。`,
    order: "{番号|ばんごう}が{同|おな}じ{仕事|しごと}は、{同|おな}じくらい{近|ちか}いです。",
    tie: "{同|おな}じくらい",
    more: (n) => `{次|つぎ}の${n}を{見|み}る`,
    why: "どうして？",
    keep: "リストに{入|い}れる",
    kept: "リストから{出|だ}す",
    full: "リストに{入|い}れることができませんでした。",
    pass: "これは{見|み}なくていい",
    passed: (n) => `{見|み}なくていい{仕事|しごと}（${n}）`,
    callBack: "もどす",
    list: "{順番|じゅんばん}で{見|み}る",
    table: "{表|ひょう}で{見|み}る",
    map: "{地図|ちず}で{見|み}る",
    print: "{印刷|いんさつ}する",
    rank: "{順番|じゅんばん}",
    occupation: "{仕事|しごと}",
    nearness: "{近|ちか}さ",
    field: "{分野|ぶんや}",
    pay: "1{年|ねん}のお{金|かね}",
    ratio: "{求人倍率|きゅうじんばいりつ}",
    licence: "{必要|ひつよう}な{資格|しかく}",
    unknown: "{数字|すうじ}がない",
    no: "ない",
    payOf: (manYen) => `${manYen}{万円|まんえん}`,
    ratioOf: (ratio) => `${ratio}{倍|ばい}`,
    statistics: "お{金|かね}と{求人倍率|きゅうじんばいりつ}は、にている{仕事|しごと}をあわせた{数字|すうじ}です。",
  },
  en: {
    title: "Nearest occupations",
    bands: { beyond: "Others, nearest first", "fairly-near": "Fairly near", near: "Near", "very-near": "Very near" },
    compared: (n) => `Compared with ${n} occupations. `,
    unranked: (n) => [`${n} occupations have no figures for `, " and are left out. "],
    narrowed: (n) => `${n} occupations outside your conditions are left out. `,
    none: "No occupation meets all conditions. Take one of them back.",
    stable: "Whichever one answer is changed, the first ten all stay in the first ten.",
    stability: (n) => `Whichever one answer is changed, ${n} of the first ten stay in the first ten. The others lie so close that one answer can replace them.`,
    order: "Equal numbers are equally near. Small differences in number mean nothing.",
    tie: "equally near",
    more: (n) => `See the next ${n}`,
    why: "What speaks for it, what against",
    keep: "Add to my list",
    kept: "Take off my list",
    full: "It could not be added.",
    pass: "Not for me",
    passed: (n) => `Passed over (${n})`,
    callBack: "Bring back",
    list: "As a list",
    table: "As a table",
    map: "On the landscape",
    print: "Print",
    rank: "No.",
    occupation: "Occupation",
    nearness: "Nearness",
    field: "Field",
    pay: "Annual pay",
    ratio: "Openings ratio",
    licence: "Licence the law asks for",
    unknown: "no figure",
    no: "none",
    payOf: (_, yen) => `¥${yen} million`,
    ratioOf: (ratio) => ratio,
    statistics: "Annual pay and the openings ratio (whole country) are those of the statistical class the occupation belongs to.",
  },
};

export interface RefusalWords {
  readonly title: string;
  readonly tooFew: string;
  readonly same: string;
  readonly flat: string;
  readonly range: string;
  readonly other: string;
  readonly load: string;
  readonly nothing: string;
}

export const refusalWords: Editions<RefusalWords> = {
  ja: {
    title: "まだ並べられません",
    tooFew: "答えが足りない領域があります。どの領域も3分の2以上に答えると、並べられます。空いている質問に答えてください。",
    same: "すべて同じ答えなので、職業を並べる手がかりがありません。少しでも好みに差のある質問がないか、見直してください。",
    flat: "どの領域もほとんど同じ点数なので、並べても順番に意味がありません。答えを見直すか、興味と価値観のもう一方を試してください。",
    range: "点数のどれかが、選んだ範囲の外にあります。",
    other: "この答えからは並べられません。ページを開き直して、もう一度試してください。",
    load: "計算に使うファイルを読み込めませんでした。通信の状態を確かめて、もう一度押してください。職業の一覧と分野のページは、そのまま使えます。",
    nothing: "使う結果を一つ以上選んでください。まだ結果がなければ、上の道具のどれかに答えてください。",
  },
  easy: {
    title: "まだ{結果|けっか}を{出|だ}すことができません",
    tooFew: "{答|こた}えが{足|た}りません。まだ{答|こた}えていない{質問|しつもん}に{答|こた}えてください。",
    same: "{答|こた}えがぜんぶ{同|おな}じです。もう{一度|いちど}、{考|かんが}えてみてください。",
    flat: "{点|てん}がみんな{同|おな}じくらいです。もう{一度|いちど}、{考|かんが}えてみてください。",
    range: "{点数|てんすう}が{大|おお}きすぎるか、{小|ちい}さすぎます。",
    other: "{結果|けっか}を{出|だ}すことができません。ページをもう{一度|いちど}{開|ひら}いてください。",
    load: "ファイルを{読|よ}むことができませんでした。もう{一度|いちど}ボタンをおしてください。",
    nothing: "{使|つか}う{結果|けっか}を1つ{選|えら}んでください。まだないときは、{上|うえ}の{道具|どうぐ}に{答|こた}えてください。",
  },
  en: {
    title: "Not enough to rank by yet",
    tooFew: "Some area has too few answers. At least two thirds of each area must be answered. Please answer the open questions.",
    same: "All answers are the same, so nothing tells occupations apart. See whether there is any question you feel a little differently about.",
    flat: "All areas come out nearly alike, so an order would mean nothing. Look at your answers again, or try the other of interests and values.",
    range: "One of the scores lies outside the scale you chose.",
    other: "These answers cannot be ranked. Open the page anew and try again.",
    load: "The files for computing could not be loaded. Check the connection and press again. The lists of occupations and fields work all the same.",
    nothing: "Choose at least one result. If there is none yet, answer one of the tools above.",
  },
};
