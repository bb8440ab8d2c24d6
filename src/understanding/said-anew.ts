/** A value said anew behind a no: 不是，400万. */
import type { Field } from '../programme/form.ts';
import { readValue } from './read-value.ts';
import type { ReadContext } from './reading.ts';

const NO_FIRST = /^(?:(?:不是?|不对|错了?|哦|啊|其实|no|nope|sorry|wrong|actually|i mean)[\s,，.。:：、]+|其实是)/i;

/** What follows a no at the front; undefined where there is none. */
export function afterNo(original: string): string | undefined {
  const anew = original.replace(NO_FIRST, '');
  return anew === original ? undefined : anew;
}

/** The words behind the no, where the field can read them; null otherwise. */
export function saidAnew(original: string, field: Field | undefined, context: ReadContext): string | null {
  const anew = afterNo(original);
  if (field === undefined || anew === undefined) return null;
  return readValue(field, anew, context).outcome === 'reject' ? null : anew;
}
