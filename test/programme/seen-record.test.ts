import { describe, expect, it } from 'vitest';
import { type Actor, caseObject } from '../../src/programme/policy.ts';
import type { Role } from '../../src/programme/records.ts';
import { seenRecord } from '../../src/programme/seen-record.ts';
import { aBid, aListing, aNeed, membership, PROGRAMME } from '../support/case-fixtures.ts';

const person = (account: string, ...roles: Role[]): Actor => ({
  account,
  memberships: roles.map((role) => membership(account, role)),
});
const bid = caseObject(PROGRAMME, aBid(1), { listing: aListing() });

describe('what a reader sees of a case', () => {
  it('is everything for its own person and for reviewers', () => {
    expect(seenRecord(person('bidder-1'), bid)).toEqual(bid.record);
    expect(seenRecord(person('s', 'reviewer'), bid)).toEqual(bid.record);
  });

  it('is place and turn without a word of the bid for a viewer', () => {
    const seen = seenRecord(person('s', 'viewer'), bid);
    expect(seen).toMatchObject({ reference: bid.record.reference, status: 'submitted', answers: {} });
    expect(seenRecord(person('s', 'admin'), bid)?.answers).toEqual({});
  });

  it('is a need without its telephone for a viewer', () => {
    const seen = seenRecord(person('s', 'viewer'), caseObject(PROGRAMME, aNeed()));
    expect(seen?.answers.problem).toBe('耐温只到180度');
    expect(JSON.stringify(seen)).not.toContain('13800000000');
  });

  it('is nothing at all for others, whether the case exists for them or not', () => {
    expect(seenRecord(person('bidder-2'), bid)).toBeNull();
    expect(seenRecord(person('x'), caseObject(PROGRAMME, aListing({ status: 'drafted' })))).toBeNull();
  });

  it('of a list shown in summary is its name, money and day, not its targets nor its owner', () => {
    const listing = aListing();
    const object = caseObject(PROGRAMME, { ...listing, details: { ...listing.details, visibility: 'summary' } });
    const seen = seenRecord({ account: null, memberships: [] }, object);
    expect(seen).toMatchObject({
      title: listing.title,
      owner: null,
      organisation: null,
      details: { deadline: '2026-10-07', goals: '', indicators: [] },
    });
    expect(JSON.stringify(seen)).not.toMatch(/220|示例材料有限公司/);
    expect(seenRecord({ account: 'enterprise', memberships: [] }, object)).toEqual(object.record);
  });

  it('two bids that differ only in their secrets look the same to everybody else', () => {
    const other = caseObject(
      PROGRAMME,
      { ...aBid(1), answers: { route: '另一条路线', contact: '13700000000' } },
      { listing: aListing() },
    );
    for (const reader of [person('bidder-2'), person('enterprise'), person('s', 'viewer'), person('s', 'admin')]) {
      const [one, two] = [
        seenRecord(reader, bid),
        seenRecord(reader, { ...other, record: { ...other.record, organisation: bid.record.organisation } }),
      ];
      expect(JSON.stringify(one)).toBe(JSON.stringify(two));
    }
  });
});
