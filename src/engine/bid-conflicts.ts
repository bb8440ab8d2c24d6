/** The conflict checks of a list's bids, for staff who may read them (R15). */
import type { RecordRepository } from '../ports/store.ts';
import { type ConflictCheck, checkConflict } from '../programme/conflict-check.ts';
import { type Actor, can, caseObject } from '../programme/policy.ts';
import type { Programme } from '../programme/programme.ts';
import type { AuditEntry, CaseRecord, Listing } from '../programme/records.ts';
import { staffRoles } from '../programme/standing.ts';
import { type Behind, bidIdentity, NOBODY, ownerIdentity } from './party-identity.ts';

/** One bid's check. */
export interface BidConflict {
  readonly bid: string;
  readonly check: ConflictCheck;
}

/**
 * Each application of `all` against the owner of its list, or only `asked` where that is one of them; none for the
 * authority's own lists and for readers without a right to the bids.
 */
export async function bidConflicts(
  records: RecordRepository,
  programme: Programme,
  actor: Actor,
  listing: Listing | null,
  all: readonly CaseRecord[],
  asked: CaseRecord,
): Promise<readonly BidConflict[]> {
  if (listing === null || staffRoles(actor).size === 0) return [];
  const mayRead = (bid: CaseRecord): boolean => {
    const siblings = all.filter((each) => each.id !== bid.id);
    return can(actor, 'read-bid-content', caseObject(programme, bid, { listing, siblings }));
  };
  const wanted = asked.kind === 'listing' ? all : [asked];
  const mine = wanted.filter((bid) => bid.kind === 'application' && !bid.offline && mayRead(bid));
  if (mine.length === 0) return [];
  const owner = ownerIdentity(listing, await behind(records, listing.owner));
  if (owner === null) return [];
  return Promise.all(
    mine.map(async (bid) => ({
      bid: bid.id,
      check: checkConflict(owner, bidIdentity(bid, await behind(records, bid.owner))),
    })),
  );
}

/** The profile and memberships of an account. */
export async function behind(records: RecordRepository, account: string | null): Promise<Behind> {
  if (account === null) return NOBODY;
  const [profile, memberships] = await Promise.all([records.profileOf(account), records.memberships(account)]);
  return { profile, memberships };
}

/** What the audit holds a bid's checks under: reading is no step of the case itself. */
export function conflictKey(bid: string): string {
  return `conflict ${bid}`;
}

/** The audit row of a check somebody was shown; null when its last answer on record is the same. */
export async function conflictSeen(
  records: RecordRepository,
  actor: string,
  { bid, check }: BidConflict,
  now: Date,
): Promise<AuditEntry | null> {
  const [last] = await records.audit(conflictKey(bid), 1);
  if (last?.to === check.answer) return null;
  return {
    at: now.toISOString(),
    actor,
    action: 'conflict-check',
    object: { kind: 'conflict', id: conflictKey(bid) },
    from: last?.to ?? null,
    to: check.answer,
    reasonHash: null,
    turn: 'desk',
  };
}
