/** Dates as Chinese speakers write them. Text must be folded. */
import type { DateTime } from 'luxon';
import {
  calendarDay,
  comingDay,
  comingMonth,
  count,
  type DateRule,
  period,
  type SpanReading,
  single,
  span,
} from './date-span.ts';

const N = '[\\d零〇一二两三四五六七八九十廿卅]{1,4}';
const YEAR =
  '(?<year>(?:公元|西元)?(?:\\d{4}|[零〇一二三四五六七八九]{4}|\\d{2}|[零〇一二三四五六七八九]{2})\\s*年度?|民国[\\d一二三四五六七八九十百]+年|大后年|今年|本年度?|当年|明年度?|来年|次年|翌年|后年|去年|前年)';
const MONTH = `(?<month>${N}\\s*月份?|这个月|本月|当月|下下个?月|下个?月|上个?月)`;
const RELATIVE_YEARS: Readonly<Record<string, number>> = {
  大后年: 3,
  今年: 0,
  本年: 0,
  本年度: 0,
  当年: 0,
  明年: 1,
  明年度: 1,
  来年: 1,
  次年: 1,
  翌年: 1,
  后年: 2,
  去年: -1,
  前年: -2,
};
/** The first year of the Republic's count was 1912. */
const MINGUO = 1911;

function digitsYear(text: string): number {
  const digits = [...text].map((c) =>
    '零一二三四五六七八九'.includes(c) ? '零一二三四五六七八九'.indexOf(c) : c === '〇' ? 0 : c,
  );
  const year = Number(digits.join(''));
  return year < 100 ? 2000 + year : year;
}

/** The year meant; undefined when none was said. */
function yearOf(text: string | undefined, today: DateTime): number | undefined {
  if (text === undefined) return undefined;
  const relative = RELATIVE_YEARS[text];
  if (relative !== undefined) return today.year + relative;
  const minguo = /^民国(.+)年$/.exec(text)?.[1];
  if (minguo !== undefined) return MINGUO + count(minguo);
  return digitsYear(text.replace(/公元|西元|\s|年度?/g, ''));
}

/** Year and month meant, and whether the year was only inferred to be the next one. */
function monthOf(
  match: RegExpExecArray,
  today: DateTime,
): { readonly year: number; readonly month: number; readonly doubt?: string } | null {
  const { year: yearText, month: monthText } = match.groups ?? {};
  const shift = { 这个月: 0, 本月: 0, 当月: 0, 下月: 1, 下个月: 1, 下下月: 2, 下下个月: 2, 上月: -1, 上个月: -1 }[
    monthText ?? ''
  ];
  if (shift !== undefined) {
    const then = today.plus({ months: shift });
    return { year: then.year, month: then.month };
  }
  const month = count(monthText?.replace(/\s*月份?/, ''));
  if (!(month >= 1)) return null;
  const year = yearOf(yearText, today);
  if (year !== undefined) return { year, month };
  const coming = comingMonth(today, month);
  return coming === today.year ? { year: coming, month } : { year: coming, month, doubt: 'next-year' };
}

function monthDay(match: RegExpExecArray, today: DateTime): SpanReading | null {
  const day = count(match.groups?.day);
  const when = monthOf(match, today);
  if (when === null || Number.isNaN(day)) return null;
  const named = match.groups?.year !== undefined || !/\d|[一二三四五六七八九十]/.test(match.groups?.month ?? '');
  return named ? calendarDay(when.year, when.month, day) : comingDay(today, when.month, day);
}

/** 初, 中, 底 and the three ten-day parts of a month. */
function partOfMonth(match: RegExpExecArray, today: DateTime): SpanReading | null {
  const when = monthOf(match, today);
  const part = match.groups?.part ?? '';
  const whole = when === null ? null : period(when.year, when.month, 1);
  if (when === null || whole === null || whole === 'no-such-day') return whole;
  const first = today.set({ year: when.year, month: when.month, day: 1 });
  const last = first.endOf('month').startOf('day');
  if (/底|末|最后/.test(part)) return single(last, when.doubt);
  if (/初|上/.test(part)) return { span: span(first, first.set({ day: 10 }), 'month'), doubt: 'period' };
  if (/中/.test(part)) return { span: span(first.set({ day: 11 }), first.set({ day: 20 }), 'month'), doubt: 'period' };
  return { span: span(first.set({ day: 21 }), last, 'month'), doubt: 'period' };
}

/** Ends and parts of a year; without a year this one. */
function partOfYear(match: RegExpExecArray, today: DateTime): SpanReading | null {
  const year = yearOf(match.groups?.year, today) ?? today.year;
  const part = match.groups?.part ?? '';
  if (/底|末|内|前|最后/.test(part)) return calendarDay(year, 12, 31);
  if (/初/.test(part)) return period(year, 1, 3, 'period');
  if (/中/.test(part)) return calendarDay(year, 6, 30, 'period');
  return null;
}

