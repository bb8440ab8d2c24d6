/** Whether a stored value is a valid answer to its field: shape, bounds, choices. Reasons are catalogue keys `value.…`. */
import { isCreditCode } from '../text/credit-code-check.ts';
import type { AnswerValue, DateAnswer, DurationAnswer, MoneyAnswer } from './answer.ts';
import { isRows } from './answer-path.ts';
import { holdsContact, isMail, isPhone } from './check-contact.ts';
import { isOrcid } from './check-orcid.ts';
import { isDateAnswer, isDurationAnswer, isFiles, isMoneyAnswer, isWords } from './check-shape.ts';
import type { Field, FieldKind, Option } from './form.ts';
import type { FormContext } from './form-context.ts';
import { withOptions } from './form-fields.ts';

/** A value put into the sentence that says what is wrong; money in 万元. */
export type CheckVar = string | number;

/** The verdict on one value. `reason` says what is wrong, as the key `value.<reason>`. */
export type Check =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: string; readonly vars?: Readonly<Record<string, CheckVar>> };

/** Messages name money in 万元, as the fields do. */
const WAN = 10_000;

type Checker = (field: Field, value: NonNullable<AnswerValue>, ctx: FormContext) => Check;

const OK: Check = { ok: true };
const WRONG_KIND: Check = { ok: false, reason: 'wrong-kind' };

const CHECKERS: Readonly<Record<FieldKind, Checker>> = {
  text: textual,
  'long-text': textual,
  choice: (field, value, ctx) => (typeof value === 'string' ? chosen(field, [value], ctx) : WRONG_KIND),
  'multi-choice': (field, value, ctx) => {
    if (!isWords(value)) return WRONG_KIND;
    const known = chosen(field, value, ctx);
    return known.ok ? count(field, value.length, 'choices') : known;
  },
  'yes-no': (field, value) => {
    if (typeof value !== 'boolean') return WRONG_KIND;
    return field.mustAgree && !value ? no('must-agree') : OK;
  },
  number: (field, value) => (isNumber(value) ? ranged('number', field, value) : WRONG_KIND),
  percent: (field, value) => (isNumber(value) ? ranged('percent', { min: 0, ...field }, value) : WRONG_KIND),
  money: (field, value) => (isMoneyAnswer(value) ? money(field, value) : WRONG_KIND),
  date: (field, value, ctx) => (isDateAnswer(value) ? day(field, value, ctx) : WRONG_KIND),
  duration: (field, value) => (isDurationAnswer(value) ? term(field, value) : WRONG_KIND),
  phone: (field, value) => {
    if (typeof value !== 'string') return WRONG_KIND;
    if (field.phone === 'or-email' && isMail(value)) return OK;
    return isPhone(value, field.phone === 'mobile' ? 'mobile' : 'any') ? OK : no('not-a-phone');
  },
  email: (_field, value) => (typeof value === 'string' && isMail(value) ? OK : no('not-an-email')),
  'credit-code': (_field, value) => (typeof value === 'string' && isCreditCode(value) ? OK : no('not-a-credit-code')),
  orcid: (_field, value) => (typeof value === 'string' && isOrcid(value) ? OK : no('not-an-orcid')),
  url: (_field, value) =>
    typeof value === 'string' && /^https?:\/\/[^\s/.]+\.\S{2,2000}$/i.test(value) ? OK : no('not-a-url'),
  file: (field, value) => (isFiles(value) ? count(field, value.length, 'files') : WRONG_KIND),
  rows,
};

/** Checks one value against its field. `null` is a stored skip: fine unless the field is required. */
export function checkAnswer(field: Field, value: AnswerValue, ctx: FormContext): Check {
  if (value === null) return field.required ? no('required') : OK;
  return CHECKERS[field.kind](field, value, ctx);
}

function no(reason: string, vars?: Readonly<Record<string, CheckVar>>): Check {
  return vars ? { ok: false, reason, vars } : { ok: false, reason };
}

function isNumber(value: AnswerValue): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function textual(field: Field, value: NonNullable<AnswerValue>): Check {
  if (typeof value !== 'string') return WRONG_KIND;
  const length = Array.from(value.trim()).length;
  if (length < (field.min ?? 1)) return no('text-short', { min: field.min ?? 1, length });
  if (field.max !== undefined && length > field.max) return no('text-long', { max: field.max, length });
  if (field.phone && !holdsContact(value, field.phone))
    return no(field.phone === 'or-email' ? 'not-a-contact' : 'no-phone-in-it');
  return OK;
}

function chosen(field: Field, ids: readonly string[], ctx: FormContext): Check {
  const options = withOptions(field, ctx.programme).options ?? [];
  return ids.every((id) => options.some((option) => option.id === id))
    ? OK
    : no('not-a-choice', { options: labels(options) });
}

function count(field: Field, many: number, what: 'choices' | 'files' | 'rows'): Check {
  const min = field.min ?? (field.required ? 1 : 0);
  if (many < min) return no(`${what}-few`, { min });
  return field.max !== undefined && many > field.max ? no(`${what}-many`, { max: field.max }) : OK;
}

function ranged(kind: 'number' | 'percent', field: Pick<Field, 'min' | 'max' | 'decimals'>, value: number): Check {
  if (field.min !== undefined && value < field.min) return no(`${kind}-below`, { min: field.min });
  if (field.max !== undefined && value > field.max) return no(`${kind}-above`, { max: field.max });
  if (field.decimals !== undefined && Number(value.toFixed(field.decimals)) !== value) {
    return no('decimals', { decimals: field.decimals });
  }
  return OK;
}

function money(field: Field, value: MoneyAnswer): Check {
  if (value.undecided) return field.allowUndecided ? OK : no('undecided');
  const range = value.yuan === undefined;
  if (range && !field.allowRange) return no('one-figure', { min: low(value) / WAN, max: high(value) / WAN });
  if (low(value) > high(value)) return no('range-backwards');
  if (field.min !== undefined && low(value) < field.min) return no('money-below', { min: field.min / WAN });
  if (field.max !== undefined && high(value) > field.max) return no('money-above', { max: field.max / WAN });
  return OK;
}

function day(field: Field, value: DateAnswer, ctx: FormContext): Check {
  if (value.start > value.end) return no('range-backwards');
  return field.future && ctx.today !== undefined && value.end <= ctx.today ? no('past', { date: value.end }) : OK;
}

function term(field: Field, value: DurationAnswer): Check {
  if (field.min !== undefined && value.months < field.min) return no('duration-below', { min: field.min });
  return field.max !== undefined && value.months > field.max ? no('duration-above', { max: field.max }) : OK;
}

/** Rows are valid when their number is and every filled cell is; cells never answered are `nextField`'s to ask. */
function rows(field: Field, value: NonNullable<AnswerValue>, ctx: FormContext): Check {
  if (!isRows(value)) return WRONG_KIND;
  const many = field.rowPer ? OK : count(field, value.length, 'rows');
  if (!many.ok) return many;
  for (const row of value) {
    for (const cell of field.cells ?? []) {
      const stored = row[cell.id];
      const check = stored === undefined || stored === null || stored === '' ? OK : checkAnswer(cell, stored, ctx);
      if (!check.ok) return check;
    }
  }
  return OK;
}

function low({ yuan, min, max }: MoneyAnswer): number {
  return yuan ?? min ?? max ?? 0;
}

function high({ yuan, min, max }: MoneyAnswer): number {
  return yuan ?? max ?? min ?? 0;
}

function labels(options: readonly Option[]): string {
  return options.map((option) => option.label.zh).join('、');
}
