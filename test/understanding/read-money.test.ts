import { describe, expect, test } from 'vitest';
import { field, money, shown, WAN } from './reading-scene.ts';

const onlyOne = field('money', { unit: WAN, min: 5_000_000, max: 10_000_000 });

describe('money is read into whole yuan', () => {
  test.each([
    ['二千六百万', '26000000'],
    ['两亿三', '230000000'],
    ['贰佰伍拾万圆整', '2500000'],
    ['７５０萬', '7500000'],
    ['1，200，000元', '1200000'],
    ['¥ 2,400,000', '2400000'],
    ['650w', '6500000'],
    ['一个亿', '100000000'],
    ['半个亿', '50000000'],
    ['2亿5千万', '250000000'],
    ['我们打算投入660万元，谢谢您', '6600000'],
    ['900万（玖佰万元）', '9000000'],
    ['RMB 7m', '7000000'],
    ['two and a half million yuan', '2500000'],
    ['a quarter of a million yuan', '250000'],
    ['300k yuan', '300000'],
    ['大约四百万', '~4000000'],
    ['300到450万', '3000000-4500000'],
    ['between 5 and 10 million yuan', '5000000-10000000'],
    ['不是300万，是350万', '3500000'],
    ['40 million not 4 million', '40000000'],
  ])('%s is %s', (text, value) => expect(shown(money, text)).toBe(value));
});

describe('a doubtful sum is asked, never stored', () => {
  test.each([
    ['20000000', '? 20000000 (unit)'],
    ['四千五', '? 45000000 (unit)'],
    ['三百来万', '? ~3000000 (approx)'],
    ['六七百万左右', '? 6000000-7000000 (range)'],
    ['二到四百万', '? 2000000-4000000 (range)'],
    ['900-600万', '? 6000000-9000000 (range)'],
    ['可能600万', '? 6000000 (talk)'],
    ['2kw', '? 20000000 (unit)'],
    ['300.123456万', '? 3001235 (rounded)'],
    ['5000亿', '? 500000000000 (large)'],
  ])('%s gives %s', (text, outcome) => expect(shown(money, text)).toBe(outcome));

  test('a bare number takes the unit of the question while it is small', () => {
    expect(shown(money, '650')).toBe('6500000');
    expect(shown(money, '60000')).toBe('! money-unit');
  });
});

describe('what is no sum is refused with a reason', () => {
  test.each([
    ['好几百万', '! money-vague'],
    ['上亿', '! money-vague'],
    ['二十万美金', '! foreign-currency'],
    ['€2m', '! foreign-currency'],
    ['-200万', '! not-positive'],
    ['0元', '! not-positive'],
    ['每年80万', '! money-rate'],
    ['第一年200万，第二年300万', '! several'],
    ['看情况吧', '! not-money'],
    ['800万够不够？', '! is-question'],
    ['😀', '! no-words'],
  ])('%s: %s', (text, reason) => expect(shown(money, text)).toBe(reason));
});

test('a field for one figure asks which end of a range is meant, and keeps its bounds', () => {
  expect(shown(onlyOne, '600-800万')).toBe('! one-figure');
  expect(shown(onlyOne, '不超过800万')).toBe('? 8000000 (upper-bound)');
  expect(shown(onlyOne, '80万')).toBe('! money-below');
  expect(shown(onlyOne, '8000万')).toBe('! money-above');
  expect(shown(onlyOne, '待定')).toBe('! undecided');
});

test('未定 and 面议 are answers where the field allows them', () => {
  expect(shown(money, '还没定')).toBe('{"undecided":true}');
  expect(shown(money, 'to be negotiated')).toBe('{"undecided":true}');
});
