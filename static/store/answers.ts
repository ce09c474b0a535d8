// The answers to a questionnaire, kept under the name of its domain.

import { isRecord, read, write } from "./store";

export const unanswered = -1;

/** Answers 0 to 4 in the order of the questions, unanswered where there is none. */
export interface Answers {
  readonly version: 1;
  /** Whether the short form is answered: the first questions alone. */
  readonly short: boolean;
  readonly answers: readonly number[];
}

/** The answers kept, if they are to as many questions; a questionnaire of another length is another questionnaire. */
export function keptAnswers(part: string, questions: number): Answers | undefined {
  return read(part, (value) => {
    if (!isRecord(value) || value["version"] !== 1 || typeof value["short"] !== "boolean") return undefined;
    const answers: unknown = value["answers"];
    if (!Array.isArray(answers) || answers.length !== questions || !answers.every(isAnswer)) return undefined;
    return { version: 1, short: value["short"], answers };
  });
}

function isAnswer(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= unanswered && value <= 4;
}

/** Keeps answers, or forgets them where there are none. Tells whether the browser kept them. */
export function keepAnswers(part: string, answers: Answers): boolean {
  return write(part, answers.answers.some((a) => a !== unanswered) ? answers : undefined);
}
