/** A pasted table or several lines, read as rows of a `rows` field. */
import type { RowAnswer, ScalarAnswer } from '../programme/answer.ts';
import type { Field } from '../programme/form.ts';
import { fold } from '../text/fold.ts';
import { confirm, type ReadContext, reject, type Said, type ValueParser, type ValueReading } from './reading.ts';

const MOST_ROWS = 200;
const SEPARATORS = [/\t/, /\s*\|\s*/, /\s*[;；]\s*/, /\s*[,，]\s*/, /\s*、\s*/, /\s{2,}/, /\s+/];

/** Splits a line into as many cells as the table has columns, by the first separator that gives that number. */
function cellsOf(line: string, columns: number): readonly string[] | null {
  if (columns === 1) return [line];
  const inner = line.replace(/^\s*\||\|\s*$/g, '').replace(/^\s*(?:\d{1,2}[.、)）]|[-*•])\s+/, '');
  for (const separator of SEPARATORS) {
    const cells = inner.split(separator).map((cell) => cell.trim());
    if (cells.length === columns) return cells;
  }
  return null;
}

/** True for a first line that only names the columns. */
function isHeader(cells: readonly string[], fields: readonly Field[]): boolean {
  const names = fields
    .flatMap((field) => [field.label.zh, field.label.en, ...(field.aliases ?? []), field.id])
    .map(fold);
  return cells.filter((cell) => names.includes(fold(cell))).length > cells.length / 2;
}

/** One row, or the reading that stopped it. */
function readRow(
  cells: readonly string[],
  fields: readonly Field[],
  read: (field: Field, text: string) => ValueReading,
): RowAnswer | string {
  const row: Record<string, ScalarAnswer> = {};
  for (const [i, field] of fields.entries()) {
    const text = cells[i] ?? '';
    if (text === '' && !field.required) {
      row[field.id] = null;
      continue;
    }
    const reading = read(field, text);
    if (reading.outcome === 'reject' || isRows(reading.value)) return field.label.zh;
    row[field.id] = reading.value;
  }
  return row;
}

function isRows(value: unknown): value is readonly RowAnswer[] {
  return Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null && !('sha256' in one));
}

/** Reads pasted rows; they are always shown before they count. `read` reads one cell. */
export function readRows(said: Said, field: Field, context: ReadContext, read: ValueParser): ValueReading {
  const fields = field.cells ?? [];
  const lines = said.original
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[|\s:-]+$/.test(line));
  if (fields.length === 0 || lines.length === 0) return reject('rows-none');
  if (lines.length > MOST_ROWS) return reject('rows-many', { max: field.max ?? MOST_ROWS });
  const rows: RowAnswer[] = [];
  for (const [i, line] of lines.entries()) {
    const cells = cellsOf(line, fields.length);
    if (cells === null) return reject('rows-columns', { row: i + 1, columns: fields.length });
    if (i === 0 && isHeader(cells, fields)) continue;
    const row = readRow(cells, fields, (cell, text) => read({ original: text, folded: fold(text) }, cell, context));
    if (typeof row === 'string') return reject('rows-cell', { row: i + 1, cell: row });
    rows.push(row);
  }
  if (rows.length === 0) return reject('rows-none');
  if (field.max !== undefined && rows.length > field.max) return reject('rows-many', { max: field.max });
  return confirm(rows, 'rows');
}
