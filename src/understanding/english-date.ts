/** Dates as English speakers write them. Text must be folded. */
import { createRequire } from 'node:module';
import type { DateTime } from 'luxon';
import { readEnglishNumeral } from '../text/english-numeral.ts';
import {
  calendarDay,
  comingDay,
  comingMonth,
  type DateRule,
  dayOf,
  type FoundDate,
  period,
  type SpanReading,
  single,
  span,
} from './date-span.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '(?<year>\\d{4}|this year|next year|last year)';
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const N =
  '(?<n>\\d+(?:\\.\\d+)?|half an?|an?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]\\w+|[a-z]+)';

function yearOf(text: string | undefined, today: DateTime): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d/.test(text)) return Number(text);
  return today.year + (text.startsWith('next') ? 1 : text.startsWith('last') ? -1 : 0);
}

function monthOf(text: string | undefined): number {
  return MONTHS.indexOf((text ?? '').slice(0, 3)) + 1;
}

function dayAndMonth(match: RegExpExecArray, today: DateTime): SpanReading {
  const { day, month, year } = match.groups ?? {};
  const named = yearOf(year, today);
  if (named === undefined) return comingDay(today, monthOf(month), Number(day));
  return calendarDay(named, monthOf(month), Number(day));
}

function partOfMonth(match: RegExpExecArray, today: DateTime): SpanReading {
  const { part, month, year } = match.groups ?? {};
  const number = monthOf(month);
  const named = yearOf(year, today);
  const first = today.set({ year: named ?? comingMonth(today, number), month: number, day: 1 });
  const last = first.endOf('month').startOf('day');
  if (part?.startsWith('end'))
    return single(last, named === undefined && last.year !== today.year ? 'next-year' : undefined);
  const [from, to] = /beg|start|early/.test(part ?? '') ? [1, 10] : /mid/.test(part ?? '') ? [11, 20] : [21, last.day];
  return { span: span(first.set({ day: from }), first.set({ day: to }), 'month'), doubt: 'period' };
}

function wholeMonth(match: RegExpExecArray, today: DateTime): SpanReading {
  const month = monthOf(match.groups?.month);
  const year = yearOf(match.groups?.year, today);
  const sure = /^\d/.test(match.groups?.year ?? '');
  return period(year ?? comingMonth(today, month), month, 1, sure ? undefined : 'period');
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: 4,
};

function partOfYear(match: RegExpExecArray, today: DateTime): SpanReading | null {
  const { q, ordinal, of, year, end } = match.groups ?? {};
  const n = q === undefined ? (ORDINALS[ordinal ?? ''] ?? 0) : Number(q);
  const months = of?.startsWith('h') ? 6 : 3;
  const number = months === 6 && ordinal === 'last' ? 2 : n;
  if (number < 1 || number > 12 / months) return null;
  const named = yearOf(year, today);
  const first = (number - 1) * months + 1;
  const inferred = named ?? (first + months - 1 >= today.month ? today.year : today.year + 1);
  const whole = period(inferred, first, months, named === undefined ? 'next-year' : undefined);
  if (end === undefined || whole === 'no-such-day') return whole;
  return single(dayOf(whole.span.end), whole.doubt);
}

function endOf(match: RegExpExecArray, today: DateTime): SpanReading {
  const { year, unit } = match.groups ?? {};
  if (unit?.includes('month')) {
    return single(
      today
        .plus({ months: unit.includes('next') ? 1 : 0 })
        .endOf('month')
        .startOf('day'),
    );
  }
  return calendarDay(yearOf(year, today) ?? today.year, 12, 31);
}

function fromToday(match: RegExpExecArray, today: DateTime): SpanReading | null {
  const { n, unit } = match.groups ?? {};
  const value = /^half/.test(n ?? '') ? 0.5 : (readEnglishNumeral(n ?? '')?.value ?? Number.NaN);
  if (!(value > 0 && value <= 1200)) return null;
  if (unit?.startsWith('d')) return single(today.plus({ days: value }));
  if (unit?.startsWith('w')) return single(today.plus({ days: Math.round(value * 7) }));
  const months = value * (unit?.startsWith('y') ? 12 : 1);
  return single(today.plus({ months: Math.floor(months), days: Math.round((months % 1) * 30) }));
}

/** “Friday” and “next Friday” are heard in two ways, so they are asked. */
function weekday(match: RegExpExecArray, today: DateTime): SpanReading {
  const { which, day } = match.groups ?? {};
  const index = WEEKDAYS.findIndex((name) => name.slice(0, 3) === day?.slice(0, 3)) + 1;
  const monday = today.minus({ days: today.weekday - 1 });
  const shift = which?.startsWith('next') ? 1 : 0;
  const then = monday.plus({ weeks: shift, days: index - 1 });
  return single(then <= today && shift === 0 ? then.plus({ weeks: 1 }) : then, 'week');
}

