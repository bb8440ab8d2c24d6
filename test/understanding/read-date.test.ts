import { describe, expect, test } from 'vitest';
import { deadline, field, shown } from './reading-scene.ts';

describe('days are read in Chinese and English, from the calendar and from today', () => {
  test.each([
    ['2027-06-30', '2027-06-30'],
    ['2027/6/3', '2027-06-03'],
    ['20270630', '2027-06-30'],
    ['二〇二七年六月三十日', '2027-06-30'],
    ['民国116年5月4日', '2027-05-04'],
    ['明年五月底', '2027-05-31'],
    ['后年二月底', '2028-02-29'],
    ['12月20号前完成', '2026-12-20'],
    ['下周三', '2026-11-25'],
    ['下下周一', '2026-11-30'],
    ['60天内', '2027-01-21'],
    ['半年后', '2027-05-22'],
    ['再过两个月', '2027-01-22'],
    ['大后天', '2026-11-25'],
    ['月底', '2026-11-30'],
    ['年底之前', '2026-12-31'],
    ['明年国庆', '2027-10-01'],
    ['明年二季度末', '2027-06-30'],
    ['by 3 May 2027, thanks', '2027-05-03'],
    ['June 1st, 2027', '2027-06-01'],
    ['end of next year', '2027-12-31'],
    ['in six weeks', '2027-01-03'],
    ['31/12/2027', '2027-12-31'],
  ])('%s is %s', (text, day) => expect(shown(deadline, text)).toBe(day));

  test('a period keeps both its ends', () => {
    expect(shown(deadline, '2028年Q3')).toBe('2028-07-01…2028-09-30');
    expect(shown(deadline, '2027年上半年')).toBe('2027-01-01…2027-06-30');
    expect(shown(deadline, 'May 2027')).toBe('2027-05-01…2027-05-31');
  });
});

describe('doubt of the year, the week or the order of day and month is asked', () => {
  test.each([
    ['三月五号', '? 2027-03-05 (next-year)'],
    ['这周四', '? 2026-11-26 (week)'],
    ['next Tuesday', '? 2026-11-24 (week)'],
    ['05/06/2027', '? 2027-05-06 (day-order)'],
    ['6.5', '? 2027-06-05 (day-order)'],
    ['后年', '? 2028-01-01…2028-12-31 (period)'],
    ['明年五六月份', '? 2027-05-01…2027-06-30 (period)'],
    ['明年五月中旬', '? 2027-05-11…2027-05-20 (period)'],
    ['春节前', '? 2027-02-06 (festival)'],
    ['2027年3月到2028年8月', '? 2027-03-01…2028-08-31 (range)'],
  ])('%s gives %s', (text, outcome) => expect(shown(deadline, text)).toBe(outcome));
});

describe('what is no day to come is refused', () => {
  test.each([
    ['今年三月一日', '! past'],
    ['昨天', '! past'],
    ['2026-11-22', '! past'],
    ['2027年2月29日', '! no-such-day'],
    ['April 31', '! no-such-day'],
    ['2027年15月3日', '! no-such-day'],
    ['尽快', '! not-a-date'],
    ['不要早于明年三月五日', '! not-a-date'],
    ['明年六月行不行？', '! is-question'],
    ['明年3月1日或者明年5月1日', '! several-dates'],
    ['还没定', '! date-undecided'],
  ])('%s: %s', (text, reason) => expect(shown(deadline, text)).toBe(reason));

  test('the last day of a month or a year is that day', () => {
    expect(shown(deadline, '明年七月最后一天')).toBe('2027-07-31');
    expect(shown(deadline, '2027年2月的最后1天')).toBe('2027-02-28');
    expect(shown(deadline, '明年最后一天')).toBe('2027-12-31');
  });

  test('a day of the past is fine where the field does not ask for the future', () => {
    expect(shown(field('date'), '2020年5月4日')).toBe('2020-05-04');
  });
});
