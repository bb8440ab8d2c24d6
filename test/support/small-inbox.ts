import type { Inbound } from '../../src/ports/message.ts';

/** An inbox like the store's: keys seen before drop a message; it can be told to fail. */
export interface SmallInbox {
  readonly accept: (messages: readonly Inbound[]) => Promise<void>;
  readonly messages: Inbound[];
  /** Every batch handed in, duplicates included. */
  readonly batches: (readonly Inbound[])[];
  /** The next `n` batches throw, as on a full disk. */
  fail(n: number): void;
  /** Resolves when `n` messages are there; throws after two seconds. */
  holds(n: number): Promise<readonly Inbound[]>;
}

/** Makes an empty inbox. */
export function makeSmallInbox(): SmallInbox {
  const seen = new Set<string>();
  const messages: Inbound[] = [];
  const batches: (readonly Inbound[])[] = [];
  let failures = 0;
  return {
    messages,
    batches,
    fail(n) {
      failures = n;
    },
    async accept(batch) {
      batches.push(batch);
      if (failures > 0) {
        failures -= 1;
        throw new Error('disk full');
      }
      for (const message of batch) {
        if (!message.keys.some((key) => seen.has(key))) messages.push(message);
        for (const key of message.keys) seen.add(key);
      }
    },
    async holds(n) {
      await until(() => messages.length >= n);
      return messages;
    },
  };
}

/** Waits until a condition holds; throws after `ms`. */
export async function until(holds: () => boolean, ms = 5000): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
