/** The one policy: every read and every act asks `can`. What is not allowed here is refused. */
import { type CaseAction, LIFECYCLES, type Mover } from './lifecycle.ts';
import { wasPublished } from './open.ts';
import type { CaseRecord, Listing, Profile, Role } from './records.ts';
import { type Actor, type CaseObject, moversOf, type Standing, staffRoles, standing } from './standing.ts';

export { type Actor, type CaseObject, caseObject } from './standing.ts';

/** What people may do that is no move of a case. */
export const PLAIN_ACTIONS = [
  'read-summary',
  'read-case',
  'read-bid-content',
  'read-contact',
  'read-bid-count',
  'read-candidates',
  'take-up',
  'withdraw',
  'read-draft',
  'edit-draft',
  'share-draft',
  'submit',
  'read-profile',
  'edit-profile',
  'export-data',
  'delete-data',
  'read-queue',
  'read-troubles',
  'settle-message',
  'answer-request',
  'save-listing',
  'export',
  'manage-staff',
  'read-audit',
] as const;

/** Every act on a case, as the policy names it. */
export const CASE_ACTS = [
  'act:accept',
  'act:return',
  'act:ask-more',
  'act:recommend',
  'act:vet',
  'act:not-select',
  'act:publish',
  'act:extend',
  'act:close',
  'act:start-review',
  'act:shortlist',
  'act:unshortlist',
  'act:preselect',
  'act:mark-offline',
  'act:stamped',
  'act:withdraw',
  'act:complete',
  'act:resubmit',
  'act:grow',
] as const satisfies readonly `act:${CaseAction}`[];

/** The closed list of actions. */
export type Action = (typeof PLAIN_ACTIONS)[number] | `act:${CaseAction}`;

/** What an action is done to. */
export type PolicyObject =
  | CaseObject
  | { readonly kind: 'draft'; readonly draft: { readonly account: string }; readonly colleagues?: readonly string[] }
  | { readonly kind: 'profile'; readonly profile: Pick<Profile, 'account' | 'discoverable' | 'source'> }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'programme' };

const BEFORE_REVIEW: readonly string[] = ['drafted', 'vetted', 'published', 'posted', 'complete', 'recommended'];
const BEFORE_CLOSE: readonly string[] = ['drafted', 'vetted', 'published', 'withdrawn'];
const HANDED_OVER: readonly string[] = ['shortlisted', 'taken'];

const ANY_STAFF: readonly Role[] = ['viewer', 'reviewer', 'decider', 'admin'];
const OFFICE: readonly Role[] = ['reviewer', 'decider'];
const PROGRAMME_ROLES: Partial<Record<Action, readonly Role[]>> = {
  'read-queue': ANY_STAFF,
  'read-troubles': ['reviewer', 'decider', 'admin'],
  'settle-message': ['reviewer', 'decider', 'admin'],
  'answer-request': OFFICE,
  'save-listing': OFFICE,
  export: ['reviewer', 'decider', 'admin'],
  'manage-staff': ['admin'],
  'read-audit': ['admin'],
};
const SYSTEM_ACTIONS: readonly Action[] = ['read-queue', 'read-troubles', 'export', 'manage-staff', 'read-audit'];

/** Whether `actor` may do `action` to `object`; false for everything not granted. Status and limits are `move`'s affair. */
export function can(actor: Actor, action: Action, object: PolicyObject): boolean {
  switch (object.kind) {
    case 'case':
      return canCase(actor, action, object);
    case 'draft':
      return canDraft(actor, action, object.draft.account, object.colleagues ?? []);
    case 'profile':
      return canProfile(actor, action, object.profile);
    case 'account':
      return actor.account === object.account && (action === 'export-data' || action === 'delete-data');
    case 'programme':
      if (actor.isSystem === true) return SYSTEM_ACTIONS.includes(action);
      return hasAny(staffRoles(actor), PROGRAMME_ROLES[action] ?? []);
  }
}

/** In which capacity `actor` may do the act, for `move`'s `actorRole`; null when in none. Deciding goes before handling. */
export function moverFor(actor: Actor, action: CaseAction, object: CaseObject): Mover | null {
  const movers = moversOf(actor, object);
  const order: readonly Mover[] = ['applicant', 'owner', 'decider', 'reviewer', 'recommender', 'system'];
  const named = LIFECYCLES[object.record.kind].filter((step) => step.action === action);
  return order.find((mover) => movers.has(mover) && named.some((step) => step.by.includes(mover))) ?? null;
}

