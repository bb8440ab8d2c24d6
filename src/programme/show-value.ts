/** A stored value as a person reads it back. */
import type { AnswerValue, RowAnswer } from './answer.ts';
import { isRows } from './answer-path.ts';
import { indicatorsOf } from './case-answers.ts';
import { isDateAnswer, isDurationAnswer, isFiles, isMoneyAnswer, isWords } from './check-shape.ts';
import type { Bilingual, Field } from './form.ts';
import type { FormContext } from './form-context.ts';
import { withOptions } from './form-fields.ts';
import { indicatorText } from './indicator.ts';
import type { Locale } from './records.ts';
import { showDate, showDuration } from './show-date.ts';
import { showMoney } from './show-money.ts';

const WORDS = {
  empty: { zh: '未填', en: 'not filled in' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
} satisfies Record<string, Bilingual>;

/** The value normalised and in words; 未填 for a skip and for what is no value. `zh-Hant` is answered in simplified script, conversion is the caller's. */
export function showValue(field: Field, value: AnswerValue, locale: Locale, ctx: FormContext): string {
  const english = locale === 'en';
  if (value === null || (typeof value === 'string' && value.trim() === '')) return inLocale(WORDS.empty, locale);
  if (typeof value === 'boolean') return inLocale(value ? WORDS.yes : WORDS.no, locale);
  if (typeof value === 'number') return showNumber(field, value, locale);
  if (typeof value === 'string') return field.kind === 'choice' ? labelOf(field, value, locale, ctx) : value;
  if (isMoneyAnswer(value)) return showMoney(value, locale);
  if (isDateAnswer(value)) return showDate(value, locale);
  if (isDurationAnswer(value)) return showDuration(value, locale);
  if (Array.isArray(value) && value.length === 0) return inLocale(WORDS.empty, locale);
  if (isWords(value)) return value.map((id) => labelOf(field, id, locale, ctx)).join(english ? ', ' : '、');
  if (isFiles(value)) return value.map((file) => file.name).join(english ? ', ' : '、');
  if (isRows(value)) return value.map((row) => showRow(field, row, locale, ctx)).join(english ? '; ' : '；');
  return inLocale(WORDS.empty, locale);
}

/** One row in one line: its filled cells in order; a measurable target as people write it. */
export function showRow(field: Field, row: RowAnswer, locale: Locale, ctx: FormContext): string {
  const [target] = field.cells?.some((cell) => cell.id === 'operator') ? indicatorsOf({ indicators: [row] }) : [];
  if (target) return indicatorText(target);
  const shown = (field.cells ?? []).flatMap((cell) => {
    const value = row[cell.id];
    return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
      ? []
      : [showValue(cell, value, locale, ctx)];
  });
  return shown.length > 0 ? shown.join(' · ') : inLocale(WORDS.empty, locale);
}

/** The text of one language; traditional script is made from `zh` by the caller. */
export function inLocale(text: Bilingual, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh;
}

function showNumber(field: Field, value: number, locale: Locale): string {
  if (field.kind === 'percent') return `${value}%`;
  if (!field.unit) return String(value);
  return `${value}${locale === 'en' ? ' ' : ''}${inLocale(field.unit, locale)}`;
}

function labelOf(field: Field, id: string, locale: Locale, ctx: FormContext): string {
  const option = withOptions(field, ctx.programme).options?.find((each) => each.id === id);
  return option ? inLocale(option.label, locale) : id;
}
