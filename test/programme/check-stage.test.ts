import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/programme/answer.ts';
import { checkStage } from '../../src/programme/check-stage.ts';
import { context, listContext, realForm } from './real-forms.ts';

const need = realForm('need');
const posted: Answers = {
  problem: '水溶肥放几天就结晶',
  goal: '放 6 个月不结晶',
  sector: 'agriculture',
  money: { yuan: 30_000_000 },
  term: { months: 36 },
  unit: '示例生态农业有限公司',
  contact: '王五 0791-88880000',
};

/** Findings of one reason or rule, by path. */
function found(form: typeof need, stage: string, answers: Answers, reason: string, ctx = context) {
  return checkStage(form, stage, answers, ctx).filter((each) => each.reason === reason);
}

describe('a stage is checked before it is handed in', () => {
  test('a complete need stands against nothing', () => {
    expect(checkStage(need, 'post', posted, context)).toEqual([]);
  });

  test('what is missing or was passed over is named in both languages', () => {
    const { goal: _gone, ...rest } = posted;
    expect(checkStage(need, 'post', { ...rest, unit: null }, context)).toEqual([
      expect.objectContaining({
        path: 'goal',
        severity: 'error',
        message: { zh: '“想达到的目标”还没有填', en: '“What would solve it” is still to be filled in' },
      }),
      expect.objectContaining({ path: 'unit', reason: 'required' }),
    ]);
  });

  test('what is not valid any longer says why', () => {
    expect(checkStage(need, 'post', { ...posted, term: { months: 40 } }, context)).toEqual([
      expect.objectContaining({ path: 'term', reason: 'duration-above', vars: { max: 36 } }),
    ]);
  });

  test('a stage the form no longer has is an error, not an empty pass', () => {
    expect(checkStage(need, 'gone', posted, context)).toEqual([
      expect.objectContaining({ severity: 'error', reason: 'stage-gone' }),
    ]);
  });

  test('a gap in a row is named by its cell', () => {
    const rows: Answers = {
      ...posted,
      indicators: [{ name: '黏度', operator: null, value: null, unit: null, method: null }, {}],
    };
    const paths = checkStage(need, 'complete', rows, context).map((each) => each.path);
    expect(paths).toContain('indicators[1].name');
    expect(paths.filter((path) => path.startsWith('indicators[0]'))).toEqual([]);
  });
});

describe('rules over several answers', () => {
  test('pay to the bidder stays within the total', () => {
    const over = { ...posted, payBidder: { yuan: 30_000_001 } };
    expect(found(need, 'complete', over, 'at-most-field')).toMatchObject([{ path: 'payBidder', severity: 'error' }]);
    expect(found(need, 'complete', { ...posted, payBidder: { min: 1, max: 30_000_000 } }, 'at-most-field')).toEqual([]);
    expect(found(need, 'complete', { ...over, money: { undecided: true } }, 'at-most-field')).toEqual([]);
  });

  test('payments come to the whole', () => {
    const payments = (...shares: number[]) => ({
      ...posted,
      payments: shares.map((share) => ({ when: '签约后', share })),
    });
    expect(found(need, 'complete', payments(30, 40, 30), 'sums-to')).toEqual([]);
    expect(found(need, 'complete', payments(33.33, 33.33, 33.34), 'sums-to')).toEqual([]);
    expect(found(need, 'complete', payments(30, 40), 'sums-to')).toMatchObject([
      { path: 'payments', severity: 'error' },
    ]);
  });

  test.each([
    ['须由教授牵头', 1],
    ['年龄不超过45周岁', 1],
    ['年齡不超過45週歲', 1],
    ['Lead must hold a PhD', 1],
    ['有中试线，做过储能 (energy storage)', 0],
    ['做过水溶肥，有中试条件', 0],
  ])('words about titles and age are only warned of: %s', (requirements, findings) => {
    const problems = found(need, 'complete', { ...posted, requirements }, 'warn-terms');
    expect(problems).toHaveLength(findings);
    for (const problem of problems) expect(problem.severity).toBe('warning');
  });

  const bid = realForm('application-key-technology');
  const at = (...dates: string[]) => ({
    milestones: dates.map((date) => ({
      date: { start: date, end: date, precision: 'day' as const },
      goal: '小试',
      evidence: '报告',
    })),
  });

  test('each milestone lies after the one before', () => {
    expect(found(bid, 'bid', at('2027-06-30', '2027-12-31'), 'ordered-dates', listContext)).toEqual([]);
    expect(found(bid, 'bid', at('2027-12-31', '2027-12-31'), 'ordered-dates', listContext)).toMatchObject([
      { path: 'milestones[1].date' },
    ]);
    expect(found(bid, 'bid', at('2028-01-01', '2027-03-01'), 'ordered-dates', listContext)).toHaveLength(1);
  });

  test('the last milestone lies within the term of the list', () => {
    expect(found(bid, 'bid', at('2027-06-30', '2028-11-22'), 'within-term', listContext)).toEqual([]);
    expect(found(bid, 'bid', at('2027-06-30', '2028-11-23'), 'within-term', listContext)).toMatchObject([
      { path: 'milestones[1].date' },
    ]);
    expect(
      found(bid, 'bid', at('2027-06-30', '2099-01-01'), 'within-term', {
        ...listContext,
        list: { money: null, termMonths: null },
      }),
    ).toEqual([]);
  });

  test('yearly budgets come to the state money', () => {
    const years = (...amounts: number[]) => ({
      stateMoney: { yuan: 8_000_000 },
      years: amounts.map((yuan) => ({ year: 2027, amount: { yuan } })),
    });
    expect(found(bid, 'award', years(3_000_000, 5_000_000), 'sums-to', listContext)).toEqual([]);
    expect(found(bid, 'award', years(3_000_000, 4_000_000), 'sums-to', listContext)).toHaveLength(1);
  });

  test('a price above the offer is allowed, with a word', () => {
    const price = { price: { yuan: 12_000_000 } };
    const form = realForm('application-enterprise-demand');
    expect(found(form, 'bid', price, 'at-most-field', listContext)).toMatchObject([
      { path: 'price', severity: 'warning' },
    ]);
    expect(found(form, 'bid', price, 'at-most-field', context)).toEqual([]);
  });

  test('warnings come last', () => {
    const severities = checkStage(need, 'complete', { ...posted, requirements: '教授' }, context).map(
      (each) => each.severity,
    );
    expect(severities.indexOf('warning')).toBe(severities.length - 1);
  });

  test('a rule speaks in the stage it belongs to', () => {
    expect(found(need, 'post', { ...posted, payBidder: { yuan: 90_000_000 } }, 'at-most-field')).toEqual([]);
  });
});
