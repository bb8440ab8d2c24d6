import { describe, expect, it } from 'vitest';
import { packRows } from '../../src/conversation/pack-rows.ts';
import { pageOf } from '../../src/conversation/paging.ts';
import fc from '../support/fast-check.ts';

const rowsOf = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('a long list', () => {
  it('is shown whole and once, page after page, and no page is long', () => {
    fc.assert(
      fc.property(fc.nat(90), fc.nat(5), (count, tail) => {
        const rows = rowsOf(count);
        const { pages } = pageOf(rows, 1, tail);
        const all = Array.from({ length: pages }, (_, index) => pageOf(rows, index + 1, tail));
        expect(all.flatMap((each) => each.shown)).toEqual(rows);
        expect(all.map((each) => each.next)).toEqual(all.map((each) => (each.at < pages ? each.at + 1 : undefined)));
        for (const page of all) {
          const lines = page.shown.length + (page.next === undefined ? tail : 0);
          expect(lines).toBeLessThanOrEqual(pages === 1 ? 8 : 6);
          if (count > 0) expect(page.shown.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('of eight lines with what is said below it is not torn apart', () => {
    expect(pageOf(rowsOf(7), 1, 1)).toMatchObject({ pages: 1, shown: rowsOf(7) });
    expect(pageOf(rowsOf(7), 1, 2)).toMatchObject({ pages: 2, next: 2, shown: rowsOf(6) });
  });

  it.each([
    ['a page before the first', 0, 1],
    ['a page after the last', 99, 3],
    ['half a page', 2.7, 2],
    ['no number at all', Number.NaN, 1],
  ])('asked for %s shows the nearest', (_, page, at) => {
    expect(pageOf(rowsOf(16), page, 1).at).toBe(at);
  });
});

describe('answers on one screen', () => {
  it('stand two to a line where both are short', () => {
    expect(packRows(['1. 领域：新材料', '2. 预算：800万元', '3. 期限：18个月'])).toEqual([
      '1. 领域：新材料　2. 预算：800万元',
      '3. 期限：18个月',
    ]);
  });

  it('keep a line of their own where one is long', () => {
    const long = `1. 问题：${'长'.repeat(30)}`;
    expect(packRows([long, '2. 期限：18个月', long])).toEqual([long, '2. 期限：18个月', long]);
  });

  it('are never lost, doubled or put out of order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }).map((text) => text.replaceAll('　', ' '))), (rows) => {
        expect(packRows(rows).flatMap((line) => line.split('　'))).toEqual(rows);
      }),
    );
  });
});
