/** Rows of a table read cell by cell; a cell that cannot be read is left open and asked later. */
import type { RowAnswer, ScalarAnswer } from '../programme/answer.ts';
import { isRows } from '../programme/answer-path.ts';
import type { Field } from '../programme/form.ts';
import { indicatorText } from '../programme/indicator.ts';
import { fold } from '../text/fold.ts';
import type { FoundRow } from './findings.ts';
import { type FoundValue, type IntakeContext, readFound } from './read-found.ts';

/** Reads the rows of one field; rows with nothing filled in are none. */
export function readFoundRows(rows: readonly FoundRow[], field: Field, context: IntakeContext): FoundValue {
  const ordered = field.rowPer ? byTarget(rows, context) : rows;
  const read = ordered.map((row) => (row ? readRow(row, field, context) : { row: {}, open: false }));
  const given = field.rowPer ? read : read.filter(({ row }) => isFilled(row));
  if (given.every(({ row }) => !isFilled(row))) return { is: 'empty' };
  if (field.max !== undefined && given.length > field.max) return { is: 'unread', reason: 'rows-many' };
  const value = given.map(({ row }) => row);
  return { is: 'value', value, ...(given.some(({ open }) => open) && { why: 'rows' }) };
}

function isFilled(row: RowAnswer): boolean {
  return Object.values(row).some((cell) => cell !== null && cell !== undefined);
}

function readRow(found: FoundRow, field: Field, context: IntakeContext): { row: RowAnswer; open: boolean } {
  const row: Record<string, ScalarAnswer> = {};
  let open = false;
  for (const cell of field.cells ?? []) {
    const text = found.cells[cell.id] ?? '';
    const read = readFound({ text, note: '' }, cell, context);
    if (read.is === 'value' && !isRows(read.value)) {
      row[cell.id] = read.value;
      open ||= read.why !== undefined;
    } else if (read.is === 'unread') open = true;
    else if (!cell.required) row[cell.id] = null;
  }
  return { row, open };
}

/** The row that answers each target of the list: by its words, else by its place where there are as many. */
function byTarget(rows: readonly FoundRow[], { form }: IntakeContext): readonly (FoundRow | undefined)[] {
  const filled = rows.filter((row) => Object.keys(row.cells).length > 0);
  const bare = (text: string) => fold(text).replace(/\s/g, '');
  return form.indicators.map((indicator, index) => {
    const same = filled.find((row) => row.target !== undefined && bare(row.target) === bare(indicatorText(indicator)));
    const named = filled.find((row) => row.target !== undefined && bare(row.target).startsWith(bare(indicator.name)));
    return same ?? named ?? (filled.length === form.indicators.length ? filled[index] : undefined);
  });
}