function canCase(actor: Actor, action: Action, object: CaseObject): boolean {
  const act = CASE_ACTS.find((each) => each === action);
  if (act !== undefined) return moverFor(actor, actionOf(act), object) !== null;
  if (actor.isSystem === true) return false;
  if (action === 'withdraw') {
    const mover = moverFor(actor, 'withdraw', object);
    return mover === 'applicant' || mover === 'owner';
  }
  return canRead(action, object, standing(actor, object), actor.account !== null);
}

function actionOf(act: (typeof CASE_ACTS)[number]): CaseAction {
  return act.slice('act:'.length) as CaseAction;
}

function canRead(action: Action, object: CaseObject, at: Standing, isKnown: boolean): boolean {
  const { record } = object;
  switch (action) {
    case 'read-summary':
      return canReadCase(object, at) || (record.kind === 'listing' && isShown(record, 'summary'));
    case 'read-case':
      return canReadCase(object, at);
    case 'read-bid-content':
      return isBid(record) && (isInside(object, at) || (hasAny(at.roles, OFFICE) && !at.hasConflict));
    case 'read-contact':
      return at.isRecommender || isInside(object, at) || (hasAny(at.roles, OFFICE) && !at.hasConflict);
    case 'read-bid-count':
      if (record.kind !== 'listing') return false;
      return hasAny(at.roles, ANY_STAFF) || (at.isOwn && !BEFORE_CLOSE.includes(record.status));
    case 'read-candidates':
      // Suggestions serve outreach: once bids are judged nobody may look at them (R12).
      return !isBid(record) && BEFORE_REVIEW.includes(record.status) && hasAny(at.roles, OFFICE);
    case 'take-up':
      return isKnown && record.kind === 'listing' && !at.isOwn && (isShown(record, 'summary') || at.isInvited);
    default:
      return false;
  }
}

function canReadCase(object: CaseObject, at: Standing): boolean {
  const { record } = object;
  if (hasAny(at.roles, ANY_STAFF) || isInside(object, at) || at.isRecommender) return true;
  if (record.kind !== 'listing') return false;
  return isShown(record, 'public') || (at.isInvited && isShown(record, 'invited'));
}

/** The case's own people; and, of a shortlisted bid that may be handed over, the owner of the list. */
function isInside(object: CaseObject, at: Standing): boolean {
  if (at.isOwn || (at.isColleague && isBid(object.record))) return true;
  const { record, listing } = object;
  const isRevealed = record.kind === 'application' && record.status === 'shortlisted' && object.handOver;
  return isRevealed && at.isListOwner && listing !== null && HANDED_OVER.includes(listing.status);
}

function isBid(record: CaseRecord): boolean {
  return record.kind === 'application' || record.kind === 'interest';
}

/** Whether a list is out, at least as openly as `least`. */
function isShown(listing: Listing, least: Listing['details']['visibility']): boolean {
  const order = ['invited', 'summary', 'public'];
  return wasPublished(listing) && order.indexOf(listing.details.visibility) >= order.indexOf(least);
}

function canDraft(actor: Actor, action: Action, owner: string, colleagues: readonly string[]): boolean {
  const { account } = actor;
  if (account === null) return false;
  if (action === 'submit' || action === 'share-draft') return account === owner;
  if (action !== 'read-draft' && action !== 'edit-draft') return false;
  return account === owner || colleagues.includes(account);
}

function canProfile(
  actor: Actor,
  action: Action,
  profile: Pick<Profile, 'account' | 'discoverable' | 'source'>,
): boolean {
  if (actor.account === null) return false;
  const isOwn = profile.account === actor.account;
  if (action === 'edit-profile') return isOwn;
  if (action !== 'read-profile') return false;
  const isOut = profile.discoverable || (profile.account === null && profile.source !== 'live');
  return isOwn || (isOut && hasAny(staffRoles(actor), OFFICE));
}

function hasAny(held: ReadonlySet<Role>, wanted: readonly Role[]): boolean {
  return wanted.some((role) => held.has(role));
}
