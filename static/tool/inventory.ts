// A questionnaire in the page: what is answered is kept as it is answered, questions can be shown one by one, and keys
// 1 to 5 answer the question that has the focus. The form itself stands in the HTML.

import { unanswered, keepAnswers, keptAnswers, type Answers } from "../store/answers";
import { append, button, h } from "./dom";
import { inEdition, plain, say, type Editions } from "./words";

export interface Inventory {
  readonly form: HTMLFormElement;
  /** The area of each question. */
  readonly key: readonly number[];
  /** How many questions the short form has; 0 for none. */
  readonly short: number;
  /** The answers to the form chosen, with the areas of its questions. */
  answers(): { readonly answers: readonly number[]; readonly key: readonly number[] };
  /** How many questions the form chosen has. */
  size(): number;
}

interface Words {
  readonly length: string;
  readonly short: (n: number) => string;
  readonly full: (n: number) => string;
  readonly oneByOne: string;
  readonly all: string;
  readonly progress: string;
  readonly answered: (n: number, of: number) => string;
  readonly keys: string;
  readonly back: string;
  readonly next: string;
  readonly clear: string;
  readonly clearAsk: string;
  readonly resumed: string;
  readonly notKept: string;
}

const words: Editions<Words> = {
  ja: {
    length: "問題の数",
    short: (n) => `前半の${n}問だけ`,
    full: (n) => `全部の${n}問`,
    oneByOne: "1問ずつ答える",
    all: "全部を並べて答える",
    progress: "答えた数",
    answered: (n, of) => `${of}問のうち${n}問に答えました`,
    keys: "質問を選んでいるとき、キー1〜5でも答えられます（1が左端）。",
    back: "前の質問",
    next: "次の質問",
    clear: "答えを消す",
    clearAsk: "この端末に残した答えを、すべて消しますか。",
    resumed: "前に答えたところから続けられます。",
    notKept: "このブラウザーは答えを残せません。ページを閉じると消えます。",
  },
  easy: {
    length: "{問題|もんだい}の{数|かず}",
    short: (n) => `はじめの${n}だけ`,
    full: (n) => `ぜんぶ（${n}）`,
    oneByOne: "1つずつ{答|こた}える",
    all: "ぜんぶを{見|み}て{答|こた}える",
    progress: "{答|こた}えた{数|かず}",
    answered: (n, of) => `${of}のうち${n}に{答|こた}えました`,
    keys: "キーボードの1〜5でも{答|こた}えることができます（1がいちばん{左|ひだり}）。",
    back: "{前|まえ}の{質問|しつもん}",
    next: "{次|つぎ}の{質問|しつもん}",
    clear: "{答|こた}えを{消|け}す",
    clearAsk: "{答|こた}えをぜんぶ{消|け}しますか。",
    resumed: "{前|まえ}の{続|つづ}きから{答|こた}えることができます。",
    notKept: "このブラウザーは{答|こた}えを{残|のこ}すことができません。",
  },
  en: {
    length: "Number of questions",
    short: (n) => `The first ${n} alone`,
    full: (n) => `All ${n}`,
    oneByOne: "One question at a time",
    all: "All questions on the page",
    progress: "Answered",
    answered: (n, of) => `${n} of ${of} answered`,
    keys: "With a question in focus, the keys 1 to 5 answer it too (1 is the option furthest left).",
    back: "Previous question",
    next: "Next question",
    clear: "Erase the answers",
    clearAsk: "Erase all answers kept on this device?",
    resumed: "You can go on from where you stopped.",
    notKept: "This browser cannot keep answers. They go when the page is closed.",
  },
};

