/** A stored answer beside what the suite wants of it. */
import type { AnswerValue } from '../../programme/answer.ts';
import type { Programme } from '../../programme/programme.ts';
import { fold } from '../../text/fold.ts';
import { sameValue, shownValue } from '../values/shown-value.ts';

const DISCLOSED: Readonly<Record<string, boolean>> = { public: true, summary: false };

/** The answer as the suite compares it: 万元, months, ISO days, labels; `name` is the suite's field. */
export function comparable(name: string, value: AnswerValue | undefined, programme: Programme): unknown {
  if (value === undefined || value === null) return undefined;
  if (name === 'field') return shownValue('industry', value, programme);
  if (name === 'disclose_name' && typeof value === 'string') return DISCLOSED[value] ?? value;
  if (Array.isArray(value) || typeof value !== 'object') return value;
  const shown = shownValue('', value, programme);
  if (typeof shown !== 'object' || shown === null) return shown;
  for (const key of ['months', 'amount', 'date'])
    if (Reflect.get(shown, key) !== undefined) return Reflect.get(shown, key);
  return shown;
}

/** True when the stored answer is the wanted one; phones by their digits, texts without regard to case and space. */
export function holdsWanted(
  name: string,
  wanted: unknown,
  value: AnswerValue | undefined,
  programme: Programme,
): boolean {
  const got = comparable(name, value, programme);
  if (typeof wanted === 'number' || typeof wanted === 'boolean') return sameValue(wanted, got);
  if (typeof wanted === 'object') return sameValue(wanted, got);
  if (name === 'phone') return digits(got) !== '' && digits(got).endsWith(digits(wanted).replace(/^(?:86|0)/, ''));
  return fold(String(got ?? '')).replace(/\s/g, '') === fold(String(wanted)).replace(/\s/g, '');
}

function digits(value: unknown): string {
  return String(value ?? '').replace(/\D/g, '');
}

/** An answer as words, to look for some in it. */
export function wordsOf(value: AnswerValue | undefined): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
