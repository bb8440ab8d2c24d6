/** What a paper says of a case, by the names that its Word template uses. */
import type { Catalogue } from '../conversation/catalogue.ts';
import type { CaseView } from '../conversation/reducer-types.ts';
import type { Answers, AnswerValue, RowAnswer } from '../programme/answer.ts';
import { isRows } from '../programme/answer-path.ts';
import type { Field, Form } from '../programme/form.ts';
import type { FormContext } from '../programme/form-context.ts';
import { isVisible, visibleCells, withOptions } from '../programme/form-fields.ts';
import { indicatorText } from '../programme/indicator.ts';
import type { Programme } from '../programme/programme.ts';
import type { Indicator, Listing } from '../programme/records.ts';
import { showDay } from '../programme/show-date.ts';
import { showMoney } from '../programme/show-money.ts';
import { showRow, showValue } from '../programme/show-value.ts';
import { dayIn } from '../programme/working-days.ts';
import { clean } from '../text/clean.ts';

/** One row of a table: cell id (and Chinese label) → text. */
export type PaperRow = Readonly<Record<string, string>>;

/** Tag → text, tag → rows of a table, tag → whether a part is printed. Field ids and Chinese labels are tags alike. */
export interface PaperData {
  readonly texts: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly PaperRow[]>>;
  readonly parts: Readonly<Record<string, boolean>>;
  /** Fields with an answer: those a template does not name are printed at its end. */
  readonly answered: readonly Field[];
}

/** What papers are made with. */
export interface PaperParts {
  readonly programme: Programme;
  readonly forms: readonly Form[];
  readonly catalogue: Catalogue;
}

/** Papers are official: always Chinese. */
const LOCALE = 'zh';
const EMPTY = '未填';
/** A question that was not to be asked. */
const NONE = '—';

/** `final`: what was handed in. `draft`: a form to be filled in, with boxes to tick and empty lines. */
export type Manner = 'final' | 'draft';

/** The paper of a case at an ISO instant; `form` is the one whose answers the case holds. */
export function paperData(
  parts: PaperParts,
  form: Form,
  view: CaseView,
  at: string,
  manner: Manner = 'final',
): PaperData {
  const { record, listing } = view;
  const ctx = { programme: parts.programme, track: record.track, indicators: listing?.details.indicators ?? [] };
  const fields = form.stages.flatMap((stage) => stage.fields).map((field) => withOptions(field, parts.programme));
  const paper = { form, answers: record.answers, ctx, manner };
  const shown = fields.map((field) => shownField(field, paper));
  const texts = named(shown.map(({ field, text }) => [field, text]));
  const own = manner === 'draft' ? draftTexts(view) : {};
  return {
    texts: { ...texts, ...caseTexts(parts, view, at), ...listTexts(listing), ...own },
    rows: named(shown.flatMap(({ field, rows }) => (rows ? [[field, rows]] : []))),
    parts: {
      'case.sample': record.source === 'sample',
      'case.final': manner === 'final',
      'case.draft': manner === 'draft',
    },
    answered: shown.filter(({ isAnswered }) => isAnswered).map(({ field }) => field),
  };
}

interface Shown {
  readonly field: Field;
  readonly text: string;
  readonly rows: readonly PaperRow[] | null;
  readonly isAnswered: boolean;
}

/** What every field of one paper is printed with. */
interface Printing {
  readonly form: Form;
  readonly answers: Answers;
  readonly ctx: FormContext;
  readonly manner: Manner;
}

function shownField(field: Field, paper: Printing): Shown {
  const { form, answers, ctx } = paper;
  const isAsked = isVisible(form, field, answers, ctx);
  const value = isAsked ? (answers[field.id] ?? null) : null;
  const plain = isAsked ? fieldText(field, value, paper) : left(paper, NONE);
  const rows = field.kind === 'rows' ? rowsOf(field, value, paper) : null;
  const filled = rows && rows.length === 0 ? [emptyRow(field, isAsked ? EMPTY : NONE)] : rows;
  return { field, text: plain, rows: filled, isAnswered: value !== null };
}

/** What stands for an answer left open: a word in a paper handed in, room to write in a form. */
function left({ manner }: Printing, word: string): string {
  return manner === 'draft' ? '' : word;
}

function fieldText(field: Field, value: AnswerValue, paper: Printing): string {
  const boxes = paper.manner === 'draft' ? tickBoxes(field, value) : null;
  if (boxes !== null) return boxes;
  if (isRows(value)) return value.map((row) => printable(showRow(field, row, LOCALE, paper.ctx))).join('\n');
  const text = printable(showValue(field, value, LOCALE, paper.ctx));
  return text === EMPTY ? left(paper, EMPTY) : text;
}

/** More choices than this are written, not ticked. */
const MOST_BOXES = 8;

