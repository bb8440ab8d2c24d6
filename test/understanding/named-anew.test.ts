import { describe, expect, test } from 'vitest';
import { interpret } from '../../src/understanding/interpret.ts';
import { field, reading } from './reading-scene.ts';

const label = (zh: string, en: string) => ({ zh, en });
const budget = field('money', { id: 'budget', label: label('预算', 'Budget'), unit: label('万元', '10,000 yuan') });
const term = field('duration', {
  id: 'term',
  label: label('执行期限', 'Duration'),
  aliases: ['工期'],
  unit: label('个月', 'months'),
});
const phone = field('phone', { id: 'phone', label: label('联系电话', 'Phone') });
const share = field('percent', { id: 'share', label: label('自筹比例', 'Own share') });
const title = field('text', { id: 'title', label: label('需求名称', 'Title'), max: 60 });
const rights = field('long-text', { id: 'rights', label: label('知识产权', 'Rights') });
const stage = {
  id: 'one',
  title: label('一', 'One'),
  fields: [budget, term, phone, share, title, rights],
  submits: 'need' as const,
};
const form = { id: 'need', version: 1, title: label('需求', 'Need'), stages: [stage], rules: [] };
const answers = { budget: { yuan: 5_000_000 }, term: { months: 24 }, phone: '13800138000', title: '滤膜' };

function at(inHand: typeof budget, said: string, known: object = answers): unknown {
  const context = reading({ focus: 'field', form, stage: 'one', field: inHand, answers: { ...known } });
  return interpret(said, context).commands;
}

const corrected = (path: string, text: string) => [{ do: 'correct', path, text }];

describe('an answer given before, said anew at another question', () => {
  test.each([
    [share, '对了，预算可以到七百万', corrected('budget', '七百万')],
    [rights, '工期可以放宽到30个月', corrected('term', '30个月')],
    [rights, '另外，工期要延長到三十個月', corrected('term', '三十個月')],
    [title, '哦电话13900139000', corrected('phone', '13900139000')],
    [share, '我电话13900139000，随时打', corrected('phone', '13900139000')],
    [share, '不是，六百五十万', corrected('budget', '六百五十万')],
    [title, 'no, 6 million yuan', corrected('budget', '6 million yuan')],
    [share, 'sorry, make it 30 months', corrected('term', '30 months')],
    [title, '两年半内搞定', corrected('term', '两年半内搞定')],
  ])('at %o: %s', (inHand, said, commands) => {
    expect(at(inHand, said)).toEqual(commands);
  });

  test('what the question in hand can take is its answer', () => {
    expect(at(share, '不是，35%')).toEqual([{ do: 'answer', text: '35%' }]);
    expect(at(share, 'make it 35%')).toEqual([{ do: 'answer', text: 'make it 35%' }]);
    expect(at(rights, '归企业，预算另算')).toEqual([{ do: 'answer', text: '归企业，预算另算' }]);
    expect(at(title, '三年期高可靠传感器')).toEqual([{ do: 'answer', text: '三年期高可靠传感器' }]);
  });
});

test('a number or a term said too early is kept and the question asked again', () => {
  expect(at(budget, '我手机13900139000，有事打这个', {})).toEqual([{ do: 'set', path: 'phone', value: '13900139000' }]);
  expect(at(title, '预算三千万，三年内完成', {})).toMatchObject([
    { do: 'set', path: 'budget' },
    { do: 'set', path: 'term', value: { months: 36 } },
  ]);
});

test('the wish to change and the new value in two clauses are one correction', () => {
  const review = reading({ focus: 'review', form, stage: 'one', answers });
  expect(interpret('需求名称也改一下，叫陶瓷滤膜', review).commands).toEqual(corrected('title', '陶瓷滤膜'));
  expect(interpret('电话换一个，13900139000', review).commands).toEqual(corrected('phone', '13900139000'));
});
