// What the page of the own profile says, in three editions.

import type { GapClass } from "../scoring/scoring";
import type { Editions } from "./words";

interface Words {
  readonly years: string;
  readonly off: string;
  readonly full: string;
  readonly unset: string;
  readonly own: string;
  readonly reset: string;
  readonly licence: string;
  readonly add: string;
  readonly noLicence: string;
  readonly empty: string;
  readonly load: string;
  readonly compared: string;
  readonly from: string;
  readonly alike: string;
  readonly different: string;
  readonly nothing: string;
  readonly domain: string;
  readonly effect: string;
  readonly nearer: string;
  readonly further: string;
  readonly gap: (name: string) => string;
  readonly classes: Readonly<Record<GapClass, string>>;
  readonly lead: Readonly<Record<GapClass, string>>;
  readonly item: string;
  readonly you: string;
  readonly target: string;
  readonly more: (n: number) => string;
  readonly unknown: (n: number) => string;
  readonly missing: string;
  readonly noneMissing: string;
  readonly required: string;
  readonly related: string;
  readonly noFigures: string;
  readonly print: string;
}

export const profileWords: Editions<Words> = {
  ja: {
    years: "年数", off: "外す", full: "職業は10まで入れられます。", unset: "未入力", own: "自分で直した項目", reset: "戻す", licence: "資格の名前", add: "加える", noLicence: "その名前の資格は見つかりません。一覧から選んでください。",
    empty: "先に、これまでの職業を入れるか、項目を直してください。", load: "計算に使うファイルを読み込めませんでした。通信の状態を確かめて、もう一度試してください。",
    compared: "スキル、知識、アビリティ、仕事の内容", from: "比べた領域と、プロフィールにある項目の数: ", alike: "形が近い領域: ", different: "形が違う領域: ", nothing: "なし", domain: "領域", effect: "はたらき", nearer: "近づける", further: "遠ざける",
    gap: (name) => `${name}との差`, classes: { enough: "もう足りている", small: "少し差がある", large: "差が大きい" },
    lead: { enough: "目標の職業らしい項目から並べています。", small: "目標の職業らしい項目から並べています。", large: "目標の職業らしい項目から並べています。学び方や経験の積み方を調べる手がかりです。" },
    item: "項目", you: "あなた", target: "目標", more: (n) => `残りの${n}項目`, unknown: (n) => `数字がなく比べられない項目: ${n}`,
    missing: "法律で求められる資格で、まだないもの: ", noneMissing: "法律で求められる資格: 不足なし", required: "どれが要るかは仕事の範囲によります。", related: "関連する資格: ", noFigures: "目標の職業に数字がないため、項目の差は計算できません。", print: "相談のために印刷する",
  },
  easy: {
    years: "{何年|なんねん}", off: "{出|だ}す", full: "10までです。", unset: "まだ", own: "{直|なお}した", reset: "もどす", licence: "{資格|しかく}の{名前|なまえ}", add: "{入|い}れる", noLicence: "その{資格|しかく}はありません。リストから{選|えら}んでください。",
    empty: "{前|まえ}の{仕事|しごと}を{入|い}れてください。", load: "{数字|すうじ}を{読|よ}むことができませんでした。もう{一度|いちど}してください。",
    compared: "{比|くら}べる{数字|すうじ}", from: "{比|くら}べた{数|かず}: ", alike: "{近|ちか}いところ: ", different: "ちがうところ: ", nothing: "ない", domain: "グループ", effect: "{結果|けっか}", nearer: "{近|ちか}くなる", further: "{遠|とお}くなる",
    gap: (name) => `${name}とのちがい`, classes: { enough: "もう{大丈夫|だいじょうぶ}", small: "{少|すこ}したりない", large: "たりない" },
    lead: { enough: "その{仕事|しごと}で{大切|たいせつ}な{順番|じゅんばん}です。", small: "その{仕事|しごと}で{大切|たいせつ}な{順番|じゅんばん}です。", large: "その{仕事|しごと}で{大切|たいせつ}な{順番|じゅんばん}です。" },
    item: "こと", you: "あなた", target: "その{仕事|しごと}", more: (n) => `あと${n}`, unknown: (n) => `{数字|すうじ}がないこと: ${n}`,
    missing: "{必要|ひつよう}な{資格|しかく}で、まだないもの: ", noneMissing: "{必要|ひつよう}な{資格|しかく}: あります", required: "{仕事|しごと}によってちがいます。", related: "{関係|かんけい}がある{資格|しかく}: ", noFigures: "その{仕事|しごと}の{数字|すうじ}がありません。", print: "{印刷|いんさつ}する",
  },
  en: {
    years: "Years", off: "Remove", full: "Ten occupations at most.", unset: "not set", own: "adjusted by you", reset: "Undo", licence: "Name of a licence", add: "Add", noLicence: "No licence has that name. Choose one from the list.",
    empty: "First enter an occupation you have had, or adjust an item.", load: "The files for computing could not be loaded. Check the connection and try again.",
    compared: "skills, knowledge, abilities and activities", from: "Domains compared, with the items your profile has: ", alike: "Alike in: ", different: "Different in: ", nothing: "none", domain: "Domain", effect: "Effect", nearer: "brings it nearer", further: "moves it away",
    gap: (name) => `The gap to ${name}`, classes: { enough: "Already enough", small: "Small gap", large: "Large gap" },
    lead: { enough: "What is most typical of the target first.", small: "What is most typical of the target first.", large: "What is most typical of the target first: a lead for learning and experience." },
    item: "Item", you: "You", target: "Target", more: (n) => `The other ${n} items`, unknown: (n) => `Items without figures: ${n}`,
    missing: "Licences the law asks for that you do not hold: ", noneMissing: "Licences the law asks for: none missing", required: "Which of several is needed depends on the scope of the work.", related: "Related licences: ", noFigures: "The target has no figures, so the gap by item cannot be computed.", print: "Print for a consultation",
  },
};
