/** Spans of days and how they are found in text. All days are ISO, in the programme's zone; weeks run Monday to Sunday. */
import { DateTime } from 'luxon';
import type { DateAnswer } from '../programme/answer.ts';
import { readNumeral } from '../text/numeral.ts';

/** A reading of a matched phrase: a span, perhaps with a doubt, or a day that does not exist. */
export type SpanReading = { readonly span: DateAnswer; readonly doubt?: string } | 'no-such-day';

/** A phrase and its meaning, given the match and today; null when the match means nothing after all. */
export interface DateRule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, today: DateTime) => SpanReading | null;
}

/** A date found at a place of the text. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly reading: SpanReading;
}

/** The day as a luxon date; UTC is used throughout so that no clock change can move it. */
export function dayOf(iso: string): DateTime {
  return DateTime.fromISO(iso, { zone: 'utc' });
}

function isoDay(day: DateTime): string {
  return day.toISODate() ?? '';
}

/** Both ends of a span, inclusive. */
export function span(start: DateTime, end: DateTime, precision: DateAnswer['precision']): DateAnswer {
  return { start: isoDay(start), end: isoDay(end), precision };
}

/** A single day. */
export function single(day: DateTime, doubt?: string): SpanReading {
  return doubt === undefined ? { span: span(day, day, 'day') } : { span: span(day, day, 'day'), doubt };
}

/** The calendar day, or `no-such-day` for 30 February. */
export function calendarDay(year: number, month: number, day: number, doubt?: string): SpanReading {
  const date = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
  return date.isValid ? single(date, doubt) : 'no-such-day';
}

/** A whole month, quarter, half or year starting at the given month. */
export function period(year: number, month: number, months: 1 | 3 | 6 | 12, doubt?: string): SpanReading {
  const start = DateTime.fromObject({ year, month, day: 1 }, { zone: 'utc' });
  if (!start.isValid) return 'no-such-day';
  const precision = ({ 1: 'month', 3: 'quarter', 6: 'half', 12: 'year' } as const)[months];
  const whole = span(start, start.plus({ months }).minus({ days: 1 }), precision);
  return doubt === undefined ? { span: whole } : { span: whole, doubt };
}

/** A small number in figures or Chinese characters; NaN when it is none. */
export function count(text: string | undefined): number {
  return text === undefined ? Number.NaN : (readNumeral(text)?.value ?? Number.NaN);
}

/** A date without a year is the next one to come; said again where that is next year. */
export function comingDay(today: DateTime, month: number, day: number): SpanReading {
  if (!DateTime.fromObject({ year: 2024, month, day }, { zone: 'utc' }).isValid) return 'no-such-day';
  for (let year = today.year; year <= today.year + 8; year++) {
    const date = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
    if (date.isValid && date >= today) return single(date, year === today.year ? undefined : 'next-year');
  }
  return 'no-such-day';
}

/** The next month of this number, this one included. */
export function comingMonth(today: DateTime, month: number): number {
  return month >= today.month ? today.year : today.year + 1;
}

/** All dates of the text, longest phrase first where phrases overlap, in order of place. */
export function findDates(text: string, today: string, rules: readonly DateRule[]): readonly FoundDate[] {
  const now = dayOf(today);
  const found: FoundDate[] = [];
  for (const rule of rules) {
    for (const match of text.matchAll(rule.pattern)) {
      const reading = rule.read(match, now);
      if (reading !== null) found.push({ start: match.index, end: match.index + match[0].length, reading });
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: FoundDate[] = [];
  for (const one of found) {
    if (kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}
