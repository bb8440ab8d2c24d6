/** The numbered summary shown before handing in. */

import type { Answers } from './answer.ts';
import { rowsAt } from './answer-path.ts';
import type { Field, Form } from './form.ts';
import type { FormContext } from './form-context.ts';
import { visibleFields } from './form-fields.ts';
import type { Locale } from './records.ts';
import { inLocale, showRow, showValue } from './show-value.ts';

/** One line of the summary: `n` is what people say (改第3项), `path` what it changes. */
export interface ReviewLine {
  readonly n: number;
  readonly path: string;
  readonly label: string;
  readonly shown: string;
}

/** All visible fields of the stage, numbered from 1; rows take one line each, unanswered fields show 未填. */
export function reviewLines(
  form: Form,
  stage: string,
  answers: Answers,
  ctx: FormContext,
  locale: Locale,
): readonly ReviewLine[] {
  return visibleFields(form, stage, answers, ctx)
    .flatMap((field) => linesOf(field, answers, ctx, locale))
    .map((line, index) => ({ n: index + 1, ...line }));
}

function linesOf(field: Field, answers: Answers, ctx: FormContext, locale: Locale): readonly Omit<ReviewLine, 'n'>[] {
  const label = inLocale(field.label, locale);
  const rows = field.kind === 'rows' ? rowsAt(answers, field.id) : [];
  if (rows.length === 0)
    return [{ path: field.id, label, shown: showValue(field, answers[field.id] ?? null, locale, ctx) }];
  return rows.map((row, index) => {
    const indicator = field.rowPer ? ctx.indicators[index] : undefined;
    const name = indicator ? `${label} ${index + 1}（${indicator.name}）` : `${label} ${index + 1}`;
    return {
      path: `${field.id}[${index}]`,
      label: locale === 'en' ? name.replace('（', ' (').replace('）', ')') : name,
      shown: showRow(field, row, locale, ctx),
    };
  });
}
