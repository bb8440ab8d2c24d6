/** Rows said in one message: a pasted table, several lines, or the first cell of a row. */
import type { AnswerValue, RowAnswer } from '../programme/answer.ts';
import { isRows, rowsAt } from '../programme/answer-path.ts';
import { type Asked, fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { readValue } from '../understanding/read-value.ts';
import { contextOf } from './draft-change.ts';
import { readContext } from './focus.ts';
import type { Work } from './work.ts';

const SEPARATED = /[\n\t|，,；;]/;

/** The rows field as one question while none of its cells is filled; the question itself otherwise. */
export function wholeRows(work: Work, draft: Draft, asked: Asked): Asked {
  const { of, row } = asked;
  if (!of || row !== 0 || of.rowPer || rowsAt(draft.answers, of.id).length > 0) return asked;
  return fieldAt(work.book.form(draft.form), of.id, contextOf(work, draft)) ?? asked;
}

/** The rows a text holds, for a question inside a rows field: all rows with those stored before; null when it holds none. */
export function rowsInstead(
  work: Work,
  draft: Draft,
  asked: Asked,
  text: string,
): { readonly path: string; readonly value: AnswerValue } | null {
  const { of } = asked;
  if (!of || of.rowPer || !SEPARATED.test(text)) return null;
  const oneColumn = (of.cells ?? []).length < 2;
  if (oneColumn && !text.includes('\n')) return null;
  const reading = readValue(of, text, readContext(work));
  if (reading.outcome === 'reject' || !isRows(reading.value) || reading.value.length === 0) return null;
  const inside = asked.row !== undefined && asked.field !== of;
  const several = text.trim().includes('\n');
  const first = inside && asked.field.id === of.cells?.[0]?.id;
  if (inside && !several && !first && readValue(asked.field, text, readContext(work)).outcome !== 'reject') return null;
  return { path: of.id, value: [...storedRows(draft, of.id), ...reading.value] };
}

function storedRows(draft: Draft, id: string): readonly RowAnswer[] {
  return rowsAt(draft.answers, id).filter((row) =>
    Object.values(row).some((value) => value !== null && value !== undefined),
  );
}

/** Where one plain word answers: the first cell of the next row. Null when the text looks like a table, or rows are the list's own. */
export function firstCell(draft: Draft, asked: Asked, text: string): string | null {
  const of = asked.path.endsWith('#more') ? asked.of : asked.field.kind === 'rows' ? asked.field : undefined;
  const cell = of?.cells?.[0];
  if (!of || !cell || of.rowPer || asked.row !== undefined || SEPARATED.test(text.trim())) return null;
  return `${of.id}[${rowsAt(draft.answers, of.id).length}].${cell.id}`;
}
