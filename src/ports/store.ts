/** The repositories the store offers. One writer, every write in a transaction. */

import type { Address } from '../conversation/address.ts';
import type { PersonRequest } from '../conversation/person-request.ts';
import type { NoticeAbove } from '../conversation/say.ts';
import type { StoredFile } from '../programme/answer.ts';
import type {
  Account,
  AuditEntry,
  Batch,
  CaseKind,
  CaseRecord,
  Consent,
  Draft,
  Membership,
  Profile,
} from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import type { CareRepository } from './care.ts';
import type { Reply } from './channel.ts';
import type { VectorRepository } from './match.ts';
import type { TurnRepository } from './turn.ts';

/** A stored message of somebody's conversation. */
export interface TranscriptRow {
  readonly id: string;
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly reply: Reply | null;
  /** For what a person said: the platform's id of it, so that a browser knows its own message again. */
  readonly messageId?: string | null;
}

/** What people see after a reload, and the commands behind buttons. */
export interface MessageRepository {
  transcript(address: Address, limit: number, before?: string): Promise<readonly TranscriptRow[]>;
  /** The command behind a button of a message sent to this address or room; null for unknown. */
  commandOf(button: string): Promise<{
    readonly command: Command;
    readonly account: string | null;
    readonly to: Address;
    readonly latest: boolean;
    readonly asks: string | null /** What the button said, for the transcript. */;
    readonly label: string;
  } | null>;
  /** Inbox random id of a platform message of this address, for edits. */
  turnOfMessage(address: Address, messageId: string): Promise<string | null>;
  /** When a platform message of this address came, ISO. */
  timeOfMessage(address: Address, messageId: string): Promise<string | null>;
}

/** Which cases to read. */
export interface CaseFilter {
  readonly kinds?: readonly CaseKind[];
  readonly statuses?: readonly string[];
  readonly sectors?: readonly string[];
  readonly owner?: string;
  readonly listing?: string;
  readonly sources?: readonly string[];
  readonly turns?: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
  /** `newest` made first (the default), or `waiting` longest in its status first. */
  readonly order?: 'newest' | 'waiting';
}

/** So many cases are alike in kind, status, field, turn and source. */
export interface CaseTally {
  readonly kind: CaseKind;
  readonly status: string;
  readonly sector: string | null;
  readonly turn: string;
  readonly source: string;
  readonly n: number;
}

/** What is kept of a person, by the kind of record; each row is plain JSON. Secrets (tokens, hashes of tokens) are left out. */
export type PersonRows = Readonly<Record<string, readonly unknown[]>>;

/** The programme's records: reads only, all writes go through {@link TurnRepository.commit} or {@link LoadRepository}. */
export interface RecordRepository {
  account(id: string): Promise<Account | null>;
  accountAt(address: Address): Promise<string | null>;
  addresses(account: string): Promise<readonly Address[]>;
  memberships(account: string): Promise<readonly Membership[]>;
  staff(): Promise<readonly { readonly account: Account; readonly memberships: readonly Membership[] }[]>;
  consents(account: string): Promise<readonly Consent[]>;
  profileOf(account: string): Promise<Profile | null>;
  profiles(): Promise<readonly Profile[]>;
  drafts(account: string): Promise<readonly Draft[]>;
  draft(id: string): Promise<Draft | null>;
  case(idOrReference: string): Promise<CaseRecord | null>;
  cases(filter: CaseFilter): Promise<readonly CaseRecord[]>;
  countCases(filter: CaseFilter): Promise<number>;
  /** All cases counted by what filters look at, in one pass over the columns. */
  tally(): Promise<readonly CaseTally[]>;
  batches(): Promise<readonly Batch[]>;
  hasReturnLink(account: string): Promise<boolean>;
  audit(object: string, limit: number): Promise<readonly AuditEntry[]>;
  /** Everything kept of a person, for their export (R39). */
  person(account: string): Promise<PersonRows>;
  isEmpty(): Promise<boolean>;
}

