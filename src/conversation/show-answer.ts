/** Answers inside messages: short in one line, rows one below the other. */
import type { AnswerValue } from '../programme/answer.ts';
import { isRows } from '../programme/answer-path.ts';
import type { Field } from '../programme/form.ts';
import type { Draft } from '../programme/records.ts';
import { showRow, showValue } from '../programme/show-value.ts';
import { toTraditional } from '../text/script.ts';
import { contextOf } from './draft-change.ts';
import { localeOf } from './focus.ts';
import { shorten } from './shorten.ts';
import type { Work } from './work.ts';

/** The most rows one message lists; of more, one line less and how many there are. */
const ROWS_LISTED = 4;

/** Kinds whose values are said in our words: units, months, the names of choices. What people wrote stays as it is. */
const OURS: readonly Field['kind'][] = ['money', 'date', 'duration', 'percent', 'number', 'choice', 'multi-choice'];

/** Ways to reach the lead: in the form, but not for a colleague's eyes. */
const PERSONAL: readonly string[] = ['contact', 'phone', 'email'];

/** True where a colleague looks at what the lead told the programme alone. */
export function isHidden(work: Work, draft: Draft, { kind, from }: Pick<Field, 'kind' | 'from'>): boolean {
  if (draft.account === work.book.mine.account.id) return false;
  return PERSONAL.includes(kind) || PERSONAL.includes(from ?? '');
}

/** A value normalised, in at most `max` characters. */
export function shownValue(work: Work, draft: Draft, field: Field, value: AnswerValue, max: number): string {
  if (isHidden(work, draft, field)) return work.book.text({ key: 'care.hidden' });
  const shown = showValue(field, value, localeOf(work), contextOf(work, draft));
  const inScript = localeOf(work) === 'zh-Hant' && OURS.includes(field.kind) ? toTraditional(shown) : shown;
  return shorten(inScript, max);
}

/** A value to look at before it counts: rows are listed, anything else stands in the line. */
export function listedValue(work: Work, draft: Draft, field: Field, value: AnswerValue): string {
  if (field.kind !== 'rows' || !isRows(value)) return shownValue(work, draft, field, value, 200);
  const isWhole = value.length <= ROWS_LISTED;
  const rows = value
    .slice(0, isWhole ? ROWS_LISTED : ROWS_LISTED - 1)
    .map((row, index) => `${index + 1}. ${shorten(showRow(field, row, localeOf(work), contextOf(work, draft)), 60)}`);
  const more = isWhole ? [] : [`… ${value.length}`];
  return `\n${[...rows, ...more].join('\n')}`;
}
