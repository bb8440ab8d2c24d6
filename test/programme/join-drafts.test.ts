import { describe, expect, it } from 'vitest';
import { joinDrafts } from '../../src/programme/join-drafts.ts';
import type { Draft } from '../../src/programme/records.ts';
import fc from '../support/fast-check.ts';

const T = (n: number): string => new Date(Date.UTC(2026, 8, 1, 0, n)).toISOString();

/** A draft whose field `f<n>` was written at minute `n` of `times`. */
function draft(id: string, times: Readonly<Record<string, number>>): Draft {
  return {
    ...{ id, account: id, purpose: 'application', listing: 'l', case: null, form: 'f', formVersion: 1, stage: 's' },
    answers: Object.fromEntries(Object.entries(times).map(([field, at]) => [field, `${id} ${at}`])),
    filledBy: Object.fromEntries(Object.entries(times).map(([field, at]) => [field, `${id}-${at}`])),
    ...{ undo: [], status: 'open', version: 3, createdAt: T(0), updatedAt: T(0) },
  };
}
const timeOf = (turn: string): string | undefined => T(Number(turn.split('-')[1]));

describe('two drafts of one person', () => {
  it('keep for each field what was written last', () => {
    const joined = joinDrafts(draft('a', { unit: 1, lead: 9 }), draft('b', { unit: 5, lead: 2, why: 3 }), timeOf);
    expect(joined.answers).toEqual({ unit: 'b 5', lead: 'a 9', why: 'b 3' });
    expect(joined.filledBy).toEqual({ unit: 'b-5', lead: 'a-9', why: 'b-3' });
  });

  it('take a row field as a whole, with its marker', () => {
    const rows = { ...draft('b', { team: 7 }), answers: { team: [{ name: 'x' }], 'team#done': true } };
    const joined = joinDrafts(draft('a', { team: 2 }), rows, timeOf);
    expect(joined.answers).toEqual({ team: [{ name: 'x' }], 'team#done': true });
  });

  it('lose no field, invent none, and grow in version, whatever they hold', () => {
    const times = fc.dictionary(
      fc.constantFrom('unit', 'lead', 'why', 'base', 'route'),
      fc.integer({ min: 1, max: 59 }),
    );
    fc.assert(
      fc.property(times, times, (a, b) => {
        const joined = joinDrafts(draft('a', a), draft('b', b), timeOf);
        expect(Object.keys(joined.answers).sort()).toEqual([...new Set([...Object.keys(a), ...Object.keys(b)])].sort());
        for (const [field, value] of Object.entries(joined.answers)) {
          const latest = Math.max(a[field] ?? 0, b[field] ?? 0);
          expect(String(value).split(' ')[1]).toBe(String(latest));
        }
        expect(joined.version).toBe(4);
        expect(joined.id).toBe('a');
      }),
    );
  });
});
