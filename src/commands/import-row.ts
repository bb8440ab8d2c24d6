/** One row of a table as answers of a form, or what is wrong with it and how to mend it. */
import type { Catalogue } from '../conversation/catalogue.ts';
import type { Answers, AnswerValue, RowAnswer } from '../programme/answer.ts';
import { checkAnswer } from '../programme/check-answer.ts';
import { checkStage } from '../programme/check-stage.ts';
import type { Field, Form } from '../programme/form.ts';
import type { FormContext } from '../programme/form-context.ts';
import { withOptions } from '../programme/form-fields.ts';
import { readIndicators } from '../programme/indicator.ts';
import type { Locale } from '../programme/records.ts';
import { inLocale, showValue } from '../programme/show-value.ts';
import { clean } from '../text/clean.ts';
import { readValue } from '../understanding/read-value.ts';
import type { Column, Columns, ExtraColumn } from './import-columns.ts';
import type { TableRow } from './read-table.ts';

/** One thing wrong: where and what, in the operator's language. */
export interface RowProblem {
  readonly line: number;
  readonly column: string;
  readonly what: string;
}

/** What a row says. */
export interface ReadRow {
  readonly line: number;
  readonly answers: Answers;
  readonly extras: Readonly<Partial<Record<ExtraColumn, string>>>;
  readonly problems: readonly RowProblem[];
}

/** What rows are read with. */
export interface RowContext {
  readonly form: Form;
  readonly ctx: FormContext & { readonly today: string };
  readonly catalogue: Catalogue;
  readonly locale: Locale;
}

type CellReading = { readonly value: AnswerValue } | { readonly wrong: string };

const BARE_NUMBER = /^[\d.,，\s–~～-]+$/u;

/** Reads the cells of a row; an empty cell is no answer. */
export function readRow(row: TableRow, columns: Columns, context: RowContext): ReadRow {
  const answers: Record<string, AnswerValue> = {};
  const extras: Partial<Record<ExtraColumn, string>> = {};
  const problems: RowProblem[] = [];
  for (const column of columns.known) {
    const cell = row.cells[column.heading];
    if (cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')) continue;
    if (column.extra) extras[column.extra] = clean(String(cell)).trim();
    if (!column.field) continue;
    const reading = readCell(cell, column, withOptions(column.field, context.ctx.programme), context);
    if ('value' in reading) answers[column.field.id] = reading.value;
    else problems.push({ line: row.line, column: column.heading, what: reading.wrong });
  }
  return { line: row.line, answers, extras, problems };
}

/** What a stage of the form still misses of a row; fields already complained about are not named again. */
export function missingIn(row: ReadRow, stage: string, context: RowContext): readonly RowProblem[] {
  const { form, ctx, locale } = context;
  const labels = new Map(
    form.stages.flatMap((each) => each.fields).map((field) => [field.id, inLocale(field.label, locale)]),
  );
  return checkStage(form, stage, row.answers, ctx)
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => ({
      line: row.line,
      column: labels.get(path.split(/[[#]/)[0] ?? '') ?? path,
      what: inLocale(message, locale),
    }))
    .filter(({ column }) => !row.problems.some((problem) => problem.column.startsWith(column)));
}

function readCell(cell: unknown, column: Column, field: Field, context: RowContext): CellReading {
  if (typeof cell === 'object' && cell !== null) return readStructured(cell, field, context);
  const text = typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell);
  // 资金（万元）: the heading says what the bare figure counts.
  const whole =
    BARE_NUMBER.test(text) && column.unit !== '' && !/[:：]/.test(column.unit) ? `${text.trim()}${column.unit}` : text;
  const { ctx, catalogue, locale } = context;
  const lines = field.kind === 'rows' ? plainRows(field, whole) : null;
  if (lines) return checked(field, lines, context);
  const reading = readValue(field, whole, { today: ctx.today, locale, programme: ctx.programme });
  if (reading.outcome === 'reject')
    return { wrong: say(context, `value.${reading.reason}`, { ...reading.vars, text: whole }) };
  // Pasted rows are always shown before they count; here the whole table is.
  if (reading.outcome === 'confirm' && reading.why !== 'rows') {
    const value = showValue(field, reading.value, locale, ctx);
    return { wrong: catalogue.text({ key: 'import.doubtful', vars: { text: whole, value } }, locale) };
  }
  return checked(field, reading.value, context);
}

/** Targets written as people write them, and lists of one column, a line each; null for tables with more columns. */
function plainRows(field: Field, text: string): readonly RowAnswer[] | null {
  const cells = field.cells ?? [];
  if (cells.some((cell) => cell.id === 'operator')) return clean(text).split('\n').flatMap(targetsOf);
  const [only] = cells;
  if (!only || cells.length > 1) return null;
  const lines = clean(text)
    .split(/[\n；;]/u)
    .map((line) => line.replace(/^\s*\d{1,2}[.、)）]\s*/, '').trim());
  return lines.filter((line) => line !== '').map((line) => ({ [only.id]: line }));
}

/** Brackets at the end of a target's line say how it is tested. */
function targetsOf(line: string): readonly RowAnswer[] {
  const [, head, method] = /^(.*\d.*?)\s*[（(]([^（）()]+)[)）][\s。；;]*$/u.exec(line) ?? [];
  const [one, ...more] = head === undefined ? [] : readIndicators(head);
  if (one && more.length === 0 && one.method === '' && method !== undefined) return [{ ...one, method }];
  return readIndicators(line).map((indicator) => ({ ...indicator }));
}

/** JSON lines may hold the stored shape itself. */
function readStructured(cell: object, field: Field, context: RowContext): CellReading {
  const value: AnswerValue = JSON.parse(JSON.stringify(cell));
  return checked(field, value, context);
}

function checked(field: Field, value: AnswerValue, context: RowContext): CellReading {
  const check = checkAnswer(field, value, context.ctx);
  return check.ok ? { value } : { wrong: say(context, `value.${check.reason}`, { ...check.vars, text: '' }) };
}

function say({ catalogue, locale }: RowContext, key: string, vars: Readonly<Record<string, string | number>>): string {
  return catalogue.text({ key, vars }, locale);
}
