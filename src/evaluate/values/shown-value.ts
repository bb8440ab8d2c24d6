/** A stored answer as the suite writes values. */
import { parsePhoneNumberWithError } from 'libphonenumber-js';
import type { AnswerValue } from '../../programme/answer.ts';
import type { Programme } from '../../programme/programme.ts';

const WAN = 10_000;

/** The answer in the suite's shape: sums in 万元, days as `date`, `start` and `end`, sectors by label. */
export function shownValue(type: string, value: AnswerValue, programme: Programme): unknown {
  if (type === 'industry') return programme.sectors.find(({ id }) => id === value)?.label.zh ?? value;
  if (type === 'phone' && typeof value === 'string') return phone(value);
  if (typeof value !== 'object' || value === null) return value;
  if ('months' in value) return { months: value.months };
  if ('start' in value && typeof value.start === 'string') {
    const { start, end, precision } = value;
    return { start, end, precision, date: end, ...(start === end && { date: start }) };
  }
  if ('yuan' in value || 'min' in value || 'max' in value) {
    const sums = Object.entries(value).flatMap(([key, sum]) =>
      typeof sum === 'number' ? [[key === 'yuan' ? 'amount' : key, sum / WAN]] : [],
    );
    return { ...Object.fromEntries(sums), unit: '万元', ...('approx' in value && { approx: value.approx }) };
  }
  return value;
}

function phone(value: string): unknown {
  const [, ext] = /(?:转|ext\.?|x|#|,|-转)\s*(\d{1,6})$/i.exec(value) ?? [];
  const main = ext === undefined ? value : value.replace(/\s*(?:转|ext\.?|x|#|,)\s*\d{1,6}$/i, '');
  try {
    return { e164: parsePhoneNumberWithError(main, 'CN').number, ...(ext !== undefined && { ext }) };
  } catch {
    return { e164: value };
  }
}

/** Informative only: never compared. */
const INFORMATIVE: readonly string[] = ['precision', 'approx'];

/** True when every key of the expected value is there and equal. */
export function sameValue(expected: unknown, got: unknown): boolean {
  if (typeof expected === 'number' && typeof got === 'number') return Math.abs(expected - got) < 1e-9;
  if (typeof expected !== 'object' || expected === null) return expected === got;
  if (typeof got !== 'object' || got === null) return false;
  return Object.entries(expected).every(
    ([key, value]) => INFORMATIVE.includes(key) || sameValue(value, Reflect.get(got, key)),
  );
}
