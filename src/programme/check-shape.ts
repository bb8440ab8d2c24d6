/** Guards for the shapes of answers: what comes from a draft or an import is JSON, not yet a type. */
import type { AnswerValue, DateAnswer, DurationAnswer, MoneyAnswer, StoredFile } from './answer.ts';

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** Nothing in a programme costs more than a hundred thousand million yuan; above it a slip is certain. */
const MONEY_LIMIT = 1e11;

/** True for money in integer yuan: a figure, one or two bounds, or 未定; never negative. */
export function isMoneyAnswer(value: AnswerValue): value is MoneyAnswer {
  if (!isRecord(value)) return false;
  if ('undecided' in value) return value.undecided === true;
  const sums = ['yuan', 'min', 'max'].filter((key) => key in value).map((key) => value[key]);
  return sums.length > 0 && sums.every((sum) => isYuan(sum));
}

/** True for a span of days with a known precision. */
export function isDateAnswer(value: AnswerValue): value is DateAnswer {
  return isRecord(value) && isDay(value.start) && isDay(value.end) && typeof value.precision === 'string';
}

/** True for a length in months, above zero. */
export function isDurationAnswer(value: AnswerValue): value is DurationAnswer {
  return isRecord(value) && typeof value.months === 'number' && Number.isFinite(value.months) && value.months > 0;
}

/** True for one or more stored files. */
export function isFiles(value: AnswerValue): value is readonly StoredFile[] {
  return Array.isArray(value) && value.every((file) => isRecord(file) && typeof file.sha256 === 'string');
}

/** True for a list of words or option ids. */
export function isWords(value: AnswerValue): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}

/** True for an ISO day that the calendar has. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isYuan(sum: unknown): boolean {
  return typeof sum === 'number' && Number.isInteger(sum) && sum >= 0 && sum <= MONEY_LIMIT;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
