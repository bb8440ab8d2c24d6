/** What the staff desk and the documents need of the middle. */

import type { DeliveryTarget } from '../conversation/address.ts';
import type { PersonRequest } from '../conversation/person-request.ts';
import type { CaseView } from '../conversation/reducer-types.ts';
import type { DocumentRef } from '../conversation/say.ts';
import type { StoredFile } from '../programme/answer.ts';
import type { Account, CaseRecord, Membership, Profile } from '../programme/records.ts';
import type { MatchHit } from './match.ts';
import type { CaseFilter, PersonRows } from './store.ts';

/** A row of the staff queue. */
export interface QueueRow {
  readonly record: CaseRecord;
  /** Whole days since the status began, programme time. */
  readonly days: number;
  readonly overdue: boolean;
  /** Bids or interests on a listing. */
  readonly count: number | null;
}

/** Every read a person may make, after `can`. Null and empty mean "not yours" and "not there" alike. */
export interface Desk {
  /** The staff account of a session, with what it may do; null when revoked. */
  me(account: string): Promise<{ readonly account: Account; readonly memberships: readonly Membership[] } | null>;
  queue(account: string, filter: CaseFilter): Promise<{ readonly rows: readonly QueueRow[]; readonly total: number }>;
  view(
    account: string,
    idOrReference: string,
  ): Promise<
    | (CaseView & {
        readonly files: readonly StoredFile[];
        readonly allowed: readonly string[];
        readonly related: readonly CaseRecord[];
      })
    | null
  >;
  /** Candidates for outreach (R12): never on evaluation pages; null for a list under evaluation. */
  candidates(account: string, listing: string): Promise<readonly (MatchHit & { readonly profile: Profile })[] | null>;
  /** Bytes of a file that belongs to a case the person may read. */
  file(
    account: string,
    caseId: string,
    sha256: string,
  ): Promise<{ readonly file: StoredFile; readonly bytes: Uint8Array } | null>;
  /** A document made from a record the person may read; null otherwise. */
  document(
    account: string,
    ref: DocumentRef,
  ): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Uint8Array } | null>;
  /** The queue as a workbook. */
  workbook(account: string, filter: CaseFilter): Promise<Uint8Array | null>;
  /** Parked messages and failed deliveries, for staff. */
  troubles(account: string): Promise<readonly Trouble[]>;
  /** Wishes for a person that are not closed; null for those who may not answer them. */
  requests(account: string): Promise<readonly PersonRequest[] | null>;
  /** How many cases each filter would show this person, in one read. */
  counts<Name extends string>(
    account: string,
    filters: Readonly<Record<Name, CaseFilter>>,
  ): Promise<Readonly<Record<Name, number>>>;
}

/** A message that was put aside. `box` and `id` name it where this person may try it again or leave it. */
export interface Trouble {
  readonly what: string;
  readonly at: string;
  readonly reason: string;
  readonly box: 'inbox' | 'outbox';
  readonly id: number;
}

/** Papers made from records. */
export interface Documents {
  /** A case's paper needs `view`, a person's own data `account` and `person`. Throws BotError `data` for a template that is wrong. */
  make(
    ref: DocumentRef,
    view: CaseView | null,
    account: Account | null,
    person?: PersonRows,
  ): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Uint8Array }>;
  queue(rows: readonly QueueRow[]): Promise<Uint8Array>;
}

/** What changed in a commit, told in process to whoever shows it live. Never the only way to learn it. */
export interface ChangeFeed {
  publish(change: { readonly kind: 'case' | 'outbox'; readonly id: string }): void;
  subscribe(listener: (change: { readonly kind: 'case' | 'outbox'; readonly id: string }) => void): () => void;
}

/** Where deliveries for staff of a sector go beside the desk. */
export type StaffTargets = (sector: string | null) => readonly DeliveryTarget[];
