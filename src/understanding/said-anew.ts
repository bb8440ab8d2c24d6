/** A value said anew behind a no: 不是，400万. */
import type { Field } from '../programme/form.ts';
import { readValue } from './read-value.ts';
import type { ReadContext } from './reading.ts';

const NO_FIRST = /^(?:不是?|不对|错了?|哦|啊|no|nope|sorry|wrong)[\s,，.。:：、]+/i;

/** The words behind the no, where the field can read them; null otherwise. */
export function saidAnew(original: string, field: Field | undefined, context: ReadContext): string | null {
  const anew = original.replace(NO_FIRST, '');
  if (field === undefined || anew === original) return null;
  return readValue(field, anew, context).outcome === 'reject' ? null : anew;
}
