import Nzh from 'nzh';
import { describe, expect, test } from 'vitest';
import { readEnglishNumeral } from '../../src/text/english-numeral.ts';
import { isVagueNumeral, readNumeral } from '../../src/text/numeral.ts';
import fc from '../support/fast-check.ts';

describe('Chinese numerals as people write them', () => {
  test.each([
    ['一亿二', 120_000_000],
    ['三千五', 3500],
    ['一万零五', 10_005],
    ['两百万', 2_000_000],
    ['叁佰万', 3_000_000],
    ['廿五', 25],
    ['卅', 30],
    ['十八', 18],
    ['二〇二七', 2027],
    ['零点五', 0.5],
    ['1.2亿', 120_000_000],
    ['3千5百', 3500],
    ['2亿5000万', 250_000_000],
    ['1,250,000', 1_250_000],
    ['半', 0.5],
    ['半亿', 50_000_000],
    ['一万亿', 1_000_000_000_000],
  ])('%s is %d', (text, value) => expect(readNumeral(text)).toEqual({ value, approx: false }));

  test.each(['二十来', '300多', '一百余', '两千多万'])('%s is a number left open', (text) => {
    expect(readNumeral(text)?.approx).toBe(true);
  });

  test.each(['三五', '两三百', '三百五千', '百万', '1,2', '几百', '', '千'])('%s is no number', (text) => {
    expect(readNumeral(text)).toBeNull();
  });

  test('几百, 上千 and 三五十 name no figure', () => {
    for (const text of ['几百', '上千', '三五十', '十几', '数万']) expect(isVagueNumeral(text)).toBe(true);
    for (const text of ['三百', '二〇二七', '三点一四']) expect(isVagueNumeral(text)).toBe(false);
  });

  test('agrees with nzh on everything nzh writes, in plain and in financial characters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => {
        expect(readNumeral(Nzh.cn.encodeS(n))?.value).toBe(n);
        expect(readNumeral(Nzh.cn.encodeB(n))?.value).toBe(n);
      }),
      { numRuns: 500 },
    );
  });
});

describe('English numerals as people write them', () => {
  test.each([
    ['half a million', 500_000],
    ['two and a half million', 2_500_000],
    ['one hundred and twenty million', 120_000_000],
    ['four hundred thousand', 400_000],
    ['twenty-five', 25],
    ['1.5bn', 1_500_000_000],
    ['500k', 500_000],
    ['4 mn', 4_000_000],
    ['a dozen', 12],
    ['a quarter of a million', 250_000],
  ])('%s is %d', (text, value) => expect(readEnglishNumeral(text)?.value).toBe(value));

  test.each(['', 'apple', 'five six', '3 4', 'million five thousand million'])('%s is no number', (text) => {
    expect(readEnglishNumeral(text)).toBeNull();
  });
});
