/** 回避: who must keep out of a decision. Grants rest on accounts; bars rest on any hint that two units are one. */
import { fold } from '../text/fold.ts';
import type { CaseRecord, Listing, Membership, OrganisationRef, Role } from './records.ts';

/** What a conflict may lie in: the case, its list, the bids beside it, and recusals on record. */
export interface Dispute {
  readonly record: CaseRecord;
  readonly listing: Listing | null;
  readonly siblings: readonly CaseRecord[];
  /** Accounts that declared an interest in this case or its unit. */
  readonly recused: readonly string[];
}

// A staff member's own office posts the authority's lists: serving there is no conflict.
const OWN_SIDE: readonly Role[] = ['lead', 'colleague', 'need-owner'];

/** True when both names mean one unit: by credit code where both have one, else by name without script, width and blanks. */
export function isSameUnit(one: OrganisationRef | null, other: OrganisationRef | null): boolean {
  if (one === null || other === null) return false;
  if (one.creditCode !== null && other.creditCode !== null) return one.creditCode === other.creditCode;
  const plain = (name: string) => fold(name).replace(/[\s\p{P}]/gu, '');
  return plain(one.name) !== '' && plain(one.name) === plain(other.name);
}

/** True when the account or one of its units is a party of the case or of its competitors, or declared an interest. */
export function hasConflict(account: string, memberships: readonly Membership[], dispute: Dispute): boolean {
  if (dispute.recused.includes(account)) return true;
  const units = memberships
    .filter((each) => each.revokedAt === null && OWN_SIDE.includes(each.role))
    .map((each) => each.organisation);
  const parties = [dispute.record, ...(dispute.listing === null ? [] : [dispute.listing]), ...dispute.siblings];
  return parties.some((party) => party.owner === account || units.some((unit) => isSameUnit(unit, party.organisation)));
}
