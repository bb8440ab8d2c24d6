/** Answers inside messages: short in one line, rows one below the other. */
import type { AnswerValue } from '../programme/answer.ts';
import { isRows } from '../programme/answer-path.ts';
import type { Field } from '../programme/form.ts';
import type { Draft } from '../programme/records.ts';
import { showRow, showValue } from '../programme/show-value.ts';
import { contextOf } from './draft-change.ts';
import { localeOf } from './focus.ts';
import { shorten } from './shorten.ts';
import type { Work } from './work.ts';

/** The most rows one message lists. */
const ROWS_LISTED = 6;

/** A value normalised, in at most `max` characters. */
export function shownValue(work: Work, draft: Draft, field: Field, value: AnswerValue, max: number): string {
  return shorten(showValue(field, value, localeOf(work), contextOf(work, draft)), max);
}

/** A value to look at before it counts: rows are listed, anything else stands in the line. */
export function listedValue(work: Work, draft: Draft, field: Field, value: AnswerValue): string {
  if (field.kind !== 'rows' || !isRows(value)) return shownValue(work, draft, field, value, 200);
  const rows = value
    .slice(0, ROWS_LISTED)
    .map((row, index) => `${index + 1}. ${shorten(showRow(field, row, localeOf(work), contextOf(work, draft)), 60)}`);
  const more = value.length > ROWS_LISTED ? [`… ${value.length}`] : [];
  return `\n${[...rows, ...more].join('\n')}`;
}
