/** What every message to a person must be like, whatever was said before it. */
import { expect } from 'vitest';

/** A message as its reader sees it; cards apart, which are as tall as they are. */
export interface Shown {
  readonly text: string;
  readonly keys: readonly string[];
  /** The buttons under it, cards apart. */
  readonly choices: number;
}

const MOST_LINES = 6;
const MOST_CHOICES = 4;
/** A line above the others that names what is shown: the list, the form being checked, the paper, the preview. */
const HEADING = /^(review\.title|intake\.title|detail\.title|preview\.head)/;
/** What fits one message with two lines more is not torn into pages: nobody turns a page to hand in a need. */
const AT_ONCE = /^(review\.title|intake\.title(-pasted)?|preview\.head)$/;
/** Half a line on what was just done, or why the question stands as it did: owed whatever comes next. */
const REMARK =
  /^(again\.|form\.(echo|put-off|changed|stage-intro)|talk\.|language\.|submit\.(changed|look|rest)|clinic\.|undo\.|stale\.|resume\.where)/;
/** Must be read before the first answer (R38, R41), where it is given. */
const NOTICE = /^consent\.(data|secrets)$/;
/** Questions of a form. */
const ASKS = /^form\.ask/;
/** A key nobody translated, a piece of a program, a trace of its failure. */
const NOT_FOR_PEOPLE = /\[[a-z]+(\.[\w-]+)+\]|\[object |\bundefined\b|\bNaN\b|\b\w*Error: |\n\s+at \S+ \(|node_modules/;

/** Six lines, below a heading and after a remark where there are such; few choices, one question, no insides of the program, and never the `last` text again. */
export function expectGoodShape({ text, keys, choices }: Shown, last: string): void {
  const what = `${keys.join(' ')}\n${text.slice(0, 600)}`;
  expect(choices, what).toBeLessThanOrEqual(MOST_CHOICES);
  expect(text.split('\n').length, what).toBeLessThanOrEqual(MOST_LINES + besides(keys));
  expect(text, what).not.toBe(last);
  expect(text, what).not.toMatch(NOT_FOR_PEOPLE);
  expect(keys.filter((key) => ASKS.test(key)).length, what).toBeLessThanOrEqual(1);
}

/** One heading, one remark, the notices. */
function besides(keys: readonly string[]): number {
  const one = (pattern: RegExp): number => (keys.some((key) => pattern.test(key)) ? 1 : 0);
  return one(HEADING) + 2 * one(AT_ONCE) + one(REMARK) + keys.filter((key) => NOTICE.test(key)).length;
}
