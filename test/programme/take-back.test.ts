import { describe, expect, it } from 'vitest';
import { move } from '../../src/programme/move.ts';
import { takeBack } from '../../src/programme/take-back.ts';
import { aBid, MONDAY, PROGRAMME } from '../support/case-fixtures.ts';

const before = aBid(1);
const accepted = move(before, 'accept', {
  at: MONDAY,
  programme: PROGRAMME,
  actorRole: 'reviewer',
  siblings: [],
  listing: null,
});
const after = accepted.ok ? accepted.record : before;
const later = (seconds: number) => new Date(Date.parse(MONDAY) + seconds * 1000).toISOString();
const facts = { at: later(9), actedAt: MONDAY, undoSeconds: 10, step: { undoable: true } };

describe('撤回', () => {
  it('within ten seconds puts the case back, one version further', () => {
    expect(takeBack(after, before, facts)).toEqual({ ok: true, record: { ...before, version: 3 } });
    expect(takeBack(after, before, { ...facts, at: later(10) }).ok).toBe(true);
  });

  it('is refused after that', () => {
    expect(takeBack(after, before, { ...facts, at: later(10.001) })).toEqual({ ok: false, reason: 'too-late' });
    expect(takeBack(after, before, { ...facts, actedAt: 'nonsense' })).toEqual({ ok: false, reason: 'too-late' });
  });

  it('is refused when somebody has acted since, or on another case', () => {
    expect(takeBack({ ...after, version: 5 }, before, facts)).toEqual({ ok: false, reason: 'moved-on' });
    expect(takeBack(after, aBid(2), facts)).toEqual({ ok: false, reason: 'moved-on' });
  });

  it('is refused where the text was purged', () => {
    expect(takeBack(after, before, { ...facts, step: { undoable: false } })).toEqual({ ok: false, reason: 'too-late' });
  });
});
