/** Everything that stands against handing a stage in, and what is only worth a word. */
import type { Answers, AnswerValue } from './answer.ts';
import { type CheckVar, checkAnswer } from './check-answer.ts';
import { checkRule } from './check-rule.ts';
import type { Bilingual, Field, Form } from './form.ts';
import type { FormContext } from './form-context.ts';
import { stageOfForm, visibleFields } from './form-fields.ts';
import { openIn } from './next-field.ts';

/** One finding. An `error` blocks handing in; `reason` is the key `value.<reason>`, `message` says it with the field's name. */
export interface Problem {
  readonly path: string;
  readonly severity: 'error' | 'warning';
  readonly reason: string;
  readonly vars?: Readonly<Record<string, CheckVar>>;
  readonly message: Bilingual;
}

/** Missing and invalid answers in the order of the form, then broken rules, then warnings; empty when all is well. */
export function checkStage(form: Form, stage: string, answers: Answers, ctx: FormContext): readonly Problem[] {
  if (!stageOfForm(form, stage)) return [gone(stage)];
  const fields = visibleFields(form, stage, answers, ctx);
  const ofFields = fields.flatMap((field) => checkField(form, field, answers, ctx));
  const here = new Set(fields.map((field) => field.id));
  const ofRules = form.rules
    .flatMap((rule) => checkRule(rule, form, answers, ctx))
    .filter((problem) => here.has(problem.path.split(/[[#]/)[0] ?? ''));
  const all = [...ofFields, ...ofRules];
  return [...all.filter((each) => each.severity === 'error'), ...all.filter((each) => each.severity === 'warning')];
}

function checkField(form: Form, field: Field, answers: Answers, ctx: FormContext): readonly Problem[] {
  const value = answers[field.id];
  if (value === undefined || value === null) return field.required ? [missing(field.id, field)] : [];
  const check = checkAnswer(field, value, ctx);
  if (!check.ok) return [problem(field.id, check.reason, check.vars, unfit(field))];
  return field.kind === 'rows' ? checkRows(form, field, value, answers, ctx) : [];
}

/** Rows have their own gaps: cells never asked, and required cells that were passed over. */
function checkRows(
  form: Form,
  field: Field,
  value: AnswerValue,
  answers: Answers,
  ctx: FormContext,
): readonly Problem[] {
  const open = openIn(form, field, answers, ctx);
  if (open && !open.path.endsWith('#more')) return [missing(open.path, field)];
  if (!Array.isArray(value)) return [];
  const cells = (field.cells ?? []).filter((cell) => cell.required);
  return value.flatMap((row: Readonly<Record<string, unknown>>, index) => {
    const empty = cells.find((cell) => row[cell.id] === null);
    return empty ? [missing(`${field.id}[${index}].${empty.id}`, field)] : [];
  });
}

function missing(path: string, { label }: Field): Problem {
  return problem(path, 'required', undefined, {
    zh: `“${label.zh}”还没有填`,
    en: `“${label.en}” is still to be filled in`,
  });
}

function unfit({ label }: Field): Bilingual {
  return { zh: `“${label.zh}”需要再看一下`, en: `“${label.en}” needs another look` };
}

function gone(stage: string): Problem {
  return problem(stage, 'stage-gone', undefined, {
    zh: '这一步的表单已经调整，请找工作人员',
    en: 'This part of the form has changed; please ask our staff',
  });
}

function problem(path: string, reason: string, vars: Problem['vars'], message: Bilingual): Problem {
  return { path, severity: 'error', reason, message, ...(vars && { vars }) };
}
