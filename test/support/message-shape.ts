/** What every message to a person must be like, whatever was said before it. */
import { expect } from 'vitest';

/** A message as its reader sees it. */
export interface Shown {
  readonly text: string;
  readonly keys: readonly string[];
  /** The buttons under it, cards apart. */
  readonly choices: number;
}

/** Messages that show something whole: a review, a preview, a list's page, pasted rows. */
const LONG =
  /^(review\.rows|preview\.rows|detail\.title|value\.confirm\.rows|form\.(present|proposed|known)|data\.|intake\.)/;
const MOST_LINES = 9;
const MOST_LINES_WHOLE = 24;
const MOST_CHOICES = 4;
/** Questions of a form. */
const ASKS = /^form\.ask/;
/** A key nobody translated, a piece of a program, a trace of its failure. */
const NOT_FOR_PEOPLE = /\[[a-z]+(\.[\w-]+)+\]|\[object |\bundefined\b|\bNaN\b|\b\w*Error: |\n\s+at \S+ \(|node_modules/;

/** Few lines, few choices, one question, no insides of the program, and never the `last` text again. */
export function expectGoodShape({ text, keys, choices }: Shown, last: string): void {
  const what = `${keys.join(' ')}\n${text.slice(0, 400)}`;
  expect(choices, what).toBeLessThanOrEqual(MOST_CHOICES);
  expect(text.split('\n').length, what).toBeLessThanOrEqual(
    keys.some((key) => LONG.test(key)) ? MOST_LINES_WHOLE : MOST_LINES,
  );
  expect(text, what).not.toBe(last);
  expect(text, what).not.toMatch(NOT_FOR_PEOPLE);
  expect(keys.filter((key) => ASKS.test(key)).length, what).toBeLessThanOrEqual(1);
}
