/** What is asked next: computed from the answers, never a cursor, so that forms may change under open drafts. */

import type { Answers } from './answer.ts';
import { isRows, parsePath, rowsAt } from './answer-path.ts';
import { checkAnswer } from './check-answer.ts';
import type { Bilingual, Field, Form } from './form.ts';
import type { FormContext } from './form-context.ts';
import { fieldById, visibleCells, visibleFields } from './form-fields.ts';
import type { Indicator } from './records.ts';

/** One open question: a field, a cell (`of` is its rows field) or "another row?" (`path` ends in `#more`). */
export interface Asked {
  readonly path: string;
  readonly field: Field;
  readonly row?: number;
  readonly of?: Field;
  /** The list's indicator that this row answers. */
  readonly indicator?: Indicator;
}

const ANOTHER: Bilingual = { zh: '还有下一项吗？', en: 'Is there another one?' };

/** The first visible field of the stage without a valid answer, those put off (`later`, ids) after all others; null when the stage is complete. */
export function nextField(
  form: Form,
  stage: string,
  answers: Answers,
  ctx: FormContext,
  later: readonly string[] = [],
): Asked | null {
  let last: Asked | null = null;
  for (const field of visibleFields(form, stage, answers, ctx)) {
    const open = openIn(form, field, answers, ctx);
    if (open && !later.includes(field.id)) return open;
    last ??= open;
  }
  return last;
}

/** What is still to be asked of one field; null when it has a valid answer or was skipped. */
export function openIn(form: Form, field: Field, answers: Answers, ctx: FormContext): Asked | null {
  const value = answers[field.id];
  if (value === null) return null;
  if (field.kind === 'rows') return openRow(form, field, answers, ctx);
  const answered = value !== undefined && checkAnswer(field, value, ctx).ok;
  return answered ? null : { path: field.id, field };
}

function openRow(form: Form, field: Field, answers: Answers, ctx: FormContext): Asked | null {
  const rows = rowsAt(answers, field.id);
  const wanted = field.rowPer ? ctx.indicators.length : Math.max(rows.length, field.min ?? 0, 1);
  const ended = answers[`${field.id}#done`] === true && rows.length >= (field.min ?? 0) && isRows(answers[field.id]);
  const until = ended && !field.rowPer ? rows.length : wanted;
  for (let row = 0; row < until; row += 1) {
    const open = openCell(form, field, row, answers, ctx);
    if (open) return open;
  }
  if (field.rowPer || ended || rows.length >= (field.max ?? Number.POSITIVE_INFINITY)) return null;
  return moreOf(field);
}

function openCell(form: Form, of: Field, row: number, answers: Answers, ctx: FormContext): Asked | null {
  const stored = rowsAt(answers, of.id)[row] ?? {};
  for (const cell of visibleCells(form, of, row, answers, ctx)) {
    const value = stored[cell.id];
    if (value === null || value === '' || (value !== undefined && checkAnswer(cell, value, ctx).ok)) continue;
    return cellOf(of, row, cell, ctx);
  }
  return null;
}

function cellOf(of: Field, row: number, cell: Field, ctx: FormContext): Asked {
  const indicator = of.rowPer ? ctx.indicators[row] : undefined;
  return { path: `${of.id}[${row}].${cell.id}`, field: cell, row, of, ...(indicator && { indicator }) };
}

function moreOf(of: Field): Asked {
  const field: Field = {
    id: `${of.id}#more`,
    kind: 'yes-no',
    label: of.label,
    question: of.more ?? ANOTHER,
    required: true,
  };
  return { path: field.id, field, of };
}

/** The question behind a path, in any stage; null when the form has none there. `x[2]` is that row on its own. */
export function fieldAt(form: Form, path: string, ctx: FormContext): Asked | null {
  const parsed = parsePath(path);
  const field = parsed && fieldById(form, parsed.field, ctx);
  if (!parsed || !field) return null;
  if (parsed.mark === undefined && parsed.row === undefined) return { path, field };
  if (field.kind !== 'rows') return null;
  if (parsed.mark) return parsed.mark === 'more' ? moreOf(field) : null;
  const row = parsed.row ?? 0;
  if (parsed.cell === undefined) {
    const { min: _min, max: _max, ...free } = field;
    return { path, field: free, row, of: field };
  }
  const cell = field.cells?.find((each) => each.id === parsed.cell);
  return cell ? cellOf(field, row, cell, ctx) : null;
}

/**
 * Answers after the open question was passed over: an optional rows field none of whose cells is filled is left out
 * as a whole, a further row just begun is dropped, anything else is stored as skipped at its own path.
 */
export function skipped(asked: Asked, answers: Answers): { readonly path: string; readonly value: null | true } {
  const { of, row } = asked;
  if (!of || row === undefined)
    return asked.path.endsWith('#more') ? ended(of?.id ?? '') : { path: asked.path, value: null };
  const rows = rowsAt(answers, of.id);
  const untouched = Object.keys(rows[row] ?? {}).length === 0;
  if (untouched && row === 0 && rows.length <= 1 && !of.required) return { path: of.id, value: null };
  if (untouched && row > 0 && row === rows.length && rows.length >= (of.min ?? 0)) return ended(of.id);
  return { path: asked.path, value: null };
}

function ended(id: string): { readonly path: string; readonly value: true } {
  return { path: `${id}#done`, value: true };
}
