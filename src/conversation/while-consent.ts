/** What is said while a consent is asked for: the first answer, or more of the wish that waits for the yes. */
import { cut } from '../text/cut.ts';
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { isQuestion } from '../understanding/question.ts';
import { holdsValues } from './flow-start.ts';
import type { Focus } from './reducer-types.ts';
import type { Work } from './work.ts';

/** The most of a message that is kept with a wish, to be looked through for values. */
export const LONGEST_WORDS = 1000;
/** The fewest letters that tell a problem. */
const LEAST_PROBLEM = 8;
/** What is added to a problem that was told may be shorter: 一年半. */
const LEAST_ADDED = 3;

/** The consent screen of a need says that writing the problem down agrees to it; a few stray signs do not. */
export function isFirstAnswer(focus: Extract<Focus, { in: 'consent' }>, text: string): boolean {
  if (/[?？]|[吗么]$/.test(text)) return false;
  if (focus.kind !== 'data' || focus.next.do !== 'post-need' || focus.next.words !== undefined) return false;
  return (text.match(/\p{L}/gu)?.length ?? 0) >= LEAST_PROBLEM;
}

/** What is said on while a consent is waited for: kept with the wish, and taken with it after the yes. */
export function moreSaid(
  work: Work,
  focus: Extract<Focus, { in: 'consent' }>,
  text: string,
  first: Command | undefined,
): Command | null {
  const tells = first !== undefined && ['none', 'correct', 'change'].includes(first.do);
  return (tells ? moreOfProblem(focus, text) : null) ?? moreValues(work, focus, text);
}

/** 预算800万，团队12人, said while the consent of a bid is asked for. */
function moreValues(work: Work, { kind, next }: Extract<Focus, { in: 'consent' }>, text: string): Command | null {
  if (kind !== 'data' || next.do !== 'apply' || next.listing === undefined) return null;
  if (isQuestion(fold(text)) || !holdsValues(work, next.listing, text)) return null;
  return {
    ...next,
    words: cut(next.words === undefined ? text.trim() : `${next.words}\n${text.trim()}`, LONGEST_WORDS),
  };
}

/** Who told a problem and is asked for consent often goes on telling: it is kept with what was said. */
function moreOfProblem(focus: Extract<Focus, { in: 'consent' }>, text: string): Command | null {
  const { kind, next } = focus;
  if (kind !== 'data' || next.do !== 'post-need' || next.words === undefined || /[?？]|[吗么]$/.test(text)) return null;
  if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST_ADDED) return null;
  return { ...next, words: cut(`${next.words}\n${text.trim()}`, LONGEST_WORDS) };
}
