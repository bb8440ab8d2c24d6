/** What the middle needs from the edges. Implemented by channels, ai, store and documents; wired in main. */
// architecture: one page of contracts, read together; each port is short.
import type { Address, ChannelName, DeliveryTarget } from './conversation/address.ts';
import type { CaseView, Effect, Hit, State } from './conversation/reducer-types.ts';
import type { DocumentRef, NoticeInfo } from './conversation/say.ts';
import type { StoredFile } from './programme/answer.ts';
import type {
  Account,
  AuditEntry,
  Batch,
  CaseKind,
  CaseRecord,
  Consent,
  Draft,
  Locale,
  Membership,
  Profile,
} from './programme/records.ts';
import type { Command } from './understanding/command.ts';

export type { Address, ChannelName, DeliveryTarget } from './conversation/address.ts';

/** A file as a channel names it; fetched by the engine inside the turn, before any transaction. */
export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly bytes: number | null;
  /** Set when the channel already put the bytes into the file store (web uploads). */
  readonly stored?: StoredFile;
}

/** What a button press or a desk form chose: an opaque button id of a message we sent, or a command of a signed-in desk. */
export type Chosen = { readonly button: string } | { readonly command: Command };

/** A platform update, normalised. Any of `keys` seen before means a duplicate (Slack: event id and channel+ts). */
export interface Inbound {
  readonly keys: readonly string[];
  readonly address: Address;
  /** ISO time; deadlines are decided by it. */
  readonly receivedAt: string;
  /** Platform order within one delivered batch; across batches the inbox id decides. */
  readonly sequence: number;
  readonly said?: string;
  readonly chose?: Chosen;
  readonly files?: readonly FileRef[];
  /** Platform id of this message, so that a later edit can name it. */
  readonly messageId?: string;
  /** Platform id of the message that `said` replaces. */
  readonly edits?: string;
  readonly unreadable?: 'voice' | 'sticker' | 'other';
  /** The visitor has opened the chat without saying anything yet. */
  readonly opened?: boolean;
  /** Language hint of the platform or browser, e.g. `en-GB`. */
  readonly languageHint?: string;
}

/** One button as a channel shows it. The id is opaque, `messageId.n`, at most 40 ASCII characters. */
export interface Button {
  readonly id: string;
  readonly label: string;
  readonly style?: 'primary' | 'danger';
}

/** One card as a channel shows it. */
export interface Card {
  readonly title: string;
  readonly label?: string;
  readonly facts: readonly string[];
  readonly because: readonly string[];
  readonly button: Button;
}

/** A message rendered for one reader, ready to send. All text is plain: never markup. */
export interface Reply {
  /** Id of the stored message, 26 characters. */
  readonly id: string;
  readonly text: string;
  /** The reader's language the text is in; channels guess it from the text when absent. */
  readonly locale?: Locale;
  readonly buttons: readonly Button[];
  readonly cards: readonly Card[];
  readonly files: readonly (DocumentRef & { readonly name: string })[];
  /** Absolute or rooted address shown as a link and, where possible, as a QR code. */
  readonly link?: string;
  readonly progress?: { readonly done: number; readonly of: number };
  readonly asks?: string;
  /** Catalogue keys in order: what tests and statistics read. */
  readonly keys: readonly string[];
  readonly notice?: NoticeInfo;
}

/** What a platform gave back for a sent message, for later updates: message ts, id … */
export type Receipt = Readonly<Record<string, string | number>>;

/** The engine's door for channels: resolves when the messages are on disk. */
export type Accept = (messages: readonly Inbound[]) => Promise<void>;

