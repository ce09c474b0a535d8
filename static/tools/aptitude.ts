// The script of tools/aptitude/: one item after the other, timed or not, and what was answered and right.

import { LoadError } from "../load/binary";
import { ask, sentenceCount } from "../practice/question";
import { openPractice, tasks, type Item, type Practice, type Task } from "../scoring/practice";
import { keepPractice, keptPractice, newPractice, type PracticeState, type TaskAnswers } from "../store/practice";
import { button, h, type Child } from "../tool/dom";
import { inEdition, plain, say, type Editions } from "../tool/words";

interface Words {
  readonly untimed: string;
  readonly timed: (minutes: number) => string;
  readonly goOn: string;
  readonly item: (n: number, of: number) => string;
  readonly left: (minutes: number, seconds: string) => string;
  readonly next: string;
  readonly back: string;
  readonly end: string;
  readonly keys: string;
  readonly result: string;
  readonly caption: string;
  readonly columns: readonly [task: string, answered: string, right: string, place: string];
  readonly none: string;
  readonly order: string;
  readonly read: string;
  readonly again: string;
  readonly sure: string;
  readonly load: string;
}

const words: Editions<Words> = {
  ja: {
    untimed: "時間を計らずに始める", timed: (minutes) => `${minutes}分で始める`, goOn: "続ける",
    item: (n, of) => `${of}問中${n}問目`, left: (minutes, seconds) => `残り ${minutes}:${seconds}`,
    next: "次へ", back: "前へ", end: "この課題を終える", keys: "1から4の数字キーでも選べます。Enterキーで次へ進みます。答えずに進むと、とばしたことになります。",
    result: "練習の結果", caption: "課題ごとの、答えた数と合った数", columns: ["課題", "答えた数", "合った数", "並び"],
    none: "まだ", order: "「並び」は、終えた課題の中で合った数の多い順です。課題の難しさは同じではありません。ほかの人との比較でも、合否でもありません。",
    read: "関係する力のページで、その力を使う職業を見ることができます。結果から職業は決まりません。", again: "新しい問題で最初から始める",
    sure: "今の答えを消して、新しい問題にしますか。", load: "問題を作る部品を読み込めませんでした。通信を確かめて、もう一度始めてください。下の「紙で練習する」は使えます。",
  },
  easy: {
    untimed: "{時間|じかん}をはからないで{始|はじ}める", timed: (minutes) => `${minutes}{分|ふん}で{始|はじ}める`, goOn: "{続|つづ}ける",
    item: (n, of) => `${of}の{中|なか}の${n}`, left: (minutes, seconds) => `あと ${minutes}:${seconds}`,
    next: "{次|つぎ}へ", back: "{前|まえ}へ", end: "{終|お}わる", keys: "1、2、3、4のキーでも{選|えら}べます。Enterで{次|つぎ}へ{行|い}きます。",
    result: "{練習|れんしゅう}の{結果|けっか}", caption: "{答|こた}えた{数|かず}と{合|あ}った{数|かず}", columns: ["{問題|もんだい}", "{答|こた}えた{数|かず}", "{合|あ}った{数|かず}", "{順番|じゅんばん}"],
    none: "まだ", order: "{順番|じゅんばん}は、{合|あ}った{数|かず}が{多|おお}い{順番|じゅんばん}です。ほかの{人|ひと}とは{比|くら}べません。",
    read: "{力|ちから}のページで、その{力|ちから}を{使|つか}う{仕事|しごと}を{見|み}ることができます。", again: "{新|あたら}しい{問題|もんだい}で{始|はじ}める",
    sure: "今の答えを消しますか。", load: "{問題|もんだい}を{作|つく}ることができませんでした。もう{一度|いちど}{始|はじ}めてください。",
  },
  en: {
    untimed: "Start without a clock", timed: (minutes) => `Start with ${minutes} minutes`, goOn: "Go on",
    item: (n, of) => `Item ${n} of ${of}`, left: (minutes, seconds) => `${minutes}:${seconds} left`,
    next: "Next", back: "Back", end: "End this task", keys: "The keys 1 to 4 choose as well, and Enter goes on. An item left without an answer is skipped.",
    result: "Result of the practice", caption: "Answered and right, by task", columns: ["Task", "Answered", "Right", "Order"],
    none: "not yet", order: "The order is that of the tasks you finished, by the number right. The tasks are not equally hard. It compares you with nobody and is no pass or fail.",
    read: "The pages about the abilities behind a task show occupations that use them. No occupation follows from the result.", again: "Start again with new items",
    sure: "Clear these answers and make new items?", load: "What makes the items could not be loaded. Check the connection and start again. The items to practise on paper below can still be used.",
  },
};