/** Choices as boxes, the answer ticked with a sign that every Chinese font has; null for what is no choice. */
function tickBoxes(field: Field, value: AnswerValue): string | null {
  const box = (isTicked: boolean, label: string) => `${isTicked ? '■' : '□'}${label}`;
  if (field.kind === 'yes-no') return [box(value === true, '是'), box(value === false, '否')].join('　');
  const { options = [] } = field;
  const isChoice = field.kind === 'choice' || field.kind === 'multi-choice';
  if (!isChoice || options.length === 0 || options.length > MOST_BOXES) return null;
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  return options.map((option) => box(chosen.includes(option.id), option.label.zh)).join('　');
}

/** Empty lines of a table that is to be filled in. */
const SPARE_ROWS = 3;

function rowsOf(field: Field, value: AnswerValue, paper: Printing): readonly PaperRow[] {
  const { form, answers, ctx, manner } = paper;
  const given = isRows(value) ? value : [];
  const isDraft = manner === 'draft';
  // Rows that answer the list's targets are as many as these, whatever was answered.
  const rows: readonly RowAnswer[] =
    field.rowPer && (isDraft || given.length > 0) ? ctx.indicators.map((_, index) => given[index] ?? {}) : given;
  const spare =
    isDraft && !field.rowPer ? Array.from({ length: Math.max(1, SPARE_ROWS - given.length) }, () => ({})) : [];
  return [...rows, ...spare].map((row: RowAnswer, index) => {
    const asked = new Set(visibleCells(form, field, index, answers, ctx).map((cell) => cell.id));
    const cells = named(
      (field.cells ?? []).map((cell) => [
        cell,
        isDraft || asked.has(cell.id) ? cellText(cell, row[cell.id] ?? null, paper) : NONE,
      ]),
    );
    return { ...cells, ...numbered(index, field.rowPer ? ctx.indicators[index] : undefined) };
  });
}

/** Cells are narrow: choices are written in words. */
function cellText(cell: Field, value: AnswerValue, paper: Printing): string {
  const text = printable(showValue(cell, value, LOCALE, paper.ctx));
  return text === EMPTY ? left(paper, EMPTY) : text;
}

function numbered(index: number, indicator: Indicator | undefined): PaperRow {
  return { n: String(index + 1), indicator: indicator ? printable(indicatorText(indicator)) : '' };
}

/** A table is never without a row: an empty one says so. */
function emptyRow(field: Field, word: string): PaperRow {
  const cells = field.cells ?? [];
  return {
    ...named(cells.map((cell, index) => [cell, index === 0 && !field.rowPer ? word : ''])),
    n: '',
    indicator: word,
  };
}

/** Field ids and, where an official prefers them, Chinese labels; ids win. */
function named<T>(pairs: readonly (readonly [Field, T])[]): Record<string, T> {
  return Object.fromEntries([
    ...pairs.map(([field, value]) => [field.label.zh, value] as const),
    ...pairs.map(([field, value]) => [field.id, value] as const),
  ]);
}

/** A draft has no number, and only the title its person gave it. */
function draftTexts({ record }: CaseView): PaperRow {
  const { title } = record.answers;
  const own = typeof title === 'string' ? printable(title) : '';
  return {
    'case.reference': '草稿',
    'case.title': record.kind === 'need' ? own : printable(record.title),
    'case.status': '草稿',
    'case.submission': '0',
  };
}

function caseTexts({ programme, catalogue }: PaperParts, { record }: CaseView, at: string): PaperRow {
  const sector = programme.sectors.find((each) => each.id === record.sector);
  const day = (instant: string | null) => (instant === null ? '' : chineseDay(dayIn(programme.timeZone, instant)));
  return {
    'case.reference': record.reference,
    'case.title': printable(record.title) || EMPTY,
    'case.programme': programme.name.zh,
    'case.track': programme.tracks[record.track].label.zh,
    'case.sector': sector?.label.zh ?? EMPTY,
    'case.status': catalogue.text({ key: `status.${record.kind}.${record.status}` }, LOCALE),
    'case.submission': String(record.submission),
    'case.submittedDay': day(record.submittedAt),
    'case.madeAt': day(at),
  };
}

function listTexts(listing: Listing | null): PaperRow {
  const details = listing?.details;
  const money = details?.money;
  return {
    'list.reference': listing?.reference ?? NONE,
    'list.owner': printable(listing?.organisation?.name ?? '') || NONE,
    'list.money': money ? showMoney(money, LOCALE) : NONE,
    'list.deadline': details?.deadline ? showDay(details.deadline, LOCALE) : NONE,
    'list.batch': printable(details?.batch ?? '') || NONE,
  };
}

/** Without what no XML may hold. */
function printable(text: string): string {
  return clean(text).replace(/[\ufffe\uffff]/g, '');
}

/** `2026-09-07` → `2026年9月7日`. */
function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
