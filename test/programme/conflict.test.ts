import { describe, expect, it } from 'vitest';
import { hasConflict, isSameUnit } from '../../src/programme/conflict.ts';
import { aBid, aListing, membership } from '../support/case-fixtures.ts';

const unit = (name: string, creditCode: string | null = null) => ({ name, creditCode });

describe('two names of one unit', () => {
  it('are joined by credit code where both have one', () => {
    expect(isSameUnit(unit('甲', '91350100M000100Y43'), unit('乙', '91350100M000100Y43'))).toBe(true);
    expect(isSameUnit(unit('甲', '91350100M000100Y43'), unit('甲', '911101085923662400'))).toBe(false);
  });

  it('else by name, whatever script, width and blanks', () => {
    expect(isSameUnit(unit('示例大学（南区）'), unit('示例大學(南區) '))).toBe(true);
    expect(isSameUnit(unit('示例大学'), unit('示例学院'))).toBe(false);
    expect(isSameUnit(unit(' '), unit(''))).toBe(false);
    expect(isSameUnit(null, unit('示例大学'))).toBe(false);
  });
});

describe('回避', () => {
  const record = aBid(1);
  const dispute = { record, listing: aListing(), siblings: [aBid(2)], recused: [] };
  const lead = (name: string, revokedAt: string | null = null) => [
    membership('d', 'lead', { organisation: unit(name), revokedAt }),
  ];

  it('holds for the bidder’s unit, a competitor’s and the need owner’s', () => {
    for (const name of ['示例大学1', '示例大学2', '示例材料有限公司'])
      expect(hasConflict('d', lead(name), dispute), name).toBe(true);
    expect(hasConflict('d', lead('示例研究院'), dispute)).toBe(false);
  });

  it('holds for a party’s own account and for a declared interest', () => {
    for (const account of ['bidder-1', 'bidder-2', 'enterprise'])
      expect(hasConflict(account, [], dispute), account).toBe(true);
    expect(hasConflict('d', [], { ...dispute, recused: ['d'] })).toBe(true);
    expect(hasConflict('d', [], dispute)).toBe(false);
  });

  it('does not hold for a unit one has left, nor for serving in the office that posts the list', () => {
    expect(hasConflict('d', lead('示例大学1', '2026-01-01T00:00:00Z'), dispute)).toBe(false);
    const office = [membership('d', 'decider', { organisation: unit('示例材料有限公司') })];
    expect(hasConflict('d', office, dispute)).toBe(false);
  });
});
