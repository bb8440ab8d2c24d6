import { describe, expect, test } from 'vitest';
import { fitsGap } from '../../src/programme/indicator-fits.ts';
import { loadIndicatorKinds } from '../../src/programme/load-indicator-kinds.ts';
import { dataFile } from './real-forms.ts';

const { kinds } = loadIndicatorKinds(dataFile('lexicon/indicator-kinds.json'), 'data/lexicon/indicator-kinds.json');

describe('a target needs a number or a comparison', () => {
  test.each([
    '45',
    '不低于45kV/mm',
    '至少六个月',
    '降低一半',
    '不低于现在',
    '翻一番',
    '零泄漏',
    '无裂纹',
    '五成',
    '与进口的一样',
    'zero',
    'no worse than today',
    '５０％',
  ])('%s is one', (text) => expect(fitsGap('value', text)).toBe(true));
  test.each(['我们再商量', '老板还没来', '无所谓', '按国标测', '挺好的', 'whatever you like', 'GB/T 1408.1', ''])(
    '%s is none',
    (text) => expect(fitsGap('value', text)).toBe(false),
  );
});

describe('a test method needs a standard or a way of testing', () => {
  test.each([
    'GB/T 1408.1',
    '按国标测',
    '送省质检院检验',
    '称重',
    '四探针法',
    'ASTM D149',
    'weighed on a scale',
    '与老工艺对比',
    '让用户试用一个月',
  ])('%s is one', (text) => expect(fitsGap('method', text)).toBe(true));
  test.each(['一天最多断一次', '每批不超过三个', '随便吧', '大家看着办', 'as you wish', ''])('%s is none', (text) =>
    expect(fitsGap('method', text)).toBe(false),
  );
});

describe('a unit is short', () => {
  test.each(['个月', 'kV/mm', '%', '℃', '公斤/亩', 'mm²·K/W', 'Ω/□', '次'])('%s is one', (text) =>
    expect(fitsGap('unit', text)).toBe(true),
  );
  test.each(['这个问题我得回去问问', '12', '', '我看，随便！'])('%s is none', (text) =>
    expect(fitsGap('unit', text)).toBe(false),
  );
});

test.each(kinds.map((kind) => [kind.id, kind] as const))('%s: every answer to tap fits its question', (_id, kind) => {
  for (const gap of ['value', 'method'] as const)
    for (const choice of kind[gap].choices)
      expect([choice.text, fitsGap(gap, choice.text)]).toEqual([choice.text, true]);
  for (const unit of kind.units) expect([unit.text, fitsGap('unit', unit.text)]).toEqual([unit.text, true]);
});
