// A questionnaire in the page: what is answered is kept as it is answered, questions can be shown one by one, and keys
// 1 to 5 answer the question that has the focus. The form itself stands in the HTML.

import { unanswered, keepAnswers, keptAnswers } from "../store/answers";
import { button, fill, h } from "./dom";
import { inEdition, plain, say, type Editions } from "./words";

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

/** Answers to the questions asked, and the area of each. */
export interface Answered {
  readonly answers: readonly number[];
  readonly key: readonly number[];
}

/** A question: its field and its options from 0. */
interface Question {
  readonly field: HTMLFieldSetElement;
  readonly options: readonly HTMLInputElement[];
  readonly area: number;
}

export class Inventory {
  private readonly words = inEdition(words);
  private readonly form: HTMLFormElement;
  private readonly part: string;
  private readonly changed: () => void;
  private readonly questions: readonly Question[];
  /** How many questions the short form has; 0 for none. */
  private readonly short: number;
  private isShort = false;
  /** The question shown alone; −1 where all are shown. */
  private current = -1;

  private readonly meter: HTMLProgressElement;
  private readonly status = h("span", { class: "small" });
  private readonly notice = h("p", { class: "small quiet", role: "status" });
  private readonly back: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly stepper: HTMLElement;
  private readonly mode: HTMLButtonElement;

  /** Part names what is kept; changed is called after each answer. */
  constructor(form: HTMLFormElement, part: string, changed: () => void) {
    this.form = form;
    this.part = part;
    this.changed = changed;
    this.short = Number(form.dataset["short"]);
    this.questions = Array.from(form.querySelectorAll<HTMLFieldSetElement>("fieldset[data-area]"), (field) => ({
      field, area: Number(field.dataset["area"]), options: Array.from(field.querySelectorAll<HTMLInputElement>("input[type=radio]")),
    }));
    const w = this.words;
    this.meter = h("progress", { "aria-label": plain(w.progress), value: 0 });
    this.back = button(say(w.back), () => this.step(-1), { class: "plain" });
    this.next = button(say(w.next), () => this.step(1), { class: "plain" });
    this.stepper = h("p", { class: "stepper row-actions" }, this.back, this.next);
    this.mode = button("", () => this.switchMode(), { class: "plain", "data-action": "mode" });
    this.resume();
    form.prepend(this.bar());
    form.querySelector(".actions")?.before(this.stepper);
    form.addEventListener("change", (event) => {
      if (event.target instanceof HTMLInputElement && event.target.name.startsWith("q")) this.noteChange();
    });
    form.addEventListener("keydown", (event) => this.press(event));
    this.show();
  }

  /** The answers to the form chosen. */
  answered(): Answered {
    const asked = this.questions.slice(0, this.size());
    return { answers: asked.map(answerTo), key: asked.map(({ area }) => area) };
  }

  private size(): number {
    return this.isShort ? this.short : this.questions.length;
  }

  private resume(): void {
    const kept = keptAnswers(this.part, this.questions.length);
    if (!kept) return;
    this.isShort = this.short > 0 && kept.short;
    kept.answers.forEach((answer, i) => {
      const option = this.questions[i]?.options[answer];
      if (option) option.checked = true;
    });
    fill(this.notice, say(this.words.resumed));
  }

  private bar(): HTMLElement {
    const w = this.words;
    const clear = button(say(w.clear), () => this.clear(), { class: "plain" });
    return h("div", { class: "tool-bar" },
      this.short > 0 ? this.lengthChoice() : undefined,
      h("p", { class: "meter" }, this.meter, this.status),
      h("p", { class: "small quiet" }, say(w.keys)),
      h("p", { class: "row-actions" }, this.mode, clear),
      this.notice,
    );
  }

  private lengthChoice(): HTMLElement {
    const w = this.words;
    const option = (value: boolean, label: string): HTMLElement => {
      const input = h("input", { type: "radio", name: "form", value: value ? "short" : "full", checked: value === this.isShort });
      input.addEventListener("change", () => this.chooseForm(value));
      return h("label", {}, input, " ", h("span", {}, say(label)));
    };
    return h("fieldset", { class: "choice" }, h("legend", {}, say(w.length)), option(false, w.full(this.questions.length)), option(true, w.short(this.short)));
  }

  private chooseForm(short: boolean): void {
    this.isShort = short;
    this.current = Math.min(this.current, this.size() - 1);
    this.noteChange();
  }

  private clear(): void {
    if (!confirm(plain(this.words.clearAsk))) return;
    for (const { options } of this.questions) for (const option of options) option.checked = false;
    this.noteChange();
  }

  private switchMode(): void {
    const open = this.answered().answers.indexOf(unanswered);
    this.current = this.current >= 0 ? -1 : Math.max(0, open);
    this.show();
    if (this.current >= 0) this.focus(this.current);
  }

  private step(by: number): void {
    this.current = Math.max(0, Math.min(this.size() - 1, this.current + by));
    this.show();
    this.focus(this.current);
  }

  private focus(i: number): void {
    const question = this.questions[i];
    if (!question) return;
    (question.options.find((option) => option.checked) ?? question.options[0])?.focus();
    question.field.scrollIntoView({ block: "nearest" });
  }

  /** Keys 1 to 5 answer the question that has the focus and lead to the next. */
  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-5]$/.test(event.key)) return;
    const i = this.questions.findIndex(({ field }) => event.target instanceof Node && field.contains(event.target));
    const option = this.questions[i]?.options[Number(event.key) - 1];
    if (!option) return;
    event.preventDefault();
    option.checked = true;
    this.noteChange();
    if (i + 1 >= this.size()) this.form.querySelector<HTMLElement>("[data-action=score]")?.focus();
    else if (this.current >= 0) this.step(1);
    else this.focus(i + 1);
  }

  private noteChange(): void {
    const kept = keepAnswers(this.part, { version: 1, short: this.isShort, answers: this.questions.map(answerTo) });
    fill(this.notice, kept ? undefined : say(this.words.notKept));
    this.show();
    this.changed();
  }

  /** Shows the questions of the form chosen, or the current one alone, and how many are answered. */
  private show(): void {
    const { words: w, current } = this;
    const size = this.size();
    this.questions.forEach(({ field }, i) => {
      field.hidden = i >= size || (current >= 0 && i !== current);
    });
    for (const section of this.form.querySelectorAll<HTMLElement>("section.questions")) {
      section.hidden = !section.querySelector("fieldset:not([hidden])");
    }
    this.form.classList.toggle("single", current >= 0);
    this.stepper.hidden = current < 0;
    this.back.disabled = current === 0;
    this.next.disabled = current === size - 1;
    fill(this.mode, say(current >= 0 ? w.all : w.oneByOne));
    const answered = this.answered().answers.filter((answer) => answer !== unanswered).length;
    this.meter.max = size;
    this.meter.value = answered;
    fill(this.status, say(w.answered(answered, size)));
  }
}

function answerTo({ options }: Question): number {
  return options.findIndex((option) => option.checked); // −1 is unanswered
}
