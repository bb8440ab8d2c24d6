/** Dates written in figures: 2027-03-31, 20270331, 31/3/2027, 3/31. */
import type { DateTime } from 'luxon';
import { calendarDay, comingDay, type DateRule, period, type SpanReading } from './date-span.ts';

/** Day and month in an order the figures do not tell; Chinese readers put the month first. */
function twoFigures(a: number, b: number, year: number): SpanReading {
  if (a > 12 && b <= 12) return calendarDay(year, b, a);
  if (b > 12 && a <= 12) return calendarDay(year, a, b);
  if (a === b) return calendarDay(year, a, b);
  return calendarDay(year, a, b, 'day-order');
}

function withoutYear(match: RegExpExecArray, today: DateTime): SpanReading | null {
  const [a, b] = [Number(match[1]), Number(match[2])];
  if (a > 12 && b > 12) return null;
  const reading = a > 12 ? comingDay(today, b, a) : comingDay(today, a, b);
  return reading === 'no-such-day' ? reading : { ...reading, doubt: 'day-order' };
}

const SEPARATOR = '[-/.、]';

/** Rules for dates in figures. */
export const NUMERIC_DATE_RULES: readonly DateRule[] = [
  {
    pattern: new RegExp(`(?<!\\d)(\\d{4})\\s*${SEPARATOR}\\s*(\\d{1,2})\\s*${SEPARATOR}\\s*(\\d{1,2})(?!\\d)`, 'g'),
    read: (m) => calendarDay(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g,
    read: (m) => calendarDay(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: new RegExp(
      `(?<![\\d./-])(\\d{1,2})\\s*${SEPARATOR}\\s*(\\d{1,2})\\s*${SEPARATOR}\\s*(\\d{4})(?!\\d)`,
      'g',
    ),
    read: (m) => twoFigures(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: new RegExp(`(?<![\\d./-])(\\d{2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})(?![\\d./-])`, 'g'),
    read: (m) => {
      const reading = calendarDay(2000 + Number(m[1]), Number(m[2]), Number(m[3]));
      return reading === 'no-such-day' ? reading : { ...reading, doubt: 'day-order' };
    },
  },
  {
    pattern: new RegExp(`(?<!\\d)((?:19|20)\\d{2})\\s*${SEPARATOR}\\s*(\\d{1,2})(?![\\d./-])`, 'g'),
    read: (m) => period(Number(m[1]), Number(m[2]), 1),
  },
  { pattern: /(?<![\d./-])(\d{1,2})\s*[/.-]\s*(\d{1,2})(?![\d./-])/g, read: withoutYear },
  { pattern: /(?<![\d./-])(20\d{2})(?![\d./年-])/g, read: (m) => period(Number(m[1]), 1, 12, 'period') },
];
