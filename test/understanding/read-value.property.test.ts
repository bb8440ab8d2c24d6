import { describe, expect, test } from 'vitest';
import { showMoney } from '../../src/programme/show-money.ts';
import { toTraditional } from '../../src/text/script.ts';
import { interpret } from '../../src/understanding/interpret.ts';
import { READABLE_KINDS, readValue } from '../../src/understanding/read-value.ts';
import fc from '../support/fast-check.ts';
import { context, deadline, field, form, money, reading } from './reading-scene.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '三',
        '百',
        '万',
        '亿',
        '年',
        '月',
        '底',
        '半',
        '下',
        '周',
        '五',
        '到',
        '-',
        '.',
        '1',
        '0',
        '不',
        '是',
        '改成',
        '，',
        '?',
        ' ',
        'm',
        'half',
        '@',
        '第',
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join('')),
);

describe('reading never throws', () => {
  test.each(READABLE_KINDS)('as a value of kind %s', (kind) => {
    const of = field(kind, { optionsFrom: 'sectors', cells: [field('text'), field('money')] });
    fc.assert(
      fc.property(anything, (text) => ['accept', 'confirm', 'reject'].includes(readValue(of, text, context).outcome)),
      { numRuns: 150 },
    );
  });

  test.each([
    'idle',
    'field',
    'confirm-value',
    'review',
    'cancel',
    'choose',
    'consent',
    'confirm',
    'reason',
    'handoff',
  ] as const)('as a message while %s is open', (focus) => {
    const need = form('need');
    const setting = reading({ focus, form: need, stage: 'post', answers: { unit: '赣北大学' }, field: money });
    fc.assert(
      fc.property(anything, (text) => interpret(text, setting).commands.length >= 0),
      { numRuns: 100 },
    );
  });

  test('a megabyte of anything is answered at once', () => {
    for (const part of ['揭', '9', '三', 'a ', '万', '(', '第1项 ', '不是', '\u0301', '1,', '2027年']) {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      for (const kind of READABLE_KINDS) readValue(field(kind), text, context);
      expect(interpret(text, reading()).commands).toHaveLength(1);
      expect(interpret(text, reading({ focus: 'field', field: field('long-text') })).commands).toHaveLength(1);
    }
  });
});

test('a sum shown and read again is itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom('zh', 'en'), (wan, locale) => {
      const reread = readValue(money, showMoney({ yuan: wan * 10_000 }, locale === 'en' ? 'en' : 'zh'), context);
      expect(reread).toEqual({ outcome: 'accept', value: { yuan: wan * 10_000 } });
    }),
  );
});

test('a day written in three ways is one day', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-11-23'), max: new Date('2060-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      const [year, month, date2] = day.split('-').map(Number);
      for (const text of [day, `${year}年${month}月${date2}日`, `${year}/${month}/${date2}`]) {
        expect(readValue(deadline, text, context)).toMatchObject({
          outcome: 'accept',
          value: { start: day, end: day },
        });
      }
    }),
  );
});

test('繁體與简体读出来一样', () => {
  const texts = [
    '三千万左右',
    '两亿',
    '不超过五百万',
    '明年三月底',
    '一年半',
    '百分之二十',
    '没问题',
    '应该可以吧',
    '新能源',
    '第二个',
    '后补助上限是多少',
    '我要揭这个榜',
    '把我的信息删了',
    '跳过',
    '继续填写',
  ];
  for (const text of texts) {
    for (const of of [
      money,
      deadline,
      field('duration'),
      field('percent'),
      field('yes-no'),
      field('choice', { optionsFrom: 'sectors' }),
    ]) {
      expect(readValue(of, toTraditional(text), context)).toEqual(readValue(of, text, context));
    }
    const [simplified, traditional] = [interpret(text, reading()), interpret(toTraditional(text), reading())];
    expect(traditional.why).toBe(simplified.why);
    expect(traditional.commands.map((command) => command.do)).toEqual(simplified.commands.map((command) => command.do));
  }
});
