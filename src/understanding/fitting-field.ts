/** The one filled field that a value said anew fits. */
import type { Field, FieldKind } from '../programme/form.ts';
import type { CorrectionContext } from './correction-context.ts';
import { isTyped } from './field-kinds.ts';
import { readValue } from './read-value.ts';

/** Kinds that no value of another is mistaken for, then those that share their figures; a bare number comes last. */
const TIERS: readonly (readonly FieldKind[])[] = [
  ['email', 'phone', 'orcid', 'credit-code', 'url'],
  ['money', 'duration', 'percent', 'date'],
  ['number'],
];

/** The filled field for a value; undefined where the question in hand takes it, none fits, or several do. */
export function fittingField(value: string, context: CorrectionContext): Field | undefined {
  const { inHand, fields, answers } = context;
  if (inHand !== undefined && isTyped(inHand) && readValue(inHand, value, context).outcome === 'accept') return;
  for (const kinds of TIERS) {
    const read = fields
      .filter(({ id, kind }) => kinds.includes(kind) && id !== inHand?.id && answers[id] !== undefined)
      .map((field) => ({ field, outcome: readValue(field, value, context).outcome }));
    const sure = read.filter(({ outcome }) => outcome === 'accept');
    const [only, more] = sure.length > 0 ? sure : read.filter(({ outcome }) => outcome === 'confirm');
    if (only !== undefined && more === undefined) return only.field;
  }
  return undefined;
}
