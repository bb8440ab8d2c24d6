/** How somebody stands to a case: the facts every permission is made of. */
import { KNOWN_FIELDS, textAnswer } from './case-answers.ts';
import { hasConflict } from './conflict.ts';
import type { Mover } from './lifecycle.ts';
import type { Programme } from './programme.ts';
import type { CaseRecord, Listing, Membership, Role } from './records.ts';

/** Who asks. `account` is null for a passer-by; `isSystem` is the product's own clock. */
export interface Actor {
  readonly account: string | null;
  readonly memberships: readonly Membership[];
  readonly isSystem?: boolean;
}

/** A case as the policy sees it; make one with {@link caseObject}. */
export interface CaseObject {
  readonly kind: 'case';
  readonly record: CaseRecord;
  /** Division that answers for the case's sector; null when no sector is known. */
  readonly division: string | null;
  readonly listing: Listing | null;
  readonly siblings: readonly CaseRecord[];
  /** Accounts the lead invited to write along. */
  readonly colleagues: readonly string[];
  /** Accounts invited to a list that is not public. */
  readonly invited: readonly string[];
  readonly recused: readonly string[];
  /** True once the bidder consented to hand the bid to the need owner. */
  readonly handOver: boolean;
}

/** How an actor stands to one case. */
export interface Standing {
  readonly isOwn: boolean;
  readonly isColleague: boolean;
  readonly isListOwner: boolean;
  readonly isInvited: boolean;
  readonly isRecommender: boolean;
  readonly hasConflict: boolean;
  /** Staff roles that reach this case's division. */
  readonly roles: ReadonlySet<Role>;
}

const STAFF_ROLES: readonly Role[] = ['viewer', 'reviewer', 'decider', 'admin'];

/** The division that answers for a case's sector; null while the sector is unknown, which every division may see. */
export function divisionOf(programme: Programme, record: CaseRecord): string | null {
  return programme.sectors.find((sector) => sector.id === record.sector)?.division ?? null;
}

/** Puts together what the policy must know about a case; whatever is left out counts as "no". */
export function caseObject(
  programme: Programme,
  record: CaseRecord,
  more: Partial<Omit<CaseObject, 'kind' | 'record' | 'division'>> = {},
): CaseObject {
  return {
    listing: null,
    siblings: [],
    colleagues: [],
    invited: [],
    recused: [],
    handOver: false,
    ...more,
    kind: 'case',
    record,
    division: divisionOf(programme, record),
  };
}

/** The actor's staff roles that are in force, for `division` when one is given. */
export function staffRoles(actor: Actor, division: string | null = null): ReadonlySet<Role> {
  const inForce = actor.memberships.filter(
    (each) =>
      each.account === actor.account &&
      each.revokedAt === null &&
      STAFF_ROLES.includes(each.role) &&
      (division === null || each.division === null || each.division === division),
  );
  return new Set(inForce.map((each) => each.role));
}

/** How `actor` stands to the case. */
export function standing(actor: Actor, object: CaseObject): Standing {
  const { account } = actor;
  const { record, listing } = object;
  return {
    isOwn: account !== null && record.owner === account,
    isColleague: account !== null && object.colleagues.includes(account),
    isListOwner: account !== null && listing?.owner === account,
    isInvited: account !== null && object.invited.includes(account),
    isRecommender: isItsRecommender(actor, record),
    hasConflict: account === null || hasConflict(account, actor.memberships, object),
    roles: staffRoles(actor, object.division),
  };
}

function isItsRecommender(actor: Actor, record: CaseRecord): boolean {
  const body = textAnswer(record.answers, KNOWN_FIELDS.recommender);
  if (record.kind !== 'need' || record.status === 'posted' || body === null) return false;
  return actor.memberships.some(
    (each) =>
      each.account === actor.account &&
      each.revokedAt === null &&
      each.role === 'recommender' &&
      each.division === body,
  );
}

/** In which capacities `actor` may move the case; who has a conflict keeps only those of the case's own person. */
export function moversOf(actor: Actor, object: CaseObject): ReadonlySet<Mover> {
  if (actor.isSystem === true) return new Set<Mover>(['system']);
  const at = standing(actor, object);
  const movers = new Set<Mover>();
  const { kind } = object.record;
  if (at.isOwn) movers.add(kind === 'need' || kind === 'listing' ? 'owner' : 'applicant');
  if (at.hasConflict) return movers;
  if (at.isRecommender) movers.add('recommender');
  if (at.roles.has('reviewer')) movers.add('reviewer');
  if (at.roles.has('decider')) movers.add('decider');
  return movers;
}
