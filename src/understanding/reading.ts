/** What reading a value yields: stored, asked back, or refused with a way to mend it. */
import type { AnswerValue } from '../programme/answer.ts';
import type { Field } from '../programme/form.ts';
import type { Programme } from '../programme/programme.ts';
import type { Locale } from '../programme/records.ts';

/** What a parser may know. `today` is an ISO day in the programme's zone. */
export interface ReadContext {
  readonly today: string;
  readonly locale: Locale;
  readonly programme: Programme;
}

/** Values for a message: plain words and numbers. */
export type ReadingVars = Readonly<Record<string, string | number>>;

/**
 * `accept`: stored and echoed. `confirm`: doubtful, shown (message `value.confirm.<why>`, with `{value}`) and asked before it counts.
 * `reject`: not stored, message `value.<reason>` says how to mend it.
 */
export type ValueReading =
  | { readonly outcome: 'accept'; readonly value: AnswerValue }
  | { readonly outcome: 'confirm'; readonly value: AnswerValue; readonly why: string }
  | { readonly outcome: 'reject'; readonly reason: string; readonly vars?: ReadingVars };

/** Reads one folded, cleaned text as one kind of value; `original` keeps the person's own spelling. */
export type ValueParser = (said: Said, field: Field, context: ReadContext) => ValueReading;

/** A message in the forms parsers need: as typed (cleaned, trimmed) and folded for comparing. */
export interface Said {
  readonly original: string;
  readonly folded: string;
}

/** A value that counts at once. */
export function accept(value: AnswerValue): ValueReading {
  return { outcome: 'accept', value };
}

/** A value to be shown and asked. */
export function confirm(value: AnswerValue, why: string): ValueReading {
  return { outcome: 'confirm', value, why };
}

/** No value, and why. */
export function reject(reason: string, vars?: ReadingVars): ValueReading {
  return vars === undefined ? { outcome: 'reject', reason } : { outcome: 'reject', reason, vars };
}

/** Accepts when nothing is doubtful, else asks with the first doubt. */
export function settle(value: AnswerValue, ...doubts: readonly (string | false | null | undefined)[]): ValueReading {
  const why = doubts.find((doubt) => typeof doubt === 'string');
  return typeof why === 'string' ? confirm(value, why) : accept(value);
}