/** Brings the questionnaire of the page to life. Part names what is kept; changed is called after each answer. */
export function startInventory(form: HTMLFormElement, part: string, changed: () => void): Inventory {
  const w = inEdition(words);
  const fields = Array.from(form.querySelectorAll<HTMLFieldSetElement>("fieldset[data-area]"));
  const radios = fields.map((field) => Array.from(field.querySelectorAll<HTMLInputElement>("input[type=radio]")));
  const key = fields.map((field) => Number(field.dataset["area"]));
  const short = Number(form.dataset["short"]);
  let isShort = false;
  let current = -1; // of one by one

  const all = (): number[] => radios.map((options) => options.findIndex((option) => option.checked));
  const size = (): number => (isShort ? short : fields.length);
  const sections = Array.from(form.querySelectorAll<HTMLElement>("section.questions"));

  const meter = h("progress", { "aria-label": plain(w.progress), max: fields.length, value: 0 });
  const status = h("span", { class: "small" });
  const notice = h("p", { class: "small quiet", role: "status" });
  const back = button(say(w.back), () => step(-1), { class: "plain" });
  const next = button(say(w.next), () => step(1), { class: "plain" });
  const stepper = h("p", { class: "stepper row-actions", hidden: true }, back, next);
  const mode = button(say(w.oneByOne), () => {
    current = current < 0 ? firstOpen() : -1;
    show();
    if (current >= 0) focusQuestion(current);
  }, { class: "plain" });
  const clear = button(say(w.clear), () => {
    if (!confirm(plain(w.clearAsk))) return;
    for (const option of radios.flat()) option.checked = false;
    noteChange();
  }, { class: "plain" });

  function firstOpen(): number {
    const open = all().slice(0, size()).indexOf(unanswered);
    return open < 0 ? 0 : open;
  }

  function step(by: number): void {
    current = Math.max(0, Math.min(size() - 1, current + by));
    show();
    focusQuestion(current);
  }

  function focusQuestion(i: number): void {
    const options = radios[i];
    const target = options?.find((option) => option.checked) ?? options?.[0];
    target?.focus();
    fields[i]?.scrollIntoView({ block: "nearest" });
  }

  /** Shows the questions of the form chosen, or the current one alone. */
  function show(): void {
    const n = size();
    fields.forEach((field, i) => {
      field.hidden = i >= n || (current >= 0 && i !== current);
    });
    for (const section of sections) section.hidden = !section.querySelector("fieldset:not([hidden])");
    form.classList.toggle("single", current >= 0);
    stepper.hidden = current < 0;
    back.disabled = current === 0;
    next.disabled = current === n - 1;
    mode.replaceChildren();
    append(mode, [say(current >= 0 ? w.all : w.oneByOne)]);
    const answered = all().slice(0, n).filter((a) => a !== unanswered).length;
    meter.max = n;
    meter.value = answered;
    status.replaceChildren();
    append(status, [say(w.answered(answered, n))]);
  }

  function noteChange(): void {
    const kept: Answers = { version: 1, short: isShort, answers: all() };
    notice.replaceChildren();
    if (!keepAnswers(part, kept)) append(notice, [say(w.notKept)]);
    show();
    changed();
  }

  function chooseForm(value: boolean): void {
    isShort = value;
    if (current >= size()) current = size() - 1;
    noteChange();
  }

  form.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.name.startsWith("q")) noteChange();
  });
  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-5]$/.test(event.key)) return;
    const i = fields.findIndex((field) => event.target instanceof Node && field.contains(event.target));
    const option = radios[i]?.[Number(event.key) - 1];
    if (!option) return;
    event.preventDefault();
    option.checked = true;
    noteChange();
    if (i + 1 >= size()) {
      form.querySelector<HTMLElement>("[data-action=score]")?.focus();
      return;
    }
    if (current >= 0) step(1);
    else focusQuestion(i + 1);
  });

  const kept = keptAnswers(part, fields.length);
  if (kept) {
    isShort = short > 0 && kept.short;
    kept.answers.forEach((answer, i) => {
      const option = radios[i]?.[answer];
      if (option) option.checked = true;
    });
    append(notice, [say(w.resumed)]);
  }
  const bar = h("div", { class: "tool-bar" },
    short > 0 ? lengthChoice(w, short, fields.length, isShort, chooseForm) : undefined,
    h("p", { class: "meter" }, meter, status),
    h("p", { class: "small quiet" }, say(w.keys)),
    h("p", { class: "row-actions" }, mode, clear),
    notice,
  );
  form.prepend(bar);
  form.querySelector(".actions")?.before(stepper);
  show();
  return {
    form, key, short, size,
    answers: () => ({ answers: all().slice(0, size()), key: key.slice(0, size()) }),
  };
}

function lengthChoice(w: Words, short: number, full: number, isShort: boolean, choose: (short: boolean) => void): HTMLElement {
  const option = (value: boolean, label: string): HTMLElement => {
    const input = h("input", { type: "radio", name: "form", value: value ? "short" : "full", checked: value === isShort });
    input.addEventListener("change", () => choose(value));
    return h("label", {}, input, " ", say(label));
  };
  return h("fieldset", { class: "choice" }, h("legend", {}, say(w.length)), option(false, w.full(full)), option(true, w.short(short)));
}
