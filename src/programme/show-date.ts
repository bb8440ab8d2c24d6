/** Days and spans as people read them; the weekday is a check on slips. */
import { DateTime } from 'luxon';
import type { DateAnswer, DurationAnswer } from './answer.ts';
import type { Locale } from './records.ts';

const WEEKDAYS_ZH = ['一', '二', '三', '四', '五', '六', '日'];
const QUARTERS_ZH = ['一', '二', '三', '四'];

/** `2027-01-08（周五）` / `2027-01-08 (Fri)` for an ISO day; anything else is shown as it is. */
export function showDay(day: string, locale: Locale): string {
  const date = DateTime.fromISO(day, { zone: 'utc', locale: 'en' });
  if (!date.isValid) return day;
  return locale === 'en' ? `${day} (${date.toFormat('ccc')})` : `${day}（周${WEEKDAYS_ZH[date.weekday - 1] ?? ''}）`;
}

/** A day, a span of days, or the month, quarter, half or year it was said as. */
export function showDate(date: DateAnswer, locale: Locale): string {
  const start = DateTime.fromISO(date.start, { zone: 'utc', locale: 'en' });
  if (!start.isValid) return date.start;
  if (date.precision !== 'day') return locale === 'en' ? spanInEnglish(start, date) : spanInChinese(start, date);
  if (date.start === date.end) return showDay(date.start, locale);
  return `${showDay(date.start, locale)}${locale === 'en' ? ' to ' : '至'}${showDay(date.end, locale)}`;
}

function spanInChinese(start: DateTime, { precision }: DateAnswer): string {
  if (precision === 'month') return `${start.year}年${start.month}月`;
  if (precision === 'quarter') return `${start.year}年第${QUARTERS_ZH[start.quarter - 1] ?? ''}季度`;
  return `${start.year}年${precision === 'half' ? (start.month < 7 ? '上半年' : '下半年') : ''}`;
}

function spanInEnglish(start: DateTime, { precision }: DateAnswer): string {
  if (precision === 'month') return start.toFormat('LLLL yyyy');
  if (precision === 'quarter') return `Q${start.quarter} ${start.year}`;
  return `${precision === 'half' ? (start.month < 7 ? 'first half of ' : 'second half of ') : ''}${start.year}`;
}

/** `36个月（3年）` / `36 months (3 years)`. */
export function showDuration({ months, approx }: DurationAnswer, locale: Locale): string {
  const years = months >= 12 && months % 12 === 0 ? months / 12 : 0;
  if (locale !== 'en') return `${approx ? '约' : ''}${months}个月${years ? `（${years}年）` : ''}`;
  const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  return `${approx ? 'about ' : ''}${plural(months, 'month')}${years ? ` (${plural(years, 'year')})` : ''}`;
}
