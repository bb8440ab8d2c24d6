/** What the staff desk and the documents need of the middle. */

import type { DeliveryTarget } from '../conversation/address.ts';
import type { MatchReasons } from '../conversation/match-reason.ts';
import type { PersonRequest } from '../conversation/person-request.ts';
import type { CaseView } from '../conversation/reducer-types.ts';
import type { DocumentRef } from '../conversation/say.ts';
import type { StoredFile } from '../programme/answer.ts';
import type { CardDraft, ConceptCard } from '../programme/concept-card.ts';
import type { ConflictCheck } from '../programme/conflict-check.ts';
import type { Account, CaseRecord, Listing, Membership, Need, Profile } from '../programme/records.ts';
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
  /** A list the lexicon knows little of and nobody has filled in a concept card for, though its reader may. */
  readonly thin?: true;
}

/** Which cases a queue shows; with `actable`, of those only what its reader can do something about now (who may only look sees all). */
export interface QueueFilter extends CaseFilter {
  readonly actable?: true;
}

/** Somebody suggested for outreach: why, and how they stand to the owner of the list or need. */
export interface Candidate extends MatchHit {
  readonly profile: Profile;
  /** Null where the matcher cannot tell more than the words. */
  readonly reasons: MatchReasons | null;
  /** Null for the authority's own lists. */
  readonly conflict: ConflictCheck | null;
}

/** Who asked for a person: their living cases, the one in hand first, and the number they left; null where it may not be known. */
export interface Asker {
  /** The title is null for a case handled offline. */
  readonly cases: readonly { readonly reference: string; readonly title: string | null }[];
  readonly contact: string | null;
}

/** Every read a person may make, after `can`. Null and empty mean "not yours" and "not there" alike. */
export interface Desk {
  /** The staff account of a session, with what it may do; null when revoked. */
  me(account: string): Promise<{ readonly account: Account; readonly memberships: readonly Membership[] } | null>;
  queue(account: string, filter: QueueFilter): Promise<{ readonly rows: readonly QueueRow[]; readonly total: number }>;
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
  /** When the case of this number was deleted with its person (ISO), for staff whose sectors it belonged to; null otherwise. */
  erased(account: string, reference: string): Promise<string | null>;
  /** Candidates for outreach (R12): never on evaluation pages; null for a list under evaluation. */
  candidates(account: string, listing: string): Promise<readonly Candidate[] | null>;
  /** The concept card of a list or need beside the lexicon's draft; null for those who may not look at candidates. */
  card(account: string, idOrReference: string): Promise<CardView | null>;
  /** Open lists no consenting person fits yet, the most pressing first; null for those who may not look at candidates. Logged (R12). */
  unmatched(account: string): Promise<readonly UnmatchedList[] | null>;
  /** People and teams whose work is like this one's, for outreach only; null for a profile this person may not read. Logged (R12). */
  similar(account: string, profile: string): Promise<SimilarTeams | null>;
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
  workbook(account: string, filter: QueueFilter): Promise<Uint8Array | null>;
  /** Parked messages and failed deliveries, for staff. */
  troubles(account: string): Promise<readonly Trouble[]>;
  /** Wishes for a person that are not closed; null for those who may not answer them. */
  requests(account: string): Promise<readonly PersonRequest[] | null>;
  /** What staff may know of who made the wish; null for those who may not answer it. */
  asker(account: string, request: PersonRequest): Promise<Asker | null>;
  /** How many cases each filter would show this person, in one read. */
  counts<Name extends string>(
    account: string,
    filters: Readonly<Record<Name, QueueFilter>>,
  ): Promise<Readonly<Record<Name, number>>>;
}

/** A card as the desk shows it; `draft` is null where no lexicon could be read. */
export interface CardView {
  readonly record: Listing | Need;
  readonly card: ConceptCard | null;
  readonly draft: CardDraft | null;
  readonly mayEdit: boolean;
}

/** An open list nobody fits: the best score 0…1, days left (null without a last day), interests declared so far, and where else to look. */
export interface UnmatchedList {
  readonly listing: Listing;
  readonly best: number;
  readonly daysLeft: number | null;
  readonly interests: number;
  /** The nearest published teams nobody has registered; they are never notified. */
  readonly teams: readonly (MatchHit & { readonly profile: Profile })[];
  /** Fields with the same ways of working, from the card or its draft. */
  readonly neighbours: readonly string[];
  readonly thin: boolean;
}

/** A profile, and the ones most like it with what they share. */
export interface SimilarTeams {
  readonly profile: Profile;
  readonly similar: readonly (MatchHit & { readonly profile: Profile })[];
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
