import { describe, expect, it } from 'vitest';
import type { RowAnswer } from '../../src/programme/answer.ts';
import { newApplication, newInterest, newListing, newNeed } from '../../src/programme/new-case.ts';
import { publishNeed } from '../../src/programme/publish-need.ts';
import { isReference } from '../../src/programme/reference.ts';
import { aListing, aNeed, hexId, MONDAY, PROGRAMME, seed } from '../support/case-fixtures.ts';

const draft = {
  account: 'someone',
  form: 'any',
  formVersion: 7,
  answers: { unit: ' 示例大学 ', creditCode: '91350100M000100Y43' },
};

describe('a new case', () => {
  it('carries its number, its rules and the day promised', () => {
    const need = newNeed(
      { ...draft, answers: { ...draft.answers, sector: 'materials', goal: '耐温到220度；成本不升' } },
      seed(hexId(5)),
    );
    expect(need).toMatchObject({
      kind: 'need',
      status: 'posted',
      track: 'enterprise-demand',
      turn: 'staff',
      version: 1,
      submission: 1,
      owner: 'someone',
      sector: 'materials',
      organisation: { name: '示例大学', creditCode: '91350100M000100Y43' },
      ruleVersion: PROGRAMME.version,
      submittedAt: MONDAY,
      promisedOn: '2026-09-10',
      source: 'live',
    });
    expect(isReference(need.reference)).toBe(true);
  });

  it('made again from the same message is the same case', () => {
    expect(newNeed(draft, seed(hexId(5)))).toEqual(newNeed(draft, seed(hexId(5))));
  });

  it('a need without a title is called by the first clause of what it wants', () => {
    const titled = (answers: Record<string, string>) => newNeed({ ...draft, answers }, seed(hexId(5))).title;
    expect(titled({ title: '题目', goal: '目标' })).toBe('题目');
    expect(titled({ goal: '耐温到220度；成本不升' })).toBe('耐温到220度');
    expect(titled({ problem: '问题'.repeat(400) })).toHaveLength(60);
    expect(titled({})).toBe('');
  });

  it('about a list takes its name, field and track', () => {
    const listing = aListing({}, 'key-technology');
    const interest = newInterest(draft, listing, seed(hexId(6)));
    expect(interest).toMatchObject({
      status: 'declared',
      turn: 'applicant',
      listing: listing.id,
      title: listing.title,
      track: 'key-technology',
    });
    const bid = newApplication({ ...draft, answers: {} }, listing, interest, seed(hexId(7)));
    expect(bid).toMatchObject({
      status: 'submitted',
      interest: interest.id,
      organisation: interest.organisation,
      stampedCopy: false,
      sector: 'materials',
    });
    expect(newApplication(draft, listing, null, seed(hexId(7))).interest).toBeNull();
  });

  it('drafted by staff is a list nobody owns', () => {
    const listing = newListing(
      { ...draft, answers: { title: '示例榜' } },
      'key-technology',
      aListing().details,
      seed(hexId(8)),
    );
    expect(listing).toMatchObject({ status: 'drafted', owner: null, title: '示例榜', turn: 'staff' });
  });
});

describe('a vetted need becomes a list', () => {
  it('with its words, targets and money, and without its contact', () => {
    const need = aNeed({ status: 'vetted' });
    const listing = publishNeed(need, seed(hexId(9)), { deadline: '2026-11-30', batch: 'batch-3' });
    expect(listing).toMatchObject({
      status: 'published',
      title: need.title,
      owner: 'enterprise',
      turn: 'applicant',
      version: 1,
    });
    expect(listing.details).toMatchObject({
      goals: '耐温只到180度\n耐温到220度以上',
      indicators: [{ name: '耐温', operator: '≥', value: '220', unit: '℃', method: 'GB/T 示例' }],
      money: { min: 30_000_000, max: 30_000_000 },
      deadline: '2026-11-30',
      batch: 'batch-3',
      termMonths: 24,
      visibility: 'public',
      need: need.id,
      year: 2026,
    });
    expect(JSON.stringify(listing)).not.toMatch(/13800000000|示例联系人/);
    expect('listing' in listing).toBe(false);
  });

  it('is open for the programme’s window when nobody named a day', () => {
    expect(publishNeed(aNeed(), seed(hexId(9))).details.deadline).toBe('2026-10-07');
  });

  it('says no sum where none is decided, and stays a summary where the owner did not choose', () => {
    const { answers } = aNeed();
    const money = (value: object) =>
      publishNeed(aNeed({ answers: { ...answers, money: value } }), seed(hexId(9))).details.money;
    expect(money({ undecided: true })).toBeNull();
    expect(money({ min: 1, max: 2 })).toEqual({ min: 1, max: 2 });
    expect(money({ max: 2 })).toEqual({ min: 0, max: 2 });
    const bare = publishNeed(aNeed({ answers: {} }), seed(hexId(9)));
    expect(bare.details).toMatchObject({ visibility: 'summary', indicators: [], money: null, goals: '' });
  });

  it('reads indicator rows whatever is in their cells', () => {
    const rows: RowAnswer[] = [{ name: '强度', value: 3, unit: null }, { name: ' ' }, {}];
    const listing = publishNeed(aNeed({ answers: { indicators: rows } }), seed(hexId(9)));
    expect(listing.details.indicators).toEqual([{ name: '强度', operator: '', value: '3', unit: '', method: '' }]);
  });
});
