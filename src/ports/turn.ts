/** One turn from the inbox to the outbox, as the engine asks it of the store. */

import type { Address, ChannelName } from '../conversation/address.ts';
import type { Effect, State } from '../conversation/reducer-types.ts';
import type { Account, AuditEntry } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import type { Receipt, Reply } from './channel.ts';
import type { Inbound } from './message.ts';

/** One claimed message with the account it belongs to. */
export interface ClaimedMessage {
  readonly inbox: number;
  /** 128 random bits given at acceptance, hex. */
  readonly turn: string;
  readonly inbound: Inbound;
}

/** A waiting message with the account its seat belongs to, null for somebody new. */
export interface SuspectMessage {
  readonly message: ClaimedMessage;
  readonly account: string | null;
  readonly reason: string;
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
  /** Notes, without waiting for the disk, which messages a turn (its first message) reads now; none when it has ended. */
  reading(turn: number, inboxes: readonly number[]): Promise<void>;
  /** Notes that this turn runs alone: a death during it is its doing. */
  alone(turn: number): Promise<void>;
  /** Waiting messages that were in hand at several deaths (`marked`), and those whose reading alone ended in several (`deadly`). */
  suspects(): Promise<{
    readonly deadly: readonly SuspectMessage[];
    readonly marked: readonly number[];
    /** Something that waits was in hand at a death. */
    readonly afterDeath: boolean;
  }>;
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
