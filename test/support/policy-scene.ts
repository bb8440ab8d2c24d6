/** Builds actor and object for one cell of the policy matrix. */
import { type Action, type Actor, can, caseObject, type PolicyObject } from '../../src/programme/policy.ts';
import type { CaseRecord, Listing, Role } from '../../src/programme/records.ts';
import { aBid, aListing, aNeed, anInterest, membership, PROGRAMME } from './case-fixtures.ts';

/** Columns of the matrix: a passer-by without account, a person without roles, every role, and the clock. */
export const COLUMNS = [
  'passer-by',
  'person',
  'lead',
  'colleague',
  'need-owner',
  'recommender',
  'viewer',
  'reviewer',
  'decider',
  'admin',
  'system',
] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * `own`: the actor's own case. `near`: somebody else's, within reach: same unit for a lead, invited along for a colleague,
 * own list for a need owner, own body for a recommender, own division for staff. `far`: somebody else's, out of reach.
 */
export const DISTANCES = ['own', 'near', 'far'] as const;
export type Distance = (typeof DISTANCES)[number];

const ACTOR = 'actor';
const vetted = aListing({ status: 'vetted' });
const { details } = vetted;

/** What the rows are about. */
export const OBJECTS: Readonly<Record<string, CaseRecord>> = {
  need: aNeed({ status: 'complete' }),
  'list in draft': aListing({ status: 'drafted' }),
  'list in public': aListing(),
  'list in summary': aListing({ details: { ...details, visibility: 'summary' } }),
  'list by invitation': aListing({ details: { ...details, visibility: 'invited' } }),
  'list under review': aListing({ status: 'under-review' }),
  interest: anInterest(),
  bid: aBid(1),
  'bid on shortlist': aBid(1, { status: 'shortlisted' }),
  'bid handed over': aBid(1, { status: 'shortlisted' }),
  'bid not consented': aBid(1, { status: 'shortlisted' }),
};

const LIST_OF: Readonly<Record<string, Partial<Listing>>> = {
  'bid on shortlist': { status: 'under-review' },
  'bid handed over': { status: 'shortlisted' },
  'bid not consented': { status: 'shortlisted' },
};

/** Whether the policy grants one cell. */
export function granted(action: Action, on: string, column: Column, distance: Distance): boolean {
  return can(actorOf(column, distance), action, objectOf(on, column, distance));
}

function actorOf(column: Column, distance: Distance): Actor {
  if (column === 'passer-by') return { account: null, memberships: [] };
  if (column === 'system') return { account: null, memberships: [], isSystem: true };
  if (column === 'person') return { account: ACTOR, memberships: [] };
  return { account: ACTOR, memberships: [membership(ACTOR, column, reach(column, distance))] };
}

function reach(
  role: Role,
  distance: Distance,
): { division?: string; organisation?: { name: string; creditCode: null } } {
  if (role === 'lead' || role === 'colleague' || role === 'need-owner') {
    return { organisation: { name: distance === 'far' ? '示例别处' : '示例大学1', creditCode: null } };
  }
  if (role === 'recommender') return { division: distance === 'far' ? 'city-b' : 'city-a' };
  return { division: distance === 'far' ? 'rural' : 'high-tech' };
}

function objectOf(on: string, column: Column, distance: Distance): PolicyObject {
  const isOwn = distance === 'own' && column !== 'passer-by' && column !== 'system';
  const owner = isOwn ? ACTOR : 'somebody';
  const colleagues = column === 'colleague' && distance === 'near' ? [ACTOR] : [];
  if (on === 'draft') return { kind: 'draft', draft: { account: owner }, colleagues };
  if (on === 'profile') return { kind: 'profile', profile: { account: owner, discoverable: true, source: 'live' } };
  if (on === 'hidden profile')
    return { kind: 'profile', profile: { account: owner, discoverable: false, source: 'live' } };
  if (on === 'account') return { kind: 'account', account: owner };
  if (on === 'programme') return { kind: 'programme' };
  const record = OBJECTS[on];
  if (record === undefined) throw new Error(`the matrix has no object "${on}"`);
  const ownsList = column === 'need-owner' && distance === 'near';
  const isBid = record.kind === 'application' || record.kind === 'interest';
  return caseObject(
    PROGRAMME,
    { ...record, owner },
    {
      listing: isBid ? aListing({ ...LIST_OF[on], owner: ownsList ? ACTOR : 'enterprise' }) : null,
      colleagues,
      invited: on === 'list by invitation' && distance === 'near' && column === 'lead' ? [ACTOR] : [],
      handOver: on === 'bid handed over',
    },
  );
}
