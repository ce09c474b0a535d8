// What the page of the own list says, in three editions.

import type { FileFault } from "../store/exchange";
import type { Editions } from "./words";

interface Words {
  readonly title: (n: number) => string;
  readonly empty: string;
  readonly up: string;
  readonly down: string;
  readonly off: string;
  readonly note: string;
  readonly compare: string;
  readonly print: string;
  readonly save: string;
  readonly read: string;
  readonly share: string;
  readonly shared: string;
  readonly wipe: string;
  readonly really: string;
  readonly yes: string;
  readonly no: string;
  readonly wiped: string;
  readonly received: (n: number) => string;
  readonly take: string;
  readonly took: (n: number) => string;
  readonly unknown: (n: number) => string;
  readonly replace: string;
  readonly replaced: string;
  readonly faults: Readonly<Record<FileFault, string>>;
  readonly link: string;
  readonly load: string;
  readonly full: string;
  readonly pay: (manYen: string, yen: string) => string;
}

export const listWords: Editions<Words> = {
  ja: {
    title: (n) => `リスト（${n}職業）`, empty: "まだ何も入っていません。下の欄に名前を入れるか、職業のページの「リストに入れる」を押してください。",
    up: "上へ", down: "下へ", off: "外す", note: "メモ", compare: "上から5つを比べる", print: "印刷する", save: "ファイルに保存する", read: "ファイルを読み込む",
    share: "渡すためのアドレスを作る", shared: "このアドレスを開くと、同じ職業の並びが見られます。メモは入りません。",
    wipe: "すべて消す", really: "リスト、答え、結果をこの端末からすべて消します。元には戻せません。消してよいですか。", yes: "消す", no: "やめる", wiped: "すべて消しました。",
    received: (n) => `受け取った並び（${n}職業）`, take: "わたしのリストに加える", took: (n) => `${n}職業を加えました。`, unknown: (n) => `このサイトにない番号が${n}件あり、除きました。`,
    replace: "ファイルにある部分を、今この端末にあるものと置き換えます。よいですか。", replaced: "読み込みました。",
    faults: {
      "too-large": "ファイルが大きすぎます（1MBまで）。このサイトで保存したファイルを選んでください。今のリストはそのままです。",
      "not-json": "このサイトで保存したファイルではないか、途中で壊れています。今のリストはそのままです。",
      "not-ours": "このサイトで保存したファイルではありません。今のリストはそのままです。",
      newer: "もっと新しい版のサイトで保存したファイルです。ページを読み込み直してから試してください。今のリストはそのままです。",
      damaged: "ファイルの一部が壊れています。別の保存ファイルがあれば、それを選んでください。今のリストはそのままです。",
      "not-kept": "このブラウザーには保存できませんでした。保存の設定（プライベートモードなど）を確かめてください。",
    },
    link: "アドレスに入っている並びを読めませんでした。送った人に、もう一度作ってもらってください。",
    load: "職業の名前を読み込めませんでした。通信の状態を確かめて、ページを開き直してください。リストは残っています。", full: "これ以上は入りません。",
    pay: (manYen) => `年収 ${manYen}万円`,
  },
  easy: {
    title: (n) => `リスト（${n}）`, empty: "まだ{何|なに}もありません。{下|した}に{仕事|しごと}の{名前|なまえ}を{書|か}いてください。",
    up: "{上|うえ}へ", down: "{下|した}へ", off: "{出|だ}す", note: "メモ", compare: "{上|うえ}の5つを{比|くら}べる", print: "{印刷|いんさつ}する", save: "ファイルに{残|のこ}す", read: "ファイルを{開|ひら}く",
    share: "{人|ひと}にわたすアドレスを{作|つく}る", shared: "このアドレスを{開|ひら}くと、{同|おな}じ{仕事|しごと}のリストが{見|み}えます。メモは{見|み}えません。",
    wipe: "すべて{消|け}す", really: "リストと{答|こた}えを、ぜんぶ{消|け}します。もどすことはできません。{消|け}していいですか。", yes: "{消|け}す", no: "やめる", wiped: "ぜんぶ{消|け}しました。",
    received: (n) => `もらったリスト（${n}）`, take: "わたしのリストに{入|い}れる", took: (n) => `${n}の{仕事|しごと}を{入|い}れました。`, unknown: (n) => `わからない{番号|ばんごう}が${n}ありました。`,
    replace: "ファイルの{中|なか}のものと、{今|いま}あるものを{入|い}れかえます。いいですか。", replaced: "ファイルを{開|ひら}きました。",
    faults: {
      "too-large": "ファイルが{大|おお}きすぎます。リストはそのままです。", "not-json": "このファイルは{読|よ}むことができません。リストはそのままです。",
      "not-ours": "このサイトのファイルではありません。リストはそのままです。", newer: "このファイルは{新|あたら}しすぎます。ページをもう{一度|いちど}{開|ひら}いてください。リストはそのままです。",
      damaged: "ファイルがこわれています。リストはそのままです。", "not-kept": "このブラウザーに{残|のこ}すことができませんでした。",
    },
    link: "アドレスの{中|なか}のリストを{読|よ}むことができませんでした。", load: "{仕事|しごと}の{名前|なまえ}を{読|よ}むことができませんでした。ページをもう{一度|いちど}{開|ひら}いてください。", full: "もう{入|はい}りません。",
    pay: (manYen) => `1{年|ねん}のお{金|かね} ${manYen}{万円|まんえん}`,
  },
  en: {
    title: (n) => `The list (${n})`, empty: "Nothing here yet. Type a name below, or press “Add to my list” on the page of an occupation.",
    up: "Up", down: "Down", off: "Remove", note: "Note", compare: "Compare the first five", print: "Print", save: "Save to a file", read: "Read a file",
    share: "Make an address to pass on", shared: "Whoever opens this address sees the same occupations. Notes are not in it.",
    wipe: "Wipe everything", really: "This wipes the list, all answers and all results from this device and cannot be undone. Wipe?", yes: "Wipe", no: "Keep", wiped: "Everything is wiped.",
    received: (n) => `A list you were given (${n})`, take: "Add to my list", took: (n) => `${n} added.`, unknown: (n) => `${n} numbers are of no occupation here and are left out.`,
    replace: "This replaces what the file holds in what is kept here. Replace?", replaced: "The file is read.",
    faults: {
      "too-large": "The file is too large (1 MB at most). Choose a file that this site saved. Your list is as it was.", "not-json": "This is no file of this site, or it is damaged. Your list is as it was.",
      "not-ours": "This site did not save that file. Your list is as it was.", newer: "A newer version of this site saved that file. Reload the page and try again. Your list is as it was.",
      damaged: "A part of the file is damaged. Choose another saved file if you have one. Your list is as it was.", "not-kept": "This browser could not keep it. Check its settings, such as private mode.",
    },
    link: "The list in the address cannot be read. Ask whoever sent it to make it again.", load: "The names of occupations could not be loaded. Check the connection and open the page again. Your list is still there.", full: "The list is full.",
    pay: (_, yen) => `Annual pay ¥${yen} million`,
  },
};
