/** Chinese dates told from today: 90天内, 下下周五, 后天, 春节前. Text must be folded. */
import type { DateTime } from 'luxon';
import { calendarDay, count, type DateRule, type SpanReading, single, span } from './date-span.ts';

const N = '[\\d零〇一二两三四五六七八九十百半]+';
const DAYS: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  今天: 0,
  今日: 0,
  今晚: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
};
const FESTIVALS: Readonly<Record<string, readonly [number, number]>> = {
  元旦: [1, 1],
  五一: [5, 1],
  劳动节: [5, 1],
  妇女节: [3, 8],
  青年节: [5, 4],
  儿童节: [6, 1],
  六一: [6, 1],
  建军节: [8, 1],
  教师节: [9, 10],
  七一: [7, 1],
  国庆: [10, 1],
  十一: [10, 1],
  圣诞: [12, 25],
};
const LUNAR: Readonly<Record<string, readonly [number, number]>> = {
  春节: [1, 1],
  过年: [1, 1],
  元宵: [1, 15],
  端午: [5, 5],
  中秋: [8, 15],
};
const YEARS: Readonly<Record<string, number>> = { 今年: 0, 明年: 1, 来年: 1, 后年: 2 };

/** Whole months and days from today, 半 included; null when the words make no length. */
function later(amount: string, unit: string, half: boolean, today: DateTime): DateTime | null {
  const n = (readHalf(amount) ?? Number.NaN) + (half ? 0.5 : 0);
  if (Number.isNaN(n) || n > 1200) return null;
  if (/天|日/.test(unit)) return today.plus({ days: Math.round(n) });
  if (/周|星期|礼拜/.test(unit)) return today.plus({ days: Math.round(n * 7) });
  const months = n * (unit.includes('年') ? 12 : unit.includes('季') ? 3 : 1);
  return today.plus({ months: Math.floor(months), days: Math.round((months % 1) * 30) });
}

function readHalf(text: string): number | null {
  return text === '半' ? 0.5 : Number.isNaN(count(text)) ? null : count(text);
}

function fromToday(match: RegExpExecArray, today: DateTime): SpanReading | null {
  const { n, half1, unit, half2 } = match.groups ?? {};
  const day = later(n ?? '', unit ?? '', half1 !== undefined || half2 !== undefined, today);
  return day === null ? null : single(day);
}

function workingDays(match: RegExpExecArray, today: DateTime): SpanReading | null {
  let left = count(match.groups?.n);
  if (!(left > 0 && left <= 500)) return null;
  let day = today;
  while (left > 0) {
    day = day.plus({ days: 1 });
    if (day.weekday < 6) left--;
  }
  return single(day, 'working-days');
}

/** 下周五 counts weeks from Monday; a day of this week that is over means the coming one, asked. */
function weekday(match: RegExpExecArray, today: DateTime): SpanReading {
  const { which, day } = match.groups ?? {};
  const shift = which === undefined ? 0 : which.startsWith('上') ? -1 : (which.match(/下/g) ?? []).length;
  const monday = today.minus({ days: today.weekday - 1 }).plus({ weeks: shift });
  if (day === undefined) return { span: span(monday, monday.plus({ days: 6 }), 'day'), doubt: 'week' };
  if (day === '末') return { span: span(monday.plus({ days: 5 }), monday.plus({ days: 6 }), 'day'), doubt: 'week' };
  const index = '日天'.includes(day) ? 7 : /\d/.test(day) ? Number(day) : '一二三四五六'.indexOf(day) + 1;
  const then = monday.plus({ days: index - 1 });
  if (shift === 0 && then <= today) return single(then.plus({ weeks: 1 }), 'week');
  return single(then, which === undefined ? 'week' : undefined);
}

/** Spring Festivals so near midnight or so often asked for that the runtime's calendar is not relied on. */
const SPRING_FESTIVALS: Readonly<Record<number, readonly [number, number]>> = {
  2026: [2, 17],
  2027: [2, 6],
  2028: [1, 26],
  2029: [2, 13],
  2030: [2, 3],
  2031: [1, 23],
  2032: [2, 11],
  2033: [1, 31],
  2034: [2, 19],
  2035: [2, 8],
};
let lunar: Intl.DateTimeFormat | null = null;

/** The day of a lunar festival in a year, by the runtime's own Chinese calendar; a leap month never matches. */
function lunarDay(year: number, month: number, day: number, today: DateTime): DateTime | null {
  const spring = SPRING_FESTIVALS[year];
  if (month === 1 && spring !== undefined) {
    return today.set({ year, month: spring[0], day: spring[1] }).plus({ days: day - 1 });
  }
  lunar ??= new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const start = today.set({ year, month: 1, day: 15 });
  for (let n = 0; n < 300; n++) {
    const then = start.plus({ days: n });
    if (lunar.format(then.toJSDate()) === `${month}/${day}`) return then;
  }
  return null;
}

function festival(match: RegExpExecArray, today: DateTime): SpanReading | null {
  const { year, name } = match.groups ?? {};
  const said = year === undefined ? undefined : (YEARS[year] ?? Number.NaN);
  const numbered = Number(/\d{4}/.exec(year ?? '')?.[0]);
  const known = said === undefined ? undefined : Number.isNaN(said) ? numbered : today.year + said;
  const [fixed, moving] = [FESTIVALS[name ?? ''], LUNAR[name ?? '']];
  for (const candidate of known === undefined ? [today.year, today.year + 1] : [known]) {
    const day = fixed === undefined ? null : today.set({ year: candidate, month: fixed[0], day: fixed[1] });
    const then = moving === undefined ? day : lunarDay(candidate, moving[0], moving[1], today);
    if (then === null || (known === undefined && then < today)) continue;
    const doubt = moving !== undefined || known === undefined ? 'festival' : undefined;
    return fixed === undefined ? single(then, doubt) : calendarDay(then.year, then.month, then.day, doubt);
  }
  return null;
}

/** Rules for dates told from today. */
export const RELATIVE_DATE_RULES: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `(?:再?过)?(?<n>${N})\\s*个?(?<half1>半)?(?<unit>天|日|周|星期|礼拜|季度|月|年)(?<half2>半)?(?:的?时间)?(?:之内|以内|内|之后|以后|过后|后)`,
      'g',
    ),
    read: fromToday,
  },
  {
    pattern: new RegExp(`再?过(?<n>${N})\\s*个?(?<half1>半)?(?<unit>天|日|周|星期|礼拜|季度|月|年)(?<half2>半)?`, 'g'),
    read: fromToday,
  },
  { pattern: new RegExp(`(?<n>${N})个?工作日(?:之内|以内|内|之后|以后|后)?`, 'g'), read: workingDays },
  {
    pattern: /大前天|大后天|今天|今日|今晚|明天|明日|后天|昨天|前天/g,
    read: (match, today) => single(today.plus({ days: DAYS[match[0]] ?? 0 })),
  },
  {
    pattern: /(?<which>上个?|这个?|本|下下个?|下个?)?(?:周|星期|礼拜)(?<day>[一二三四五六日天末1-7])(?![\d天周月年])/g,
    read: weekday,
  },
  { pattern: /(?<which>上个?|这个?|本|下下个?|下个?)(?:周|星期|礼拜)(?![一二三四五六日天末1-7])/g, read: weekday },
  {
    pattern: new RegExp(
      `(?<year>今年|明年|来年|后年|\\d{4}年)?(?:的)?(?<name>${[...Object.keys(FESTIVALS), ...Object.keys(LUNAR)].join('|')})节?(?!月)`,
      'g',
    ),
    read: festival,
  },
];
