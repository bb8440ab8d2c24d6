/** Paths into answers: `money`, `milestones[2].date`, `milestones[2]` (that row alone) and `milestones#done`. */
import type { Answers, AnswerValue, RowAnswer, ScalarAnswer } from './answer.ts';

/** More rows than any person fills; a path beyond is no path. */
const ROWS_LIMIT = 200;
const PATH = /^([A-Za-z][\w-]*)(?:#(done|more)|\[(\d{1,3})\](?:\.([A-Za-z][\w-]*))?)?$/;

/** A path taken apart. `mark` is `done` or `more` for the two questions about a rows field as a whole. */
export interface AnswerPath {
  readonly field: string;
  readonly row?: number;
  readonly cell?: string;
  readonly mark?: 'done' | 'more';
}

/** Takes a path apart; null for anything that is none. */
export function parsePath(path: string): AnswerPath | null {
  const match = PATH.exec(path);
  if (!match) return null;
  const [, field = '', mark, row, cell] = match;
  if (mark === 'done' || mark === 'more') return { field, mark };
  if (row === undefined) return { field };
  if (Number(row) >= ROWS_LIMIT) return null;
  return { field, row: Number(row), ...(cell !== undefined && { cell }) };
}

/** The rows stored under a field id; none when the answer is missing, skipped or no longer rows. */
export function rowsAt(answers: Answers, field: string): readonly RowAnswer[] {
  const value = own(answers, field);
  return isRows(value) ? value : [];
}

/** True for an answer made of rows (an empty array counts). */
export function isRows(value: unknown): value is readonly RowAnswer[] {
  return Array.isArray(value) && value.every((row) => isPlainRow(row));
}

/** The value at a path, undefined where nothing was answered; `x[2]` gives that row as rows of one. */
export function valueAt(answers: Answers, path: string): AnswerValue | undefined {
  const parsed = parsePath(path);
  if (!parsed) return undefined;
  if (parsed.mark) return own(answers, path);
  if (parsed.row === undefined) return own(answers, parsed.field);
  const row = rowsAt(answers, parsed.field)[parsed.row];
  if (!row) return undefined;
  return parsed.cell === undefined ? [row] : own(row, parsed.cell);
}

/**
 * New answers with the value at the path; undefined removes it. A row path takes rows and puts them in the row's
 * place (none deletes it). A path that is none, or lies beyond the next new row, changes nothing.
 */
export function withAnswer(answers: Answers, path: string, value: AnswerValue | undefined): Answers {
  const parsed = parsePath(path);
  if (!parsed) return answers;
  if (parsed.row === undefined) return put(answers, path, value);
  const rows = rowsAt(answers, parsed.field);
  if (parsed.row > rows.length) return answers;
  const next =
    parsed.cell === undefined ? spliced(rows, parsed.row, value) : celled(rows, parsed.row, parsed.cell, value);
  return next === null ? answers : { ...answers, [parsed.field]: next };
}

function spliced(rows: readonly RowAnswer[], at: number, value: AnswerValue | undefined): readonly RowAnswer[] | null {
  const taken = value === undefined || value === null ? [] : value;
  return isRows(taken) ? rows.toSpliced(at, 1, ...taken) : null;
}

function celled(
  rows: readonly RowAnswer[],
  at: number,
  cell: string,
  value: AnswerValue | undefined,
): readonly RowAnswer[] | null {
  if (value !== undefined && !isScalar(value)) return null;
  const row = rows[at] ?? {};
  const { [cell]: _gone, ...rest } = row;
  return rows.toSpliced(at, 1, value === undefined ? rest : { ...row, [cell]: value });
}

function put(answers: Answers, key: string, value: AnswerValue | undefined): Answers {
  if (value !== undefined) return { ...answers, [key]: value };
  const { [key]: _gone, ...rest } = answers;
  return rest;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isPlainRow(row: unknown): row is RowAnswer {
  return typeof row === 'object' && row !== null && !Array.isArray(row) && !('sha256' in row);
}

function isScalar(value: AnswerValue): value is ScalarAnswer {
  return !Array.isArray(value) || value.length === 0 || !isRows(value);
}
