import { describe, expect, test } from 'vitest';
import { indicatorGaps, indicatorText, readIndicators } from '../../src/programme/indicator.ts';
import { clinicQuestion, fillGap, indicatorRows, kindOf, nextGap } from '../../src/programme/indicator-clinic.ts';
import { loadIndicatorKinds } from '../../src/programme/load-indicator-kinds.ts';
import type { Indicator } from '../../src/programme/records.ts';
import fc from '../support/fast-check.ts';
import { dataFile } from './real-forms.ts';

const kinds = loadIndicatorKinds(dataFile('lexicon/indicator-kinds.json'), 'data/lexicon/indicator-kinds.json');
const indicator = (name: string, change: Partial<Indicator> = {}): Indicator => ({
  name,
  operator: '',
  value: '',
  unit: '',
  method: '',
  ...change,
});

describe('an indicator is known by its name', () => {
  test.each([
    ['水溶肥放置不分层', 'stability'],
    ['击穿强度', 'breakdown'],
    ['抗拉强度', 'strength'],
    ['擊穿強度', 'breakdown'],
    ['SiO2纯度', 'purity'],
    ['铁损 P1.5/50', 'magnetic'],
    ['电池能量密度', 'energy-density'],
    ['单位产品能耗', 'energy-use'],
    ['循环寿命', 'lifetime'],
    ['整机噪声', 'noise'],
    ['纤维利用率', 'efficiency'],
    ['COD去除率', 'efficiency'],
    ['出水COD', 'environment'],
    ['缺陷检出率', 'accuracy'],
    ['成品率', 'yield'],
    ['水稻亩产', 'crop'],
    ['生产成本', 'cost'],
    ['面形精度', 'size'],
    ['Storage time', 'stability'],
    ['Tensile strength', 'strength'],
    ['service life', 'lifetime'],
    ['国产化', 'general'],
  ])('%s: %s', (name, id) => {
    expect(kindOf(indicator(name), kinds)?.id).toBe(id);
  });

  test('or by its unit', () => {
    expect(kindOf(indicator('电芯', { unit: 'Wh/kg' }), kinds)?.id).toBe('energy-density');
  });
});

describe('one gap makes one question with at most four answers to tap', () => {
  test('how long a fertiliser must keep', () => {
    const asked = clinicQuestion(indicator('水溶肥不分层'), 'value', kinds);
    expect(asked.question.zh).toBe('“水溶肥不分层”：放多久还要保持不变？');
    expect(asked.choices.map((choice) => choice.label.zh)).toEqual([
      '3 个月以上',
      '6 个月以上',
      '12 个月以上',
      '还没定，以后再说',
    ]);
    expect(asked.choices.at(-1)?.text).toBeNull();
  });

  test('by which standard a paper is tested', () => {
    const asked = clinicQuestion(indicator('击穿强度', { value: '45', unit: 'kV/mm' }), 'method', kinds);
    expect(asked.question.zh).toBe('“击穿强度”按哪个标准或办法测？');
    expect(asked.choices[0]?.text).toBe('GB/T 1408.1');
  });

  test('a tap fills what it says', () => {
    const asked = clinicQuestion(indicator('水溶肥不分层'), 'value', kinds);
    const filled = fillGap(indicator('水溶肥不分层'), 'value', asked.choices[1]?.text ?? '');
    expect(filled).toEqual(indicator('水溶肥不分层', { operator: '≥', value: '6', unit: '个月' }));
    expect(indicatorGaps(filled)).toEqual(['method']);
  });

  test.each(kinds.kinds.map((kind) => [kind.id, kind] as const))(
    '%s: every proposed value is read in full',
    (_id, kind) => {
      for (const choice of kind.value.choices) {
        const filled = fillGap(indicator('x'), 'value', choice.text);
        expect(filled.value).not.toBe('');
        if (!kind.unitless) expect(filled.unit).not.toBe('');
      }
      expect(kind.value.question.zh).toContain('{name}');
      expect(kind.method.choices.length).toBeGreaterThan(0);
    },
  );

  test('no kind shares a word with another', () => {
    const words = kinds.kinds.flatMap((kind) => kind.words);
    expect(words.filter((word, index) => words.indexOf(word) < index)).toEqual(['折射率']);
  });
});

describe('what people type instead is taken as well', () => {
  test.each([
    ['value', '不低于45kV/mm', { operator: '≥', value: '45', unit: 'kV/mm' }],
    ['value', '至少六个月，常温留样观察', { operator: '≥', value: '6', unit: '个月' }],
    ['value', '降低10%', { value: '降低10', unit: '%' }],
    ['value', '越高越好', { value: '越高越好' }],
    ['value', '50-80 nm', { operator: '范围', value: '50–80', unit: 'nm' }],
    ['unit', ' 个月 ', { unit: '个月' }],
    ['method', 'GB/T 1408.1', { method: 'GB/T 1408.1' }],
    ['value', '   ', {}],
  ] as const)('%s: %s', (gap, text, change) => {
    expect(fillGap(indicator('x'), gap, text)).toEqual(indicator('x', change));
  });

  test('any text whatever fills without harm, and the other parts stay', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('value' as const, 'unit' as const, 'method' as const),
        fc.string({ unit: 'binary', maxLength: 400 }),
        (gap, text) => {
          const filled = fillGap(indicator('名', { value: '1', unit: 'mm', method: '称重' }), gap, text);
          expect(filled.name).toBe('名');
          expect(filled.method.length).toBeLessThanOrEqual(200);
          expect(filled.value.length).toBeLessThanOrEqual(400);
        },
      ),
    );
  });
});

describe('the clinic never blocks', () => {
  const vague = readIndicators('提高稳定性；击穿强度≥45kV/mm；折射率不低于1.85');

  test('gaps are taken one by one, those left open are not asked again', () => {
    expect(nextGap(vague, new Set())).toEqual({ row: 0, gap: 'value' });
    expect(nextGap(vague, new Set(['0.value']))).toEqual({ row: 0, gap: 'unit' });
    expect(nextGap(vague, new Set(['0.value', '0.unit', '0.method']))).toEqual({ row: 1, gap: 'method' });
    expect(nextGap(vague, new Set(['0.value', '0.unit', '0.method', '1.method', '2.method']))).toBeNull();
  });

  test('at most three questions an indicator', () => {
    for (const each of vague) expect(indicatorGaps(each).length).toBeLessThanOrEqual(3);
  });

  test('what is missing is stored as left open', () => {
    expect(indicatorRows(vague)[0]).toEqual({
      name: '提高稳定性',
      operator: null,
      value: null,
      unit: null,
      method: null,
    });
  });

  test('a long name is shortened in the question, a name with a dollar sign is harmless', () => {
    const asked = clinicQuestion(indicator(`$& ${'长'.repeat(80)}`), 'method', kinds);
    expect(asked.question.zh.length).toBeLessThan(60);
    expect(asked.question.zh).toContain('$&');
  });
});

test('a broken file of kinds is named', () => {
  expect(() => loadIndicatorKinds({ kinds: [] }, 'data/lexicon/x.json')).toThrow(/data\/lexicon\/x\.json/);
});

test('a mended indicator reads as a sentence', () => {
  const value = fillGap(indicator('水溶肥不分层'), 'value', '≥6个月');
  expect(indicatorText(fillGap(value, 'method', '常温留样，定期观察'))).toBe(
    '水溶肥不分层 ≥ 6 个月（常温留样，定期观察）',
  );
});
