/** What follows from a message that could not be delivered: later again, or put aside where staff see it. */
import { isBotError } from '../errors.ts';
import type { Channel } from '../ports/channel.ts';
import type { Delivery } from '../ports/turn.ts';
import { describeError } from './describe-error.ts';
import type { Outage } from './outage.ts';
import type { Running } from './parts.ts';
import { roomOf } from './room-of.ts';

/** A row whose sending breaks in an unforeseen way is given up after this many tries. */
const TRIES = 3;

/** Takes the failures of one channel. */
export interface FailedSends {
  /** True when the message waits for the platform to work again. */
  failed(row: Delivery, error: unknown): Promise<boolean>;
  /** A message went through: no room is under a limit as far as is known. */
  worked(row: Delivery): void;
}

/** Makes the taker. A limit of one room holds only that room; a second room's, or any other outage, holds the channel. */
export function makeFailedSends(channel: Channel, outage: Outage, { store, clock, tuning, log }: Running): FailedSends {
  const broken = new Map<number, number>();
  let limited: string | null = null;

  const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms);

  function again(row: Delivery, retryAfterMs: number | undefined): Date {
    if (retryAfterMs === undefined) return outage.failed(undefined);
    const room = roomOf(row.to);
    const isAlone = (limited === null || limited === room) && outage.until() === null && !outage.isProbing();
    limited = room;
    return isAlone ? inMs(retryAfterMs) : outage.failed(retryAfterMs);
  }

  async function oddly(row: Delivery, reason: string): Promise<void> {
    const tries = (broken.get(row.id) ?? 0) + 1;
    if (tries < TRIES) {
      broken.set(row.id, tries);
      return store.turns.postpone(row.id, inMs(tuning.outageMs * tries), reason);
    }
    broken.delete(row.id);
    return store.turns.fail(row.id, reason);
  }

  return {
    async failed(row, error) {
      const reason = describeError(error);
      log.warn({ channel: channel.name, row: row.id, reason }, 'a message could not be delivered');
      const isOutage = isBotError(error) && error.retryable;
      if (isOutage) await store.turns.postpone(row.id, again(row, error.retryAfterMs), reason);
      else if (isBotError(error)) await store.turns.fail(row.id, reason);
      else await oddly(row, reason);
      return isOutage;
    },
    worked(row) {
      broken.delete(row.id);
      limited = null;
    },
  };
}