/** One platform. Thin: receive and send, no decisions. */
export interface Channel {
  readonly name: ChannelName;
  /** Starts receiving. Acknowledge the platform only after `accept` resolves: then the messages are on disk. */
  start(accept: Accept): Promise<void>;
  /** Sends or updates one message. Throws BotError `delivery`: permanent, or retryable with an optional retry-after. */
  send(to: Address, reply: Reply, updates?: Receipt): Promise<Receipt>;
  /** Fetches a file somebody sent; throws BotError `delivery`. Never more than `maxBytes`. */
  fetchFile?(ref: FileRef, maxBytes: number): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** Turns texts into vectors. */
export interface Embedder {
  /** Stored with every vector; a different id means re-embedding. */
  readonly id: string;
  readonly dimensions: number;
  /** Unit-length vectors, one per text, in order. Throws BotError `model`. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** A language model behind prompt files. */
export interface ChatModel {
  readonly provider: string;
  /** Fills prompt file `prompt` and returns what `parse` accepts; throws BotError `model` after its own retry. */
  complete<T>(prompt: string, vars: Readonly<Record<string, string>>, parse: (raw: unknown) => T): Promise<T>;
}

/** The only source of time. */
export interface Clock {
  now(): Date;
}

/** 128 random bits as 32 hex digits. */
export type RandomId = () => string;

/** Finds lists for words and people for lists. Answers in memory; fed by {@link MatchIndex.put}. */
export interface MatchIndex {
  /** Adds or replaces a record's items; unlisted kinds are ignored. */
  put(record: CaseRecord | Profile): void;
  remove(id: string): void;
  /** Lists for a wish, best first. `accept` filters exactly (open, visible, sector). */
  lists(words: string, accept: (id: string) => boolean, limit: number): Promise<readonly MatchHit[]>;
  /** People and teams for a list or need text, best first. */
  people(words: string, accept: (id: string) => boolean, limit: number): Promise<readonly MatchHit[]>;
  /** Waits until all vectors of put records are stored; for tests and imports. */
  settled(): Promise<void>;
}

/** One match: 0…1 and which words met. */
export interface MatchHit {
  readonly id: string;
  readonly score: number;
  readonly because: Hit['because'];
}

/** Vectors by record item, embedder and text hash. */
export interface VectorRepository {
  load(
    embedder: string,
  ): Promise<readonly { readonly key: string; readonly textHash: string; readonly vector: Float32Array }[]>;
  save(
    embedder: string,
    rows: readonly { readonly key: string; readonly textHash: string; readonly vector: Float32Array }[],
  ): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** One claimed message with the account it belongs to. */
export interface ClaimedMessage {
  readonly inbox: number;
  /** 128 random bits given at acceptance, hex. */
  readonly turn: string;
  readonly inbound: Inbound;
}

/** The oldest open messages of one account, leased. `account` is null for an address never seen. */
export interface ClaimedTurn {
  readonly account: string | null;
  readonly messages: readonly ClaimedMessage[];
  readonly state: State | null;
  readonly version: number;
  /** How often the first message has been tried before. */
  readonly attempts: number;
}

/** A message for the outbox. */
export interface Outgoing {
  /** Unique; a second row of the same key is refused silently. */
  readonly key: string;
  readonly to: Address;
  readonly reply: Reply;
  /** Commands behind the buttons, by button id: kept with the stored message. */
  readonly commands: Readonly<Record<string, Command>>;
  readonly account: string | null;
  readonly dueAt: string;
  readonly group: string | null;
  /** Key of an earlier outgoing row whose message this one replaces. */
  readonly updates: string | null;
}

/** Everything one turn changes; committed whole or not at all. */
export interface TurnResult {
  readonly turn: ClaimedTurn;
  readonly account: Account;
  /** The address to link to the account, when it was new. */
  readonly link: Address | null;
  readonly state: State;
  /** Record effects in order; replies and tells are already `outgoing`. */
  readonly effects: readonly Effect[];
  readonly audit: readonly AuditEntry[];
  readonly outgoing: readonly Outgoing[];
  /** What the person said, redacted, for the transcript. */
  readonly said: readonly {
    readonly inbox: number;
    readonly address: Address;
    readonly at: string;
    readonly text: string;
    readonly messageId: string | null;
  }[];
}

/** A due outbox row. */
export interface Delivery {
  readonly id: number;
  readonly key: string;
  readonly to: Address;
  readonly reply: Reply;
  readonly attempts: number;
  /** Receipt of the message this one replaces, when it was sent. */
  readonly updates: Receipt | null;
}

/** Inbox, conversation, outbox. */
export interface TurnRepository {
  /** Stores messages; any key seen before makes that message a duplicate, dropped silently. */
  accept(messages: readonly Inbound[]): Promise<void>;
  /** Leases the oldest open messages of each idle account; a lease expires when its holder stops renewing it. */
  claim(now: Date, limit: number, leaseMs: number): Promise<readonly ClaimedTurn[]>;
  renew(inboxes: readonly number[], until: Date): Promise<void>;
  /** All or nothing for the batch. Throws BotError `conflict` when a version moved: the turn is run again on a fresh Book. */
  commit(results: readonly TurnResult[]): Promise<void>;
  /** Gives a failed turn back: counts the attempt and frees the lease at `retryAt`. */
  release(inboxes: readonly number[], retryAt: Date, reason: string): Promise<void>;
  /** Puts a poisonous message aside, with an apology to send; staff see it. */
  park(inbox: number, reason: string, apology: Outgoing | null): Promise<void>;
  parked(): Promise<
    readonly { readonly inbox: number; readonly address: Address; readonly reason: string; readonly at: string }[]
  >;
  /** Rows that may be sent now, one per address: later ones of an address wait for it. Of one channel when named. */
  due(now: Date, limit: number, channel?: ChannelName): Promise<readonly Delivery[]>;
  delivered(id: number, receipt: Receipt, at: Date): Promise<void>;
  /** An outage: later again, no attempt used. */
  postpone(id: number, until: Date, reason: string): Promise<void>;
  /** A permanent failure: parked, seen by staff. */
  fail(id: number, reason: string): Promise<void>;
  /** Deliveries that failed for good, oldest first. */
  failed(): Promise<
    readonly { readonly id: number; readonly address: Address; readonly reason: string; readonly at: string }[]
  >;
  /** When the next row is due, or null. */
  nextDue(): Promise<Date | null>;
  /** How many staff notices wait for this address, due or not. */
  noticesWaiting(to: Address): Promise<number>;
  pending(): Promise<{ readonly inbox: number; readonly outbox: number }>;
}

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
  /** Walks the audit chain: `brokenAt` is the first row that does not fit; keep `head` outside to notice a cut tail. */
  verifyAudit(): Promise<{ readonly rows: number; readonly head: string; readonly brokenAt: number | null }>;
  /** Waits for the writer, checkpoints and closes. */
  close(): Promise<void>;
}

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
  troubles(
    account: string,
  ): Promise<readonly { readonly what: string; readonly at: string; readonly reason: string }[]>;
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
