/** Which fields of a form are asked: conditions, options taken from the programme, rows per indicator. */
import type { Answers, AnswerValue } from './answer.ts';
import { rowsAt } from './answer-path.ts';
import type { Condition, Field, Form, Option, Stage } from './form.ts';
import type { FormContext } from './form-context.ts';
import type { Programme } from './programme.ts';

/** The stage of that id, or undefined when the form (any longer) has none. */
export function stageOfForm(form: Form, stage: string): Stage | undefined {
  return form.stages.find((each) => each.id === stage);
}

/** The field of that id in any stage, its options filled in from the programme. */
export function fieldById(form: Form, id: string, ctx: FormContext): Field | undefined {
  for (const stage of form.stages) {
    const found = stage.fields.find((field) => field.id === id);
    if (found) return withOptions(found, ctx.programme);
  }
  return undefined;
}

/** The stage's fields that are to be asked, in order, their options filled in from the programme. */
export function visibleFields(form: Form, stage: string, answers: Answers, ctx: FormContext): readonly Field[] {
  const fields = stageOfForm(form, stage)?.fields ?? [];
  return fields
    .filter((field) => isVisible(form, field, answers, ctx))
    .map((field) => withOptions(field, ctx.programme));
}

/** True when the field is asked: its conditions hold and, where its rows are the list's indicators, the list has some. */
export function isVisible(form: Form, field: Field, answers: Answers, ctx: FormContext): boolean {
  if (field.rowPer === 'list-indicator' && ctx.indicators.length === 0) return false;
  return (field.showIf ?? []).every((condition) => holds(form, condition, answers, ctx));
}

/** The cells of a row that are asked; a cell's condition looks at its own row first, then at the form. */
export function visibleCells(
  form: Form,
  field: Field,
  row: number,
  answers: Answers,
  ctx: FormContext,
): readonly Field[] {
  const cells = field.cells ?? [];
  if (cells.every((cell) => cell.showIf === undefined)) return cells;
  const near = rowsAt(answers, field.id)[row] ?? {};
  return cells.filter((cell) =>
    (cell.showIf ?? []).every((condition) =>
      cells.some((each) => each.id === condition.field)
        ? compare(condition, near[condition.field])
        : holds(form, condition, answers, ctx),
    ),
  );
}

function holds(form: Form, condition: Condition, answers: Answers, ctx: FormContext): boolean {
  return compare(condition, known(form, condition.field, answers, ctx));
}

/** A hidden field counts as unanswered even when an older answer is stored, so that what hangs on it hides too. */
function known(form: Form, path: string, answers: Answers, ctx: FormContext): AnswerValue | undefined {
  if (path === 'case.track') return ctx.track;
  if (path.startsWith('switch.')) return ctx.programme.switches[path.slice('switch.'.length)] ?? false;
  const field = form.stages.flatMap((stage) => stage.fields).find((each) => each.id === path);
  return field && isVisible(form, field, answers, ctx) ? answers[path] : undefined;
}

function compare(condition: Condition, value: AnswerValue | undefined): boolean {
  const answered = value !== undefined && value !== null;
  if (condition.answered !== undefined && condition.answered !== answered) return false;
  if (condition.equals !== undefined && !same(value, condition.equals)) return false;
  return condition.notEquals === undefined || !same(value, condition.notEquals);
}

function same(value: AnswerValue | undefined, wanted: AnswerValue): boolean {
  if (Array.isArray(value) && typeof wanted === 'string') return value.some((each) => each === wanted);
  return JSON.stringify(value ?? null) === JSON.stringify(wanted);
}

/** The field with its choices: those of the form, or the programme's sectors, cities or recommenders. */
export function withOptions(field: Field, programme: Programme): Field {
  const cells = field.cells?.map((cell) => withOptions(cell, programme));
  const options = field.optionsFrom ? optionsOf(programme, field.optionsFrom) : field.options;
  return { ...field, ...(options && { options }), ...(cells && { cells }) };
}

function optionsOf(programme: Programme, from: NonNullable<Field['optionsFrom']>): readonly Option[] {
  return from === 'sectors' ? programme.sectors : programme[from];
}