/** Rules for English dates. */
export const ENGLISH_DATE_RULES: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `(?<![a-z\\d])(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?${MONTH}(?:,?[ -]*${YEAR})?(?![a-z\\d])`,
      'g',
    ),
    read: dayAndMonth,
  },
  {
    pattern: new RegExp(`(?<![a-z])${MONTH} ?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? *${YEAR})?(?![a-z\\d])`, 'g'),
    read: dayAndMonth,
  },
  {
    pattern: new RegExp(
      `(?<![a-z])(?:the )?(?<part>end of|beginning of|start of|early|mid|middle of|late)[ -]${MONTH}(?:,? *(?:of )?${YEAR})?(?![a-z\\d])`,
      'g',
    ),
    read: partOfMonth,
  },
  { pattern: new RegExp(`(?<![a-z])${MONTH},? *(?:of )?${YEAR}(?![a-z\\d])`, 'g'), read: wholeMonth },
  { pattern: new RegExp(`(?<![a-z])(?!may )${MONTH}(?![a-z\\d])`, 'g'), read: wholeMonth },
  {
    pattern: new RegExp(
      `(?:(?<end>end of )(?:the )?)?(?<of>[qh])(?<q>[1-4])[ ,]*(?:of )?(?:${YEAR})?(?![a-z\\d])`,
      'g',
    ),
    read: partOfYear,
  },
  { pattern: new RegExp(`${YEAR}[ ,-]*(?<of>[qh])(?<q>[1-4])(?![a-z\\d])`, 'g'), read: partOfYear },
  {
    pattern: new RegExp(
      `(?:(?<end>end of )(?:the )?|the )?(?<ordinal>first|second|third|fourth|last|1st|2nd|3rd|4th) (?<of>quarter|half)(?: (?:of |in )?${YEAR})?(?![a-z\\d])`,
      'g',
    ),
    read: partOfYear,
  },
  {
    pattern: new RegExp(
      `(?:the )?end of (?:(?:the )?year (?:of )?)?${YEAR}|(?:the )?end of (?:the |this )?year|year[- ]end(?: (?:of )?${YEAR.replace('year>', 'year2>')})?|eoy(?![a-z])`,
      'g',
    ),
    read: (m, today) => endOf(yearTwo(m), today),
  },
  { pattern: /(?:the )?end of (?:the |this )?(?<unit>(?:next )?month)/g, read: endOf },
  {
    pattern: new RegExp(
      `(?<![a-z])(?:in|within|after)(?: the next)? ${N} (?<unit>days?|weeks?|months?|years?)(?:'? time)?(?![a-z])`,
      'g',
    ),
    read: fromToday,
  },
  {
    pattern: new RegExp(
      `(?<![a-z])${N} (?<unit>days?|weeks?|months?|years?) (?:from (?:now|today)|later|hence)(?![a-z])`,
      'g',
    ),
    read: fromToday,
  },
  {
    pattern: /(?:the )?day after tomorrow|tomorrow|today|tonight|yesterday/g,
    read: (m, today) =>
      single(today.plus({ days: /after/.test(m[0]) ? 2 : /tom/.test(m[0]) ? 1 : /yes/.test(m[0]) ? -1 : 0 })),
  },
  {
    pattern:
      /(?<![a-z])(?<which>next |this |this coming |coming |on )?(?<day>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])/g,
    read: weekday,
  },
  {
    pattern: /(?<![a-z])(?<year>next year|this year)(?![a-z])/g,
    read: (m, today) => period(yearOf(m.groups?.year, today) ?? today.year, 1, 12, 'period'),
  },
  {
    pattern: /(?<![a-z])next month(?![a-z])/g,
    read: (_, today) => {
      const then = today.plus({ months: 1 });
      return period(then.year, then.month, 1, 'period');
    },
  },
  {
    pattern: /(?<![a-z])next week(?![a-z])/g,
    read: (_, today) => {
      const monday = today.plus({ days: 8 - today.weekday });
      return { span: span(monday, monday.plus({ days: 6 }), 'day'), doubt: 'week' };
    },
  },
];

function yearTwo(match: RegExpExecArray): RegExpExecArray {
  if (match.groups?.year2 !== undefined) match.groups.year = match.groups.year2;
  return match;
}

type Chrono = typeof import('chrono-node');
const load = createRequire(import.meta.url);
let chrono: Chrono | null = null;

/** 150 ms of loading that most messages never need. */
function loadChrono(): Chrono {
  return load('chrono-node');
}

/** What our own rules miss: counts only when the library consumed the whole text as one day; always asked back. */
export function libraryDate(text: string, today: string): FoundDate | null {
  if (!/^[a-z0-9 ,.'-]{4,60}$/.test(text) || !/[a-z]{3}/.test(text) || !/\d|day|week|month|year/.test(text))
    return null;
  chrono ??= loadChrono();
  const noon = new Date(`${today}T12:00:00Z`);
  const [only, ...more] = chrono.en.casual.parse(text, { instant: noon, timezone: 0 }, { forwardDate: true });
  if (only === undefined || more.length > 0 || only.text.length !== text.length || only.end !== undefined) return null;
  if (only.start.isCertain('hour')) return null;
  const day = dayOf(only.start.date().toISOString().slice(0, 10));
  return { start: 0, end: text.length, reading: single(day, 'talk') };
}
