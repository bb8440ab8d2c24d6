import { describe, expect, test } from 'vitest';
import { field, shown } from './reading-scene.ts';

const term = field('duration', { unit: { zh: '个月', en: 'months' }, min: 1, max: 60 });
const people = field('number', { label: { zh: '团队人数', en: 'Team size' } });

describe('durations in months', () => {
  test.each([
    ['两年半', '{"months":30}'],
    ['一年零四个月', '{"months":16}'],
    ['5年以内', '{"months":60}'],
    ['三个季度', '{"months":9}'],
    ['为期十五个月', '{"months":15}'],
    ['约3年', '{"months":36,"approx":true}'],
    ['1 year 3 months', '{"months":15}'],
    ['a year and a half', '{"months":18}'],
    ['30', '{"months":30}'],
    ['3', '? {"months":3} (unit)'],
    ['100天', '? {"months":3} (rounded)'],
    ['两三年', '! duration-vague'],
    ['3-4年', '! duration-range'],
    ['十年', '! duration-above'],
    ['2029年', '! not-a-duration'],
    ['看情况', '! not-a-duration'],
    ['可以延长到三年吗？', '! is-question'],
  ])('%s gives %s', (text, outcome) => expect(shown(term, text)).toBe(outcome));
});

describe('shares in percent', () => {
  test.each([
    ['35％', '35'],
    ['百分之四十五', '45'],
    ['三成五', '35'],
    ['对半', '50'],
    ['四分之一', '25'],
    ['3‰', '0.3'],
    ['forty percent', '40'],
    ['30', '30'],
    ['0.3', '? 30 (percent)'],
    ['三分之二', '? 66.67 (rounded)'],
    ['大概四成', '? 40 (approx)'],
    ['百分百三十', '! percent-garbled'],
    ['三七开', '! percent-which'],
    ['150%', '! percent-above'],
    ['不好说', '! not-a-percent'],
  ])('%s gives %s', (text, outcome) => expect(shown(field('percent'), text)).toBe(outcome));
});

describe('counts', () => {
  test.each([
    ['9个人', '9'],
    ['二十五名', '25'],
    ['廿四', '24'],
    ['俩', '2'],
    ['我们团队有11人', '11'],
    ['a dozen', '12'],
    ['二十来个', '? 20 (approx)'],
    ['around 15 people', '? 15 (approx)'],
    ['四五个', '! number-vague'],
    ['若干', '! number-vague'],
    ['一大堆', '! number-vague'],
    ['来了一些人', '! number-vague'],
    ['一个', '1'],
    ['4-6个', '! number-range'],
    ['12人，其中博士5人', '! several-numbers'],
    ['1.5个', '! not-whole'],
    ['-2', '! not-positive'],
    ['没数过', '! not-a-number'],
  ])('%s gives %s', (text, outcome) => expect(shown(people, text)).toBe(outcome));

  test('zero counts only where the field says so, decimals only where it keeps them', () => {
    expect(shown(people, '0')).toBe('! not-positive');
    expect(shown(field('number', { min: 0 }), '0')).toBe('0');
    expect(shown(field('number', { decimals: 1 }), '2.5')).toBe('2.5');
    expect(shown(field('number', { min: 1, max: 9 }), '12')).toBe('! number-above');
  });
});
