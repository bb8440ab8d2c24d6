import { describe, expect, it } from 'vitest';
import { makeShelf } from '../../src/engine/shelf.ts';
import { isPublic } from '../../src/programme/open.ts';
import { aListing, hexId } from '../support/case-fixtures.ts';

const steel = aListing({ title: '高牌号电工钢' });
const shelf = makeShelf('Asia/Shanghai');

describe('the shelf of public lists', () => {
  it('knows a list by its title, a part of it, its reference, in either script', () => {
    shelf.put(steel);
    shelf.put(aListing({ id: hexId(9), reference: 'L-9', title: '芳纶绝缘纸' }));
    for (const words of [
      '高牌号电工钢',
      '电工钢',
      '電工鋼',
      steel.reference,
      steel.reference.toLowerCase(),
      '电工钢高牌号',
    ]) {
      expect(
        shelf.named(words).map((each) => each.id),
        words,
      ).toEqual([steel.id]);
    }
    for (const words of ['', ' ', '钢', '不相干的词', '?']) expect(shelf.named(words), words).toEqual([]);
  });

  it('knows which are open, soonest deadline first, to the last minute of the day in the programme’s zone', () => {
    const early = aListing({ id: hexId(8), reference: 'L-8', details: { ...steel.details, deadline: '2026-09-08' } });
    shelf.put(early);
    expect(shelf.open('2026-09-08T15:59:59.000Z')[0]?.id).toBe(early.id);
    expect(shelf.open('2026-09-08T16:00:00.000Z').map((each) => each.id)).not.toContain(early.id);
  });

  it('loses a list that is withdrawn, offline or by invitation', () => {
    for (const change of [
      { status: 'withdrawn' } as const,
      { status: 'drafted' } as const,
      { offline: true },
      { details: { ...steel.details, visibility: 'invited' } as const },
    ]) {
      shelf.put(steel);
      expect(shelf.byId(steel.id)).toBeDefined();
      const changed = { ...steel, ...change };
      expect(isPublic(changed)).toBe(false);
      shelf.put(changed);
      expect(shelf.byId(steel.id)).toBeUndefined();
    }
  });

  it('finds a name among ten thousand in a moment', () => {
    const large = makeShelf('Asia/Shanghai');
    for (let n = 0; n < 10_000; n += 1)
      large.put(aListing({ id: hexId(n), reference: `L-${n}`, title: `示例课题第${n}号研究` }));
    const before = performance.now();
    expect(large.named('示例课题第4321号研究')).toHaveLength(1);
    console.log(`named among 10,000: ${(performance.now() - before).toFixed(1)} ms`);
  });
});
