import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/understanding/command.ts';
import { interpret } from '../../src/understanding/interpret.ts';
import type { InterpretContext } from '../../src/understanding/interpretation.ts';
import { readStaffWord } from '../../src/understanding/staff-words.ts';
import { readTimeLimit } from '../../src/understanding/time-limit.ts';
import fc from '../support/fast-check.ts';
import { context, deadline, field, form, money, reading, shown, TODAY } from './reading-scene.ts';

const need = form('need');
const bid = form('application-key-technology');
const commands = (text: string, more: Partial<InterpretContext> = {}): readonly Command[] =>
  interpret(text, reading(more)).commands;
const inField = (text: string, path: string, of = need, stage = 'post'): readonly Command[] =>
  commands(text, {
    focus: 'field',
    form: of,
    stage,
    field: of.stages.flatMap((each) => each.fields).find(({ id }) => id === path),
    answers: {},
  });

describe('one message with several values', () => {
  test('money and a term said together both count', () =>
    expect(inField('六百万，一年半', 'money')).toEqual([
      { do: 'answer', text: '六百万' },
      { do: 'set', path: 'term', value: { months: 18 } },
    ]));

  test('a name and a way to reach its bearer are told apart', () =>
    expect(inField('赵示例，手机 13700000001', 'lead', bid, 'interest')).toEqual([
      { do: 'set', path: 'contact', value: '13700000001' },
      { do: 'answer', text: '赵示例' },
    ]));

  test('the field in hand said with its name is its answer, not another field’s', () =>
    expect(inField('项目负责人是孙示例', 'lead', bid, 'interest')).toEqual([
      { do: 'answer', text: '项目负责人是孙示例' },
    ]));

  test('parts that fit nothing stay one answer for the parser to mend', () =>
    expect(inField('六百万，蓝色的', 'money')).toEqual([{ do: 'answer', text: '六百万，蓝色的' }]));
});

describe('corrections and looks back', () => {
  const review = { focus: 'review', form: bid, stage: 'interest', answers: { contact: '13700000001' } } as const;

  test.each([
    ['换电话', { do: 'change', path: 'contact' }],
    ['技术路线要改一改', { do: 'change', path: 'route' }],
    ['联系方式换成13700000002', { do: 'correct', path: 'contact', text: '13700000002' }],
    ['除了联系方式，其他都对', { do: 'change', path: 'contact' }],
    ['联系方式我留的是哪个来着', { do: 'review', path: 'contact' }],
    ['行，报上去吧', { do: 'submit' }],
    ['再等一下', { do: 'deny' }],
  ])('%s', (text, meant) => expect(commands(text, review)).toEqual([meant]));

  test('taking up a list is a wish, not the name of an organisation', () =>
    expect(inField('我想揭这个榜', 'unit', bid, 'interest')[0]?.do).toBe('apply'));

  test('a statement with 几天 is an answer to a question about a sector, not a question', () =>
    expect(inField('存几天就发霉', 'sector')).toEqual([{ do: 'answer', text: '存几天就发霉' }]));

  test.each(['1370000000', '李工 13700000'])('%s is told to have too few digits', (text) =>
    expect(shown(field('text', { phone: 'any' }), text)).toBe('! phone-length'),
  );
});

describe('lists that are named', () => {
  test('an unknown number is never the list last spoken of', () => {
    expect(commands('揭榜 L-QRSTV-WXYZ2')).toEqual([{ do: 'apply', listing: 'l-qrstv-wxyz2' }]);
    expect(commands('L-QRSTV-WXYZA 的详情')).toEqual([{ do: 'detail', listing: 'l-qrstv-wxyza' }]);
  });

  test('words that stand in no title are looked for', () =>
    expect(commands('我想揭茶油那个榜')).toEqual([{ do: 'find', words: '茶油', take: '我想揭茶油那个榜' }]));

  test.each([
    ['12月20日之前截止的榜', { until: '2026-12-20' }],
    ['下周截止的有哪些榜', { since: '2026-11-23', until: '2026-11-29' }],
    ['lists that close before 15 January 2027', { until: '2027-01-15' }],
  ])('%s', (text, limit) => expect(commands(text)[0]).toMatchObject({ do: 'find', ...limit }));

  test('a day without closing sets no limit', () => expect(readTimeLimit('明天见', { today: TODAY })).toBeNull());

  test('a weekday that is past means the next one', () =>
    expect(readTimeLimit('这周三之前截止的', { today: TODAY })?.until).toBe('2026-11-25'));
});

describe('the person’s own details', () => {
  test.each(['我调到示例农科院了', '我的邮箱换成示例@example.com', 'my phone number changed to 13700000002'])(
    '%s carries its values',
    (text) => expect(commands(text)).toEqual([{ do: 'profile', words: text }]),
  );
});

describe('staff ask for more in their own words', () => {
  test.each(['请企业补充检测标准', '让他们把指标写清楚', 'ask them for the test report'])('%s', (text) =>
    expect(readStaffWord(text)).toEqual({ word: 'ask-more', reason: text }),
  );
  test.each(['请问今天有几件', '补充维生素'])('%s is no decision', (text) => expect(readStaffWord(text)).toBeNull());
});

describe('values taken back in the same breath', () => {
  test.each([
    [money, '不是300万，是500万', '5000000'],
    [deadline, '不是1月15号，是2月15号', '? 2027-02-15 (next-year)'],
    [field('duration'), '不是一年，是两年', '{"months":24}'],
    [field('phone', { phone: 'any' }), '不是13700000001，是13700000002', '13700000002'],
  ])('%# %s', (of, text, value) => expect(shown(of, text)).toBe(value));
});

describe('whatever is said', () => {
  const word = fc.constantFrom(
    '揭榜',
    '不',
    '改',
    '预算',
    '？',
    '第',
    '三',
    '万',
    '跳过',
    '我',
    '的',
    'L-',
    '😀',
    ' ',
    '明年',
    'not',
    'the',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(word, { maxLength: 14 }).map((all) => all.join('')),
  );

  test('nothing is a crash, and everything is some command', () => {
    fc.assert(
      fc.property(text, (said) => {
        for (const more of [{}, { isStaff: true }, { focus: 'review', form: need, stage: 'post' }] as const)
          expect(commands(said, more).length).toBeGreaterThan(0);
        for (const path of ['problem', 'sector', 'money', 'unit', 'contact'])
          expect(inField(said, path).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('a sum that counted reads the same when it is shown again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 99_999 }), (wan) => {
        const once = shown(money, `${wan}万元`);
        expect(once).toBe(`${wan * 10_000}`);
        expect(shown(money, `${Number(once)}元`)).toBe(once);
      }),
    );
  });

  test('a day that counted reads the same when it is shown again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (days) => {
        const day = new Date(Date.parse(`${context.today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
        expect(shown(deadline, day)).toBe(day);
        const [year, month, date] = day.split('-').map(Number);
        expect(shown(deadline, `${year}年${month}月${date}日`)).toBe(day);
      }),
    );
  });
});
