/** Tables of a paper: label beside value, and lists with a line of column names. Both may stand in one table. */
import type { Field } from '../programme/form.ts';
import { fold } from '../text/fold.ts';
import type { FormBook, FoundRow, Gathering } from './findings.ts';
import { bareLabel, isOwnName } from './label.ts';
import { labelledLines } from './line-answers.ts';
import { isListNumber } from './list-number.ts';

const COUNTER = /^(?:序号|编号|no\.?|#|项次|number)$/u;
const TARGET = /^(?:榜单指标|指标要求|要求指标|list indicator|indicator of the list)$/u;
const TOTAL = /^(?:合计|总计|小计|total|sum)$/u;

/** A line of column names: which cell each column fills; null for counters and columns nobody knows. */
interface Header {
  readonly field: Field;
  readonly columns: readonly (string | null)[];
  readonly target: number;
}

/** Walks through a table; `caption` is the line above it. */
export function tableAnswers(
  rows: readonly (readonly string[])[],
  caption: string,
  book: FormBook,
  found: Gathering,
): void {
  let named = captionField(caption, book);
  let header: Header | null = null;
  for (const row of rows) {
    const filled = row.filter((cell) => cell.trim() !== '');
    const next = headerOf(row, named, book);
    const [only] = filled;
    if (next) header = next;
    else if (header && isLineOf(row, header, book)) addRow(row, header, found);
    else if (filled.length === 1 && only !== undefined) {
      header = null;
      named = captionField(only, book) ?? named;
      labelledLines(only.split('\n'), book, found);
    } else {
      header = null;
      addPairs(row, book, found);
    }
  }
}

function captionField(caption: string, book: FormBook): Field | null {
  const field = book.labels(caption);
  return field?.kind === 'rows' ? field : null;
}

/** The rows field whose cells the row names; the caption decides between two that fit. */
function headerOf(row: readonly string[], named: Field | null, book: FormBook): Header | null {
  const [first = '', ...rest] = row;
  const beside = rest.length > 1 ? captionField(first, book) : null;
  const cells = beside ? rest : row;
  const wanted = beside ?? named;
  const known = book.fields
    .filter((field) => field.kind === 'rows')
    .map((field) => ({ header: readHeader(cells, field, book), field }))
    .filter(({ header, field }) => isHeader(header, cells, field === wanted))
    .toSorted((a, b) => score(b, wanted) - score(a, wanted));
  return known[0]?.header ?? null;
}

function score({ header, field }: { header: Header; field: Field }, wanted: Field | null): number {
  return header.columns.filter((each) => each !== null).length + (field === wanted ? 10 : 0);
}

function readHeader(cells: readonly string[], field: Field, book: FormBook): Header {
  const labels = book.cells.get(field.id);
  const columns = cells.map((cell) => (isCounter(cell) || isTarget(cell, field) ? null : (labels?.(cell)?.id ?? null)));
  const once = columns.map((id, at) => (id !== null && columns.indexOf(id) === at ? id : null));
  return { field, columns: once, target: cells.findIndex((cell) => isTarget(cell, field)) };
}

function isCounter(cell: string): boolean {
  return COUNTER.test(fold(cell).trim());
}

function isTarget(cell: string, field: Field): boolean {
  return field.rowPer !== undefined && TARGET.test(bareLabel(cell).bare);
}

/** Most names are known and none is empty; one known name alone counts only under its caption or where a row has one cell. */
function isHeader({ columns, field, target }: Header, cells: readonly string[], isNamed: boolean): boolean {
  const names = cells.filter((cell) => !isCounter(cell));
  const known = columns.filter((each) => each !== null).length + (target >= 0 ? 1 : 0);
  if (known === 0 || names.some((cell) => cell.trim() === '') || cells.some((cell) => cell.length > 30)) return false;
  if ((field.cells ?? []).length === 1)
    return known === 1 && (isNamed || cells.length > names.length) && names.length === 1;
  return known >= 2 && known / names.length > (isNamed ? 0.4 : 0.7);
}

/** A line of the list goes on until a line begins with a label of the form or has another number of cells. */
function isLineOf(row: readonly string[], header: Header, book: FormBook): boolean {
  const [first = '', second = ''] = row;
  if (row.length !== header.columns.length && row.length < header.columns.length - 1) return false;
  const startsForm = book.labels(first) !== null && header.columns.length !== row.length;
  return !startsForm && !(book.labels(first)?.kind === 'rows' && second.trim() === '');
}

function addRow(row: readonly string[], { field, columns, target }: Header, found: Gathering): void {
  if (row.some((cell) => TOTAL.test(fold(cell).trim()))) return;
  const cells: Record<string, string> = {};
  for (const [at, id] of columns.entries()) if (id !== null) cells[id] = row[at] ?? '';
  const answers = target >= 0 ? row[target]?.trim() : undefined;
  const line: FoundRow = answers === undefined ? { cells } : { cells, target: answers };
  found.row(field, line);
}

/** Label, value, label, value; a cell that is no label is passed over. */
function addPairs(row: readonly string[], book: FormBook, found: Gathering): void {
  let at = 0;
  while (at < row.length) {
    const label = row[at] ?? '';
    const value = row[at + 1];
    const field = book.labels(label);
    if (field && value !== undefined && isLabel(value, book)) {
      // Two labels side by side: nothing was filled in between them.
      at += 1;
    } else if (value !== undefined && field) {
      found.text(field, { text: value, note: bareLabel(label).note });
      at += 2;
    } else if (value !== undefined && isListNumber(label)) {
      found.listNumber(value);
      at += 2;
    } else {
      if (/[:：]/.test(label)) labelledLines(label.split('\n'), book, found);
      at += 1;
    }
  }
}

function isLabel(cell: string, book: FormBook): boolean {
  const field = cell.length > 30 ? null : book.labels(cell);
  return field !== null && isOwnName(cell, field);
}
