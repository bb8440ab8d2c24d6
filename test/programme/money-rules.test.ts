import { describe, expect, it } from 'vitest';
import {
  checkKeyTechnologyMoney,
  postSubsidy,
  startUpGrant,
  stateMoney,
  tranchesGap,
} from '../../src/programme/money-rules.ts';
import type { Rules } from '../../src/programme/programme.ts';
import { PROGRAMME } from '../support/case-fixtures.ts';

const { rules } = PROGRAMME;
const included: Rules = { ...rules, postSubsidy: { ...rules.postSubsidy, startUpIncluded: true } };
const WAN = 10_000;

describe('the money of an enterprise list', () => {
  it('starts with a million when it is contracted', () => {
    expect(startUpGrant('enterprise-demand', rules).yuan).toBe(100 * WAN);
    expect(startUpGrant('key-technology', rules).yuan).toBe(0);
  });

  it('post-subsidy is 20% capped at five million', () => {
    expect(postSubsidy(1000 * WAN, rules).yuan).toBe(200 * WAN);
    expect(postSubsidy(3000 * WAN, rules).yuan).toBe(500 * WAN);
  });

  it('the cap binds from 25 million', () => {
    expect(postSubsidy(2500 * WAN - 5, rules).yuan).toBe(500 * WAN - 1);
    expect(postSubsidy(2500 * WAN, rules).formula.key).toBe('money.post-subsidy');
    expect(postSubsidy(2500 * WAN + 5, rules)).toMatchObject({
      yuan: 500 * WAN,
      formula: { key: 'money.post-subsidy-capped' },
    });
  });

  it('3000万 gives 600万 in all where the start-up grant comes on top, and 500万 where it counts inside', () => {
    expect(stateMoney(3000 * WAN, rules).yuan).toBe(600 * WAN);
    expect(postSubsidy(3000 * WAN, included).yuan).toBe(400 * WAN);
    expect(stateMoney(3000 * WAN, included).yuan).toBe(500 * WAN);
  });

  it('never asks money back: a small agreement inside the start-up grant gives no subsidy', () => {
    expect(postSubsidy(300 * WAN, included).yuan).toBe(0);
    expect(postSubsidy(-5, rules).yuan).toBe(0);
  });

  it('stays in whole yuan, rounded down', () => {
    expect(postSubsidy(12_345_679, rules).yuan).toBe(2_469_135);
    expect(postSubsidy(1, rules).yuan).toBe(0);
  });

  it('says how it was reckoned and what it rests on', () => {
    const sum = stateMoney(3000 * WAN, rules);
    expect(sum.assumptions).toEqual(['money.assume.base-agreement', 'money.assume.start-up-additive']);
    expect(postSubsidy(3000 * WAN, included)).toMatchObject({
      formula: {
        key: 'money.post-subsidy-capped-included',
        vars: { base: { money: { yuan: 3000 * WAN } }, percent: 20, share: { money: { yuan: 600 * WAN } } },
      },
      assumptions: ['money.assume.base-agreement', 'money.assume.start-up-included'],
    });
  });
});

describe('the money of a key-technology list', () => {
  it('is between five and ten million, both ends allowed', () => {
    expect(checkKeyTechnologyMoney(500 * WAN, rules)).toEqual({ ok: true });
    expect(checkKeyTechnologyMoney(1000 * WAN, rules)).toEqual({ ok: true });
    expect(checkKeyTechnologyMoney(500 * WAN - 1, rules)).toMatchObject({ ok: false, reason: 'money-below' });
    expect(checkKeyTechnologyMoney(1000 * WAN + 1, rules)).toMatchObject({ ok: false, reason: 'money-above' });
  });

  it('comes in yearly tranches that add up to the request', () => {
    expect(tranchesGap([300 * WAN, 200 * WAN, 100 * WAN], 600 * WAN)).toBe(0);
    expect(tranchesGap([300 * WAN], 600 * WAN)).toBe(300 * WAN);
    expect(tranchesGap([700 * WAN], 600 * WAN)).toBe(-100 * WAN);
  });
});
