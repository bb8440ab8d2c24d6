/** Words behind a label read as the value of its field, by the readers and checks that typed answers go through. */
import type { AnswerValue } from '../programme/answer.ts';
import { checkAnswer } from '../programme/check-answer.ts';
import type { Field } from '../programme/form.ts';
import type { FormContext } from '../programme/form-context.ts';
import { readIndicators } from '../programme/indicator.ts';
import { indicatorRows } from '../programme/indicator-clinic.ts';
import { type ReadContext, readValue, type ValueReading } from '../understanding/read-value.ts';
import { filledIn } from './filled.ts';
import type { FoundText } from './findings.ts';

/** What reading needs: the day, the language, the programme, and what the form's rules may look at. */
export interface IntakeContext {
  readonly read: ReadContext;
  readonly form: FormContext;
}

/** Filled in and good, filled in and wrong, or not filled in. */
export type FoundValue =
  | { readonly is: 'value'; readonly value: AnswerValue; readonly why?: string }
  | { readonly is: 'unread'; readonly reason: string }
  | { readonly is: 'empty' };

const BARE_NUMBER = /^[\d.,，\s]+$/;
const UNITS: Partial<Readonly<Record<Field['kind'], RegExp>>> = {
  money: /亿元?|百万元?|万元?|元|million|yuan/i,
  duration: /个?月|年|months?|years?/i,
};

/** Reads what stands behind a label. */
export function readFound({ text, note }: FoundText, field: Field, context: IntakeContext): FoundValue {
  const filled = filledIn(text, field);
  if (filled.is === 'empty') return { is: 'empty' };
  if (filled.is === 'none') return { is: 'value', value: null };
  if (field.kind === 'rows') return readLines(filled.text, field, context);
  return checked(readValue(field, withUnit(filled.text, note, field), context.read), field, context);
}

/** A reading that also passes the field's check. */
export function checked(reading: ValueReading, field: Field, { form }: IntakeContext): FoundValue {
  if (reading.outcome === 'reject') return { is: 'unread', reason: reading.reason };
  const check = checkAnswer(field, reading.value, form);
  if (!check.ok) return { is: 'unread', reason: check.reason };
  return { is: 'value', value: reading.value, ...(reading.outcome === 'confirm' && { why: reading.why }) };
}

/** 研发总投入（万元）：800 says its unit in the label. */
function withUnit(text: string, note: string, { kind }: Field): string {
  if (!BARE_NUMBER.test(text)) return text;
  if (kind === 'percent') return `${text}%`;
  return `${text}${UNITS[kind]?.exec(note)?.[0] ?? ''}`;
}

/** Rows written one a line, as our papers print short lists; targets in prose are read as targets. */
function readLines(text: string, field: Field, context: IntakeContext): FoundValue {
  const lines = text.split('\n').map((line) => line.replace(/^\s*(?:[（(]?\d{1,2}[.、)）]|[-*•·])\s*/, '').trim());
  const plain = lines
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll(' · ', '\t');
  const reading = checked(readValue(field, plain, context.read), field, context);
  if (reading.is === 'value') return { is: 'value', value: reading.value };
  const targets = field.cells?.some((cell) => cell.id === 'operator') ? readIndicators(text) : [];
  return targets.length > 0 ? { is: 'value', value: indicatorRows(targets), why: 'rows' } : reading;
}
