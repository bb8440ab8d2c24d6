/** What a channel hands in: one platform message, normalised. */

import type { Address } from '../conversation/address.ts';
import type { StoredFile } from '../programme/answer.ts';
import type { Command } from '../understanding/command.ts';

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
