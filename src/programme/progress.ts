/** How far the stage in hand is; stages not yet reached do not count, so nobody sees "2/27". */
import type { Answers } from './answer.ts';
import type { Form } from './form.ts';
import type { FormContext } from './form-context.ts';
import { visibleFields } from './form-fields.ts';
import { openIn } from './next-field.ts';

/** Fields of the stage answered or skipped, of those visible; a rows field counts once, when it is complete. */
export function progress(
  form: Form,
  stage: string,
  answers: Answers,
  ctx: FormContext,
): { readonly done: number; readonly of: number } {
  const fields = visibleFields(form, stage, answers, ctx);
  const done = fields.filter((field) => openIn(form, field, answers, ctx) === null).length;
  return { done, of: fields.length };
}
