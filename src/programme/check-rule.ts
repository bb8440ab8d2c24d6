/** Rules over several fields: sums, order of dates, limits by another field, words worth a warning. */
import { DateTime } from 'luxon';
import { fold } from '../text/fold.ts';
import type { Answers, AnswerValue } from './answer.ts';
import { rowsAt, valueAt } from './answer-path.ts';
import { isDateAnswer, isDurationAnswer, isMoneyAnswer } from './check-shape.ts';
import type { Bilingual, Form, FormRule } from './form.ts';
import type { FormContext } from './form-context.ts';
import { fieldById, isVisible } from './form-fields.ts';

/** What a rule finds at a path; `reason` is the rule's kind, `message` what the form says about it. */
export interface RuleFinding {
  readonly path: string;
  readonly severity: 'error' | 'warning';
  readonly reason: FormRule['kind'];
  readonly message: Bilingual;
}

/** What one rule finds. A rule says nothing while the answers it compares are missing, skipped or hidden. */
export function checkRule(rule: FormRule, form: Form, answers: Answers, ctx: FormContext): readonly RuleFinding[] {
  switch (rule.kind) {
    case 'at-most-field':
      return checkLimit(rule, shown(form, answers, ctx), ctx);
    case 'ordered-dates':
      return checkOrder(rule, shown(form, answers, ctx));
    case 'within-term':
      return checkTerm(rule, shown(form, answers, ctx), ctx);
    case 'sums-to':
      return checkSum(rule, shown(form, answers, ctx));
    case 'warn-terms':
      return checkTerms(rule, shown(form, answers, ctx));
    default:
      return rule satisfies never;
  }
}

type RuleOf<K extends FormRule['kind']> = Extract<FormRule, { kind: K }>;

/** The answers of visible fields only. */
function shown(form: Form, answers: Answers, ctx: FormContext): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([id]) => {
      const field = fieldById(form, id, ctx);
      return field !== undefined && isVisible(form, field, answers, ctx);
    }),
  );
}

function finding(rule: FormRule, path: string): RuleFinding {
  const warning = rule.kind === 'warn-terms' || (rule.kind === 'at-most-field' && rule.warn === true);
  return { path, severity: warning ? 'warning' : 'error', reason: rule.kind, message: rule.message };
}

function checkLimit(rule: RuleOf<'at-most-field'>, answers: Answers, ctx: FormContext): readonly RuleFinding[] {
  const asked = size(valueAt(answers, rule.field));
  const limit = rule.limit === 'list.money' ? (ctx.list?.money?.max ?? null) : size(valueAt(answers, rule.limit));
  return asked !== null && limit !== null && asked > limit ? [finding(rule, rule.field)] : [];
}

/** The figure a value is compared by: the upper bound of money, months, a number. */
function size(value: AnswerValue | undefined): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return value;
  if (isMoneyAnswer(value)) return value.yuan ?? value.max ?? value.min ?? null;
  return isDurationAnswer(value) ? value.months : null;
}

function checkOrder(rule: RuleOf<'ordered-dates'>, answers: Answers): readonly RuleFinding[] {
  const days = lastDays(rule, answers);
  const late = days.findIndex(
    (day, index) => day !== null && days.slice(0, index).some((before) => before !== null && before >= day),
  );
  return late < 0 ? [] : [finding(rule, `${rule.rows}[${late}].${rule.cell}`)];
}

function checkTerm(rule: RuleOf<'within-term'>, answers: Answers, ctx: FormContext): readonly RuleFinding[] {
  const months = ctx.list?.termMonths;
  if (!months || ctx.today === undefined) return [];
  const end = DateTime.fromISO(ctx.today, { zone: 'utc' }).plus({ months }).toISODate();
  const late = lastDays(rule, answers).findIndex((day) => day !== null && end !== null && day > end);
  return late < 0 ? [] : [finding(rule, `${rule.rows}[${late}].${rule.cell}`)];
}

function lastDays(
  rule: { readonly rows: string; readonly cell: string },
  answers: Answers,
): readonly (string | null)[] {
  return rowsAt(answers, rule.rows).map((row) => {
    const value = row[rule.cell];
    return value !== undefined && value !== null && isDateAnswer(value) ? value.end : null;
  });
}

function checkSum(rule: RuleOf<'sums-to'>, answers: Answers): readonly RuleFinding[] {
  const parts = rowsAt(answers, rule.rows).map((row) => size(row[rule.cell]));
  const total = typeof rule.total === 'number' ? rule.total : size(valueAt(answers, rule.total));
  if (parts.length === 0 || total === null || parts.some((part) => part === null)) return [];
  const sum = parts.reduce<number>((whole, part) => whole + (part ?? 0), 0);
  return Math.abs(sum - total) < 0.005 ? [] : [finding(rule, rule.rows)];
}

function checkTerms(rule: RuleOf<'warn-terms'>, answers: Answers): readonly RuleFinding[] {
  const value = valueAt(answers, rule.field);
  if (typeof value !== 'string') return [];
  const text = fold(value);
  return rule.terms.some((term) => says(text, fold(term))) ? [finding(rule, rule.field)] : [];
}

/** Latin terms count as whole words only: "age" is not in "storage". */
function says(text: string, term: string): boolean {
  const at = text.indexOf(term);
  if (at < 0 || !/^[a-z ]+$/.test(term)) return at >= 0;
  return ` ${text.replace(/[^a-z]+/g, ' ')} `.includes(` ${term} `);
}
