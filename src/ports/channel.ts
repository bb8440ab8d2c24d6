/** What a channel is asked to send, and the channel itself. Implemented under channels. */

import type { Address, ChannelName } from '../conversation/address.ts';
import type { DocumentRef, NoticeInfo } from '../conversation/say.ts';
import type { Locale } from '../programme/records.ts';
import type { FileRef, Inbound } from './message.ts';

/** One button as a channel shows it. The id is opaque, `messageId.n`, at most 40 ASCII characters. */
export interface Button {
  readonly id: string;
  readonly label: string;
  readonly style?: 'primary' | 'danger';
  /** What its act cannot do without: a channel with forms may ask it at once and send it along. */
  readonly asks?: 'reason';
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
  /** For channels with room for a long row of choices: what to show instead of `text` and `buttons`. */
  readonly menu?: { readonly text: string; readonly buttons: readonly Button[] };
  readonly files: readonly (DocumentRef & { readonly name: string })[];
  /** Absolute or rooted address shown as a link and, where possible, as a QR code. */
  readonly link?: string;
  readonly progress?: { readonly done: number; readonly of: number };
  readonly asks?: string;
  /** The last word to somebody whose data are gone. */
  readonly farewell?: true;
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
