import { describe, expect, it } from 'vitest';
import { allowedActions } from '../../src/programme/allowed-actions.ts';
import { type Actor, caseObject } from '../../src/programme/policy.ts';
import type { CaseRecord, Role } from '../../src/programme/records.ts';
import { aBid, aListing, aNeed, MONDAY, membership, PROGRAMME } from '../support/case-fixtures.ts';

const staff = (role: Role): Actor => ({ account: 's', memberships: [membership('s', role)] });

function offered(actor: Actor, record: CaseRecord, more: Parameters<typeof caseObject>[2] = {}): readonly string[] {
  return allowedActions(actor, caseObject(PROGRAMME, record, more), { at: MONDAY, programme: PROGRAMME });
}

describe('the buttons of a case', () => {
  it('follow status and role', () => {
    expect(offered(staff('reviewer'), aNeed())).toEqual(['accept', 'ask-more', 'return', 'mark-offline']);
    expect(offered(staff('decider'), aNeed())).toEqual(['accept', 'ask-more', 'return', 'not-select', 'mark-offline']);
    expect(offered(staff('viewer'), aNeed())).toEqual([]);
    expect(offered(staff('decider'), aListing())).toEqual(['extend', 'close', 'withdraw', 'mark-offline']);
  });

  it('follow the limits: no fourth place on a shortlist, no judging before the close', () => {
    const bid = aBid(4, { status: 'under-review' });
    const listing = aListing({ status: 'under-review' });
    const full = [1, 2, 3].map((n) => aBid(n, { status: 'shortlisted' }));
    expect(offered(staff('decider'), bid, { listing, siblings: full.slice(1) })).toContain('shortlist');
    expect(offered(staff('decider'), bid, { listing, siblings: full })).not.toContain('shortlist');
    expect(offered(staff('decider'), bid, { listing: aListing(), siblings: [] })).toEqual(['stamped']);
  });

  it('are gone on both tracks for what the track does not have', () => {
    const bid = aBid(1, { status: 'under-review', track: 'key-technology' });
    const listing = aListing({ status: 'under-review' }, 'key-technology');
    expect(offered(staff('decider'), bid, { listing })).toEqual(['stamped', 'preselect', 'not-select']);
  });

  it('of the archive are none, and for outsiders none', () => {
    expect(offered(staff('decider'), aListing({ source: 'archive', status: 'archived' }))).toEqual([]);
    expect(offered({ account: 'x', memberships: [] }, aBid(1))).toEqual([]);
  });
});
