/** Further rows typed while some are on screen to be agreed to: they are added to those, never put in their place. */
import { isRows } from '../programme/answer-path.ts';
import { checkAnswer } from '../programme/check-answer.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { readValue } from '../understanding/read-value.ts';
import { contextOf } from './draft-change.ts';
import { askIfRight } from './flow-doubt.ts';
import { readContext } from './focus.ts';
import { line, note, type Work } from './work.ts';

/** Shows the rows on screen with the new ones behind; null when no rows are on screen or the text holds none. */
export function addToShown(work: Work, draft: Draft, text: string): Work | null {
  const { focus } = work.state;
  if (focus.in !== 'confirm-value' || focus.draft !== draft.id || !isRows(focus.value)) return null;
  const context = contextOf(work, draft);
  const asked = fieldAt(work.book.form(draft.form), focus.path, context);
  if (asked?.field.kind !== 'rows') return null;
  const reading = readValue(asked.field, text, readContext(work));
  if (reading.outcome === 'reject' || !isRows(reading.value)) return null;
  const shown = focus.value;
  const known = new Set(shown.map((row) => JSON.stringify(row)));
  const rows = [...shown, ...reading.value.filter((row) => !known.has(JSON.stringify(row)))];
  const check = checkAnswer(asked.field, rows, context);
  if (!check.ok) return askIfRight(note(work, line(`value.${check.reason}`, check.vars)), draft, asked, shown, 'rows');
  return askIfRight(work, draft, asked, rows, 'rows');
}
