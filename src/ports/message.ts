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

/** Something the product's own clock wants done for a person; made by the engine alone, never by a channel. */
export type Timer = { readonly due: 'remind' | 'expire'; readonly draft: string } | { readonly due: 'digest' };

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
  /** Set only by the engine's schedule. */
  readonly timer?: Timer;
  /** Hash of the browser session it came from: signing out all others spares this one. */
  readonly session?: string;
  /** Language hint of the platform or browser, e.g. `en-GB`. */
  readonly languageHint?: string;
}
