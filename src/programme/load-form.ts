/** Reading a form file: its shape, and everything a shape cannot say. */
import type { Field, Form } from './form.ts';
import { formProblems } from './form-problems.ts';
import { formSchema } from './form-schema.ts';
import { loadError, zodProblems } from './load-problem.ts';

/** The form held by parsed JSON. Throws `data` naming the file, the path in it and what is wrong. */
export function loadForm(json: unknown, file: string): Form {
  const parsed = formSchema.safeParse(json);
  if (!parsed.success) throw loadError(file, zodProblems(parsed.error, json));
  const { $schema: _schema, $comment: _comment, ...form } = parsed.data;
  const problems = formProblems(form);
  if (problems.length > 0) throw loadError(file, problems);
  return form;
}

/** Every field of the form in order, cells left out. */
export function allFields(form: Form): readonly Field[] {
  return form.stages.flatMap((stage) => stage.fields);
}
