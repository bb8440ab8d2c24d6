import { expect, test } from 'vitest';
import { namedCues, overAnswers } from '../../src/understanding/cues.ts';
import { context, field, form } from './reading-scene.ts';

const fields = [
  field('text', { id: 'org', label: { zh: '单位名称', en: 'Organisation' } }),
  field('phone', { id: 'phone', phone: 'any' }),
  field('money', { id: 'budget', label: { zh: '预算', en: 'Budget' }, unit: { zh: '万元', en: '10k' } }),
  field('duration', { id: 'term', unit: { zh: '个月', en: 'months' } }),
  field('number', { id: 'team', label: { zh: '团队人数', en: 'Team size' } }),
];

function kept(text: string, answers: Record<string, string> = {}): Record<string, unknown> {
  return Object.fromEntries(overAnswers(text, { ...context, fields, answers }).map((cue) => [cue.path, cue.value]));
}

test('an opening message fills what it says with certainty', () => {
  expect(kept('我们赣北大学想揭桥梁钢那个榜，预算1800万，两年做完，电话13600136000')).toEqual({
    org: '赣北大学',
    phone: '13600136000',
    budget: { yuan: 18_000_000 },
    term: { months: 24 },
  });
  expect(
    kept('We (Ganjiang Institute of Technology) would like to bid, 9 million yuan over 30 months, 7 people'),
  ).toEqual({
    org: 'Ganjiang Institute of Technology',
    budget: { yuan: 9_000_000 },
    term: { months: 30 },
    team: 7,
  });
});

test('of several sums and times in a story the one offered counts', () => {
  expect(kept('研究了三年没搞定，花了两百万，现在能出五百万，两年内拿下')).toEqual({
    budget: { yuan: 5_000_000 },
    term: { months: 24 },
  });
  expect(kept('肥料放三个月就结块，去年赔了八十万，预算一百二十万')).toEqual({ budget: { yuan: 1_200_000 } });
  expect(kept('Our membranes only last 6 months. We can pay 3 million yuan, done within 2 years.')).toEqual({
    budget: { yuan: 3_000_000 },
    term: { months: 24 },
  });
  expect(kept('寿命要达到5年，经费四百万')).toEqual({ budget: { yuan: 4_000_000 } });
});

test('doubtful values and filled fields are left alone', () => {
  expect(kept('预算大概几百万，两三年')).toEqual({});
  expect(kept('我们赣北大学想揭榜', { org: '赣江大学' })).toEqual({});
  expect(kept('看看有没有适合我的')).toEqual({});
});

test('a need told at once fills the real form', () => {
  const need = form('need');
  const cues = overAnswers('发布需求：涂层起皮，研发投入300万，一年内解决', {
    ...context,
    fields: need.stages[0]?.fields ?? [],
    answers: {},
  });
  expect(cues.map((cue) => [cue.path, cue.value])).toEqual(
    expect.arrayContaining([
      ['money', { yuan: 3_000_000 }],
      ['term', { months: 12 }],
    ]),
  );
});

test('Chinese parts of a message may be set apart by spaces alone', () => {
  const bid = form('application-enterprise-demand').stages[0]?.fields ?? [];
  const { cues, rest } = namedCues('赣北大学 负责人周敏 电话13600136000', {
    ...context,
    fields: bid,
    answers: {},
    inHand: 'unit',
  });
  expect(cues.map(({ path, value }) => [path, value])).toEqual([
    ['lead', '周敏'],
    ['contact', '13600136000'],
  ]);
  expect(rest).toBe('赣北大学');
});
