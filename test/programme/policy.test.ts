import { describe, expect, it } from 'vitest';
import { LIFECYCLES } from '../../src/programme/lifecycle.ts';
import { type Action, CASE_ACTS, can, caseObject, moverFor, PLAIN_ACTIONS } from '../../src/programme/policy.ts';
import type { Role } from '../../src/programme/records.ts';
import { aBid, aListing, aNeed, MONDAY, membership, PROGRAMME } from '../support/case-fixtures.ts';
import { COLUMNS, DISTANCES, granted } from '../support/policy-scene.ts';
import { POLICY_MATRIX } from './policy-matrix.ts';

const EVERY_ACTION: readonly string[] = [...PLAIN_ACTIONS, ...CASE_ACTS];
// Typed so that a new role does not compile until it is written here.
const EVERY_ROLE: Readonly<Record<Role, true>> = {
  lead: true,
  colleague: true,
  'need-owner': true,
  recommender: true,
  viewer: true,
  reviewer: true,
  decider: true,
  admin: true,
};

const [head = '', ...lines] = POLICY_MATRIX.trim().split('\n');
const rows = lines.map((text) => {
  const [action = '', on = '', ...cells] = text.split(/\s{2,}/);
  return { action, on, cells };
});

describe('the policy matrix', () => {
  it('has a column for every role and a row for every action', () => {
    expect(head.split(/\s+/).slice(2)).toEqual([...COLUMNS]);
    for (const role of Object.keys(EVERY_ROLE)) expect(COLUMNS).toContain(role);
    expect([...new Set(rows.map((row) => row.action))].sort()).toEqual([...EVERY_ACTION].sort());
    expect(rows.length).toBeGreaterThan(EVERY_ACTION.length);
  });

  it('knows every act of every lifecycle', () => {
    const acts = Object.values(LIFECYCLES).flatMap((steps) => steps.map((step) => `act:${step.action}`));
    expect([...new Set(acts)].sort()).toEqual([...CASE_ACTS].sort());
  });

  it.each(rows)('$action on $on is granted to exactly these', ({ action, on, cells }) => {
    expect(cells).toHaveLength(COLUMNS.length);
    const found = COLUMNS.map((column) =>
      DISTANCES.map((distance) => (granted(action as Action, on, column, distance) ? 'y' : '-')).join(''),
    );
    expect(found).toEqual(cells);
  });

  it('grants nothing to nobody: the passer-by reads public lists and no more', () => {
    const granting = rows.filter((row) => row.cells[0] !== '---').map((row) => `${row.action} ${row.on}`);
    expect(granting).toEqual([
      'read-summary list in public',
      'read-summary list in summary',
      'read-case list in public',
      'read-case list under review',
    ]);
  });
});

describe('the policy', () => {
  const decider = { account: 'd', memberships: [membership('d', 'decider')] };
  const bid = aBid(1, { status: 'under-review' });
  const object = caseObject(PROGRAMME, bid, { listing: aListing({ status: 'under-review' }), siblings: [aBid(2)] });

  it('a decider may not decide on a unit they belong to, nor on its competitors', () => {
    expect(can(decider, 'act:shortlist', object)).toBe(true);
    for (const name of ['示例大学1', '示例大学2', '示例材料有限公司']) {
      const lead = membership('d', 'lead', { organisation: { name, creditCode: null } });
      const both = { account: 'd', memberships: [...decider.memberships, lead] };
      expect(can(both, 'act:shortlist', object), name).toBe(false);
      expect(can(both, 'read-bid-content', object), name).toBe(false);
    }
  });

  it('a declared interest keeps a decider out of the decision and of the bid', () => {
    const recused = { ...object, recused: ['d'] };
    expect(can(decider, 'act:not-select', recused)).toBe(false);
    expect(can(decider, 'read-contact', recused)).toBe(false);
    expect(can(decider, 'read-case', recused)).toBe(true);
  });

  it('a revoked role is no role, from the moment it is looked at', () => {
    const gone = { account: 'd', memberships: [membership('d', 'decider', { revokedAt: MONDAY })] };
    for (const action of EVERY_ACTION) expect(can(gone, action as Action, object), action).toBe(false);
  });

  it('somebody else’s membership grants nothing', () => {
    const borrowed = { account: 'x', memberships: decider.memberships };
    for (const action of EVERY_ACTION) expect(can(borrowed, action as Action, object), action).toBe(false);
  });

  it('a unit name anybody can type never opens a bid', () => {
    const organisation = { name: '示例大学1', creditCode: null };
    const namesake = { account: 'x', memberships: [membership('x', 'lead', { organisation })] };
    for (const action of EVERY_ACTION) expect(can(namesake, action as Action, object), action).toBe(false);
  });

  it('bidders see only their own', () => {
    const other = { account: 'bidder-2', memberships: [] };
    expect(can({ account: 'bidder-1', memberships: [] }, 'read-bid-content', object)).toBe(true);
    expect(can(other, 'read-bid-content', object)).toBe(false);
    expect(can(other, 'read-case', object)).toBe(false);
  });

  it('the enterprise sees a bid only when it is shortlisted, the list handed over and the bidder consented', () => {
    const enterprise = { account: 'enterprise', memberships: [] };
    const sees = (
      status: 'under-review' | 'shortlisted' | 'not-selected',
      list: 'under-review' | 'shortlisted',
      handOver: boolean,
    ) =>
      can(
        enterprise,
        'read-bid-content',
        caseObject(PROGRAMME, aBid(1, { status }), { listing: aListing({ status: list }), handOver }),
      );
    expect(sees('shortlisted', 'shortlisted', true)).toBe(true);
    expect(sees('shortlisted', 'shortlisted', false)).toBe(false);
    expect(sees('shortlisted', 'under-review', true)).toBe(false);
    expect(sees('under-review', 'shortlisted', true)).toBe(false);
    expect(sees('not-selected', 'shortlisted', true)).toBe(false);
  });

  it('a recommender reaches the needs of the own body, once they name it', () => {
    const recommender = { account: 'r', memberships: [membership('r', 'recommender', { division: 'city-a' })] };
    expect(can(recommender, 'act:recommend', caseObject(PROGRAMME, aNeed({ status: 'complete' })))).toBe(true);
    expect(can(recommender, 'read-case', caseObject(PROGRAMME, aNeed({ status: 'posted' })))).toBe(false);
    const nowhere = { account: 'r', memberships: [membership('r', 'recommender')] };
    expect(can(nowhere, 'act:recommend', caseObject(PROGRAMME, aNeed({ status: 'complete' })))).toBe(false);
  });

  it('a case without a sector is in reach of every division', () => {
    const rural = { account: 'v', memberships: [membership('v', 'reviewer', { division: 'rural' })] };
    expect(can(rural, 'act:accept', caseObject(PROGRAMME, aNeed({ sector: null })))).toBe(true);
    expect(can(rural, 'act:accept', caseObject(PROGRAMME, aNeed()))).toBe(false);
  });

  it('says in which capacity somebody acts', () => {
    expect(moverFor(decider, 'shortlist', object)).toBe('decider');
    expect(moverFor({ account: 'bidder-1', memberships: [] }, 'withdraw', object)).toBe('applicant');
    expect(moverFor({ account: 'enterprise', memberships: [] }, 'complete', caseObject(PROGRAMME, aNeed()))).toBe(
      'owner',
    );
    expect(
      moverFor({ account: null, memberships: [], isSystem: true }, 'close', caseObject(PROGRAMME, aListing())),
    ).toBe('system');
    expect(moverFor({ account: 'x', memberships: [] }, 'shortlist', object)).toBeNull();
  });
});