function quarterOf(match: RegExpExecArray, today: DateTime): SpanReading | null {
  const quarter = count(match.groups?.q ?? match.groups?.q2);
  const year = yearOf(match.groups?.year, today);
  const month = quarter * 3 - 2;
  const inferred = year ?? (month + 2 >= today.month ? today.year : today.year + 1);
  const whole = period(inferred, month, 3, year === undefined ? 'next-year' : undefined);
  if (whole === 'no-such-day' || match.groups?.end === undefined) return whole;
  return single(
    today
      .set({ year: inferred, month: month + 2, day: 1 })
      .endOf('month')
      .startOf('day'),
    whole.doubt,
  );
}

function halfOf(match: RegExpExecArray, today: DateTime): SpanReading {
  const second = /下|2/.test(match.groups?.half ?? '');
  const { bare } = match.groups ?? {};
  const year = bare === undefined ? yearOf(match.groups?.year, today) : Number(bare);
  return period(year ?? today.year, second ? 7 : 1, 6, year === undefined ? 'period' : undefined);
}

function adjacentMonths(match: RegExpExecArray, today: DateTime): SpanReading | null {
  const [first, second] = [count(match.groups?.first), count(match.groups?.second)];
  if (second !== first + 1) return null;
  const year = yearOf(match.groups?.year, today) ?? comingMonth(today, first);
  const [from, to] = [period(year, first, 1), period(year, second, 1)];
  if (from === 'no-such-day' || to === 'no-such-day') return 'no-such-day';
  return { span: { start: from.span.start, end: to.span.end, precision: 'month' }, doubt: 'period' };
}

function dayOfThisMonth(match: RegExpExecArray, today: DateTime): SpanReading | null {
  const day = count(match.groups?.day);
  if (!(day >= 1 && day <= 31)) return null;
  const month = day >= today.day ? today : today.plus({ months: 1 });
  return calendarDay(month.year, month.month, day, 'next-month');
}

/** Rules for dates of the calendar. */
export const CHINESE_DATE_RULES: readonly DateRule[] = [
  { pattern: new RegExp(`(?:${YEAR}\\s*的?\\s*)?${MONTH}\\s*的?\\s*(?<day>${N})\\s*[日号]?`, 'g'), read: monthDay },
  {
    pattern: new RegExp(
      `(?:${YEAR}\\s*的?\\s*)?${MONTH}\\s*的?(?<part>月?[底末]|最[后末][一1]天|上旬|中旬|下旬|初|中)`,
      'g',
    ),
    read: partOfMonth,
  },
  {
    pattern: /(?<![\d年一二三四五六七八九十个])(?<month>本?月)(?<part>[底末中初])/g,
    read: (m, today) => partOfMonth(withMonth(m), today),
  },
  {
    pattern: new RegExp(`(?:${YEAR}\\s*的?\\s*)?(?:第?(?<q>[一二三四1-4])\\s*季度?|q(?<q2>[1-4]))(?<end>[底末])?`, 'g'),
    read: quarterOf,
  },
  { pattern: new RegExp(`(?:(?:${YEAR}|(?<bare>\\d{4}))\\s*的?\\s*)?(?<half>上半年|下半年|h[12])`, 'g'), read: halfOf },
  { pattern: new RegExp(`${YEAR}\\s*的?(?<part>年?[底末初中]|最[后末][一1]天|年?以?内)`, 'g'), read: partOfYear },
  { pattern: /(?<![\d年])(?<part>年[底末内]|年前)/g, read: partOfYear },
  {
    pattern: new RegExp(
      `(?:${YEAR}\\s*的?\\s*)?(?<first>[一二三四五六七八九]|\\d(?=[、,]))(?:月?份?[、,])?(?<second>[一二三四五六七八九]|(?<=[、,])\\d)月份?`,
      'g',
    ),
    read: adjacentMonths,
  },
  {
    pattern: new RegExp(`(?:${YEAR}\\s*的?\\s*)?${MONTH}`, 'g'),
    read: (match, today) => {
      const when = monthOf(match, today);
      const sure = match.groups?.year !== undefined && /\d{4}/.test(match.groups.year);
      return when === null ? null : period(when.year, when.month, 1, sure ? undefined : (when.doubt ?? 'period'));
    },
  },
  {
    pattern: new RegExp(YEAR, 'g'),
    read: (match, today) => period(yearOf(match.groups?.year, today) ?? today.year, 1, 12, 'period'),
  },
  { pattern: new RegExp(`(?<![月\\d])(?<day>${N})[号日](?!内|之内|以内|后|以后)`, 'g'), read: dayOfThisMonth },
];

/** 月底 is the end of this month. */
function withMonth(match: RegExpExecArray): RegExpExecArray {
  if (match.groups !== undefined) match.groups.month = '本月';
  return match;
}
