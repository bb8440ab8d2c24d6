import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/programme/answer.ts';
import { proposalFor, proposeProblems, proposeTitle } from '../../src/programme/form-propose.ts';
import { showListingPreview } from '../../src/programme/show-listing-preview.ts';
import { context, realForm } from './real-forms.ts';

const need = realForm('need');
const posted: Answers = {
  problem: '我们的水溶肥放几天就结晶分层，滴灌带老堵。副产纤维只能低价卖。',
  goal: '常温存放6个月不结晶；纤维利用率不低于90%',
  sector: 'agriculture',
  money: { yuan: 30_000_000 },
  term: { months: 36 },
  unit: '示例生态农业有限公司',
  contact: '王五 13800000000',
};
const shown = (answers: Answers, locale: 'zh' | 'en' = 'zh') =>
  Object.fromEntries(showListingPreview(answers, need, context, locale).map((line) => [line.label, line.shown]));

describe('the owner sees the list the need would become', () => {
  test('after seven answers, with a proposed title', () => {
    expect(shown(posted)).toEqual({
      需求名称: '水溶肥放几天就结晶分层问题攻关',
      产业领域: '现代农业',
      现在的问题: posted.problem,
      想达到的目标: posted.goal,
      研发总投入: '3000万元（¥30,000,000）',
      完成时限: '36个月（3年）',
      拟支付揭榜方: '未填',
      产权归属: '未填',
      利益分配: '未填',
      公开方式: '未填',
    });
  });

  test('indicators and problems stand line by line once they are there', () => {
    const rows = {
      ...posted,
      indicators: proposalFor('indicators', posted),
      problems: proposalFor('problems', posted),
    };
    expect(shown(rows)).toMatchObject({
      技术指标: '1. 常温存放不结晶 6 个月\n2. 纤维利用率 ≥ 90 %',
      拟解决的主要技术问题: '1. 我们的水溶肥放几天就结晶分层，滴灌带老堵\n2. 副产纤维只能低价卖',
    });
    expect(shown(rows)).not.toHaveProperty('想达到的目标');
  });

  test('never who to call', () => {
    for (const answers of [
      posted,
      { ...posted, visibility: 'public', email: 'zhou@example.com', creditCode: '91350100M000100Y43' },
    ]) {
      const page = JSON.stringify(shown(answers));
      expect(page).not.toMatch(/13800000000|王五|zhou@|91350100/);
    }
  });

  test('a summary is only a summary', () => {
    expect(Object.keys(shown({ ...posted, visibility: 'summary' }))).toEqual([
      '需求名称',
      '产业领域',
      '研发总投入',
      '完成时限',
      '公开方式',
    ]);
  });

  test('what is missing is marked open', () => {
    const open = showListingPreview(posted, need, context, 'en').filter((line) => line.open);
    expect(open.map((line) => line.path)).toEqual(['payBidder', 'ip', 'sharing', 'visibility']);
  });

  test('an empty need has a page too', () => {
    expect(shown({}, 'en')).toMatchObject({ Title: 'not filled in', Sector: 'not filled in' });
  });
});

describe('proposals from what was already said', () => {
  test.each([
    ['目前，我们公司生产的坩埚寿命短', '生产的坩埚寿命短问题攻关'],
    ['堵管', null],
    ['', null],
    [
      'Our crucibles last only half as long as imported ones. We lose money.',
      'crucibles last only half as long as imported ones',
    ],
    [
      'Ourense granite cracks when polished at high temperature in winter',
      'Ourense granite cracks when polished at high',
    ],
    ['石英砂提纯技术', '石英砂提纯技术'],
  ])('a title for %j', (problem, title) => {
    expect(proposeTitle(problem)).toBe(title);
  });

  test('a title is never longer than the field', () => {
    const title = proposeTitle('揭'.repeat(1000)) ?? '';
    expect(title.length).toBeLessThanOrEqual(60);
  });

  test('problems are split at sentences, ten at most', () => {
    expect(proposeProblems('1. 易结晶；2）易分层\n堵管')).toEqual([
      { text: '易结晶' },
      { text: '易分层' },
      { text: '堵管' },
    ]);
    expect(proposeProblems('问题。'.repeat(50))).toHaveLength(10);
  });

  test('a field without a proposal has none', () => {
    expect(proposalFor('city', posted)).toBeNull();
    expect(proposalFor('indicators', {})).toBeNull();
  });
});