const main = document.querySelector<HTMLElement>("main[data-tool=aptitude]");
const stage = main?.querySelector<HTMLElement>("[data-practice]");
const section = main?.querySelector<HTMLElement>("[data-result]");
if (main && stage && section) start(main, stage, section);

function start(main: HTMLElement, stage: HTMLElement, section: HTMLElement): void {
  const w = inEdition(words);
  const count = Number(main.dataset["count"]);
  let state = keptPractice(count);
  let practice: Practice | undefined;
  let clock: number | undefined;

  function keep(changed: Partial<PracticeState>): void {
    state = { ...state, ...changed };
    keepPractice(state);
  }

  function keepTask(task: Task, changed: Partial<TaskAnswers>): void {
    const before = state.tasks[task] ?? { answers: new Array<null>(count).fill(null), done: false, ends: null };
    keep({ tasks: { ...state.tasks, [task]: { ...before, ...changed } } });
  }

  function items(task: Task): readonly Item[] {
    return practice?.(task, state.seed, count, sentenceCount(main)) ?? [];
  }

  function titleOf(task: Task): Node[] {
    return Array.from(sectionOf(task)?.querySelector("h3")?.childNodes ?? [], (node) => node.cloneNode(true));
  }

  function sectionOf(task: Task): HTMLElement | null {
    return main.querySelector<HTMLElement>(`[data-task="${task}"]`);
  }

  /** The buttons that start each task, or go on with it. */
  function offer(): void {
    for (const task of tasks) {
      const own = sectionOf(task);
      const minutes = Number(own?.dataset["minutes"]);
      const begun = state.tasks[task] && !state.tasks[task].done;
      const go = (label: string, begin: () => void, mode: string): HTMLButtonElement =>
        button([say(label), h("span", { class: "hidden" }, " ", titleOf(task))], () => void open(task, begin), { class: "button quiet-button", "data-begin": mode });
      own?.querySelector("[data-start]")?.replaceChildren(
        ...(begun
          ? [go(w.goOn, () => undefined, "on")]
          : [
              go(w.untimed, () => begin(task, null), "untimed"),
              go(w.timed(minutes), () => begin(task, Date.now() + minutes * 60_000), "timed"),
            ]),
      );
    }
  }

  function begin(task: Task, ends: number | null): void {
    keepTask(task, { answers: new Array<null>(count).fill(null), done: false, ends });
  }

  /** Shows a task, once the module is there to make its items. */
  async function open(task: Task, before: () => void): Promise<void> {
    try {
      practice = practice ?? (await openPractice(main.dataset["scoring"] ?? ""));
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      stage.hidden = false;
      stage.replaceChildren(h("p", { role: "alert" }, say(w.load)));
      return;
    }
    before();
    const answers = state.tasks[task]?.answers ?? [];
    const unanswered = answers.findIndex((answer) => answer === null);
    show(task, unanswered < 0 ? 0 : unanswered);
  }

  function show(task: Task, place: number): void {
    const item = items(task)[place];
    const kept = state.tasks[task];
    if (!item || !kept) return;
    keep({ current: { task, item: place } });
    const question = ask(main, task, item);
    const lang = question.lang === undefined ? {} : { lang: question.lang };
    const form = h(
      "form", { class: "practice" },
      h("h2", { tabindex: -1 }, titleOf(task)),
      h("p", { class: "meter" }, h("span", {}, say(w.item(place + 1, count))), h("span", { role: "timer" })),
      h("fieldset", {}, h("legend", lang, question.text), question.figure, h("div", { class: "answers", ...lang }, question.options.map((o, i) => option(place, i, o, kept.answers[place])))),
      h("p", { class: "row-actions" },
        h("button", { class: "button", type: "submit" }, say(w.next)),
        place > 0 ? button(say(w.back), () => show(task, place - 1), { class: "button quiet-button" }) : undefined,
        button(say(w.end), () => end(task), { class: "button quiet-button", "data-end": true }),
      ),
      h("p", { class: "small quiet" }, say(w.keys)),
    );
    form.addEventListener("change", () => answer(task, place, form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (place + 1 < count) show(task, place + 1);
      else end(task);
    });
    form.addEventListener("keydown", (event) => {
      const chosen = form.querySelectorAll<HTMLInputElement>("input[type=radio]")[["1", "2", "3", "4"].indexOf(event.key)];
      if (event.ctrlKey || event.metaKey || event.altKey || !chosen) return;
      chosen.checked = true;
      chosen.focus();
      answer(task, place, form);
    });
    stage.replaceChildren(form);
    stage.hidden = false;
    (form.querySelector<HTMLInputElement>("input:checked") ?? form.querySelector<HTMLInputElement>("input"))?.focus();
    stage.scrollIntoView({ block: "start" });
    tick();
  }

  function option(place: number, i: number, text: Child, chosen: number | null | undefined): HTMLElement {
    return h("label", {}, h("input", { type: "radio", name: `q${place + 1}`, value: i, checked: chosen === i }), h("span", {}, text));
  }

  function answer(task: Task, place: number, form: HTMLFormElement): void {
    const chosen = form.querySelector<HTMLInputElement>("input:checked");
    const answers = [...(state.tasks[task]?.answers ?? [])];
    answers[place] = chosen ? Number(chosen.value) : null;
    keepTask(task, { answers });
  }

  /** Shows the time that is left, and ends the task when there is none. */
  function tick(): void {
    clearTimeout(clock);
    const current = state.current;
    const ends = current && state.tasks[current.task]?.ends;
    if (!current || typeof ends !== "number") return;
    const left = Math.ceil((ends - Date.now()) / 1000);
    if (left <= 0) {
      end(current.task);
      return;
    }
    const timer = stage.querySelector("[role=timer]");
    if (timer) timer.textContent = plain(w.left(Math.floor(left / 60), String(left % 60).padStart(2, "0")));
    clock = setTimeout(tick, 1000);
  }

  function end(task: Task): void {
    clearTimeout(clock);
    keepTask(task, { done: true, ends: null });
    keep({ current: null });
    stage.hidden = true;
    stage.replaceChildren();
    offer();
    showResult();
    section.focus();
    section.scrollIntoView({ block: "start" });
  }

  function showResult(): void {
    const rows = tasks.map((task) => ({ task, ...tally(task) }));
    const done = rows.filter((row) => row.done);
    const place = (right: number): string => (done.length > 1 ? String(1 + done.filter((other) => other.right > right).length) : "–");
    const [task, answered, right, order] = w.columns;
    const number = (text: string): HTMLElement => h("td", { class: "n" }, text);
    section.replaceChildren(
      h("h2", { id: "result-title" }, say(w.result)),
      h("table", {}, h("caption", {}, say(w.caption)),
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say(task)), [answered, right, order].map((name) => h("th", { scope: "col", class: "n" }, say(name))))),
        h("tbody", {}, rows.map((row) => h("tr", { "data-result-of": row.task }, h("th", { scope: "row" }, titleOf(row.task)),
          row.done ? [number(`${row.answered} / ${count}`), number(String(row.right)), number(place(row.right))] : h("td", { colspan: 3 }, say(w.none))))),
      ),
      h("p", { class: "small quiet" }, say(w.order)),
      h("p", {}, say(w.read)),
      h("ul", {}, done.map((row) => h("li", {}, titleOf(row.task), ": ", Array.from(sectionOf(row.task)?.querySelector("[data-abilities]")?.childNodes ?? [], (node) => node.cloneNode(true))))),
      h("p", { class: "row-actions" }, button(say(w.again), restart, { class: "button quiet-button", "data-again": true })),
    );
    section.hidden = false;
    section.dataset["state"] = "done";
  }

  function tally(task: Task): { done: boolean; answered: number; right: number } {
    const kept = state.tasks[task];
    if (!kept?.done) return { done: false, answered: 0, right: 0 };
    const made = items(task);
    return {
      done: true,
      answered: kept.answers.filter((answer) => answer !== null).length,
      right: kept.answers.filter((answer, i) => answer !== null && answer === made[i]?.answer).length,
    };
  }

  function restart(): void {
    if (!confirm(w.sure)) return;
    state = newPractice();
    keepPractice(state);
    section.hidden = true;
    delete section.dataset["state"];
    offer();
    main.querySelector<HTMLElement>("[data-begin]")?.focus();
  }

  /** Goes on where a reload stopped: with the item at hand, or with the result of what is done. */
  async function resume(): Promise<void> {
    const current = state.current;
    const anyDone = tasks.some((task) => state.tasks[task]?.done);
    if (!current && !anyDone) return;
    practice = await openPractice(main.dataset["scoring"] ?? "");
    if (anyDone) showResult();
    if (current) show(current.task, current.item);
  }

  main.querySelector(".needs-script")?.remove();
  offer();
  resume().catch((error: unknown) => {
    if (!(error instanceof LoadError)) throw error;
  });
}
