import { describe, expect, it } from 'vitest';
import { leftBehind } from '../../src/programme/left-behind.ts';
import { aBid, anInterest } from '../support/case-fixtures.ts';

const ANSWERS = { unit: '示例大学', lead: '示例王', contact: '13800138000', why: '有中试线' };

describe('a case whose person is gone', () => {
  it('that was only an interest says neither whom to call nor that anybody is waited for', () => {
    const left = leftBehind({
      ...anInterest(),
      owner: 'me',
      turn: 'applicant',
      promisedOn: '2026-09-20',
      answers: ANSWERS,
    });
    expect(left).toMatchObject({ owner: null, ownerGone: true, turn: 'nobody', promisedOn: null });
    expect(left.answers).toEqual({ unit: '示例大学', why: '有中试线' });
  });

  it('that staff have to decide stays theirs, and whole', () => {
    const bid = { ...aBid(1), owner: 'me', turn: 'staff' as const, promisedOn: '2026-09-20', answers: ANSWERS };
    expect(leftBehind(bid)).toEqual({ ...bid, owner: null, ownerGone: true, version: bid.version + 1 });
  });
});