/** Bulk writes of data that come from outside a conversation: samples and imports. One transaction per call. */
export interface LoadRepository {
  load(rows: {
    readonly batches?: readonly Batch[];
    readonly cases?: readonly CaseRecord[];
    readonly profiles?: readonly Profile[];
    readonly accounts?: readonly Account[];
    readonly drafts?: readonly Draft[];
    readonly audit?: readonly AuditEntry[];
  }): Promise<void>;
}

/** File bytes by sha256, kept in the database in chunks of 1 MB. */
export interface FileRepository {
  /** `by` is the seat it came from: when its person is deleted, so is an upload that became part of nothing. */
  put(bytes: Uint8Array, name: string, mime: string, by?: Address): Promise<StoredFile>;
  get(sha256: string): Promise<Uint8Array | null>;
}

/** Web sessions and secrets; only hashes of tokens are kept. */
export interface SessionRepository {
  /** Makes or finds the session of a cookie secret. `staff` sessions belong to an account. */
  open(session: {
    readonly secretHash: string;
    readonly room: string;
    readonly staff: string | null;
    readonly at: Date;
    readonly until: Date;
    /** True for a browser that came in by a return link: revoking the links signs it out. */
    readonly joined?: boolean;
  }): Promise<void>;
  find(secretHash: string, now: Date): Promise<{ readonly room: string; readonly staff: string | null } | null>;
  close(secretHash: string): Promise<void>;
  /** Account behind a valid return link; null for unknown or revoked ones. */
  accountOfReturnLink(tokenHash: string): Promise<string | null>;
  /** Gives a seat to an account: the browser that opened its return link. */
  link(address: Address, account: string, at: Date): Promise<void>;
  /** One-time staff sign-in links. */
  addOwnerLink(tokenHash: string, account: string, until: Date): Promise<void>;
  useOwnerLink(tokenHash: string, now: Date): Promise<string | null>;
}

/** Staff accounts are managed by the operator's command line and by admins. */
export interface StaffRepository {
  add(account: Account, membership: Membership, audit: AuditEntry): Promise<void>;
  /** Ends every membership, session and link of the account. */
  revoke(account: string, at: string, audit: AuditEntry): Promise<void>;
  /** Links an outside address (Slack team and user) to a staff account. */
  link(address: Address, account: string, audit: AuditEntry): Promise<void>;
}

/** Wishes for a person (转人工), and what platform threads they are answered in. */
export interface RequestRepository {
  request(id: string): Promise<PersonRequest | null>;
  /** Those not closed: open ones first, oldest first. */
  waiting(): Promise<readonly PersonRequest[]>;
  /** What the notice is about that was sent to `room` under the platform's thread id; null for any other thread. */
  noticeOf(room: string, thread: string): Promise<NoticeAbove | null>;
}

/** What is spent of a day's share of questions to the language model. */
export interface CallRepository {
  /** Counts one question of the account on `day` (ISO date), unless its share or everybody's is used up: then false. Other days are forgotten. */
  take(account: string, day: string, most: { readonly perPerson: number; readonly perDay: number }): Promise<boolean>;
}

/** The whole store. */
export interface Store {
  readonly turns: TurnRepository;
  readonly messages: MessageRepository;
  readonly records: RecordRepository;
  readonly load: LoadRepository;
  readonly files: FileRepository;
  readonly sessions: SessionRepository;
  readonly staff: StaffRepository;
  readonly vectors: VectorRepository;
  readonly requests: RequestRepository;
  readonly care: CareRepository;
  readonly calls: CallRepository;
  /** Walks the audit chain: `brokenAt` is the first row that does not fit; keep `head` outside to notice a cut tail. */
  verifyAudit(): Promise<{ readonly rows: number; readonly head: string; readonly brokenAt: number | null }>;
  /** Waits for the writer, checkpoints and closes. */
  close(): Promise<void>;
}
