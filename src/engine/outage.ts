/** A breaker by our own clock: while a channel is out nothing is sent to it, and after the wait one message tries. */
import { ExponentialBackoff, noJitterGenerator } from 'cockatiel';
import type { Clock } from '../ports/clock.ts';
import type { Tuning } from './parts.ts';

/** The breaker of one channel. */
export interface Outage {
  /** When the next message may try; null while the channel works. */
  until(): Date | null;
  /** True when the wait is over and exactly one message should try. */
  isProbing(): boolean;
  /** A send failed for now; tells when to try again. */
  failed(retryAfterMs: number | undefined): Date;
  /** A send went through; true when that ended an outage. */
  worked(): boolean;
}

/** Makes a breaker that is closed. Waits grow from `outageMs` to `outageMaxMs`; a longer wish of the platform is obeyed. */
export function makeOutage(clock: Clock, tuning: Pick<Tuning, 'outageMs' | 'outageMaxMs'>): Outage {
  const backoff = new ExponentialBackoff({
    generator: noJitterGenerator,
    initialDelay: tuning.outageMs,
    maxDelay: tuning.outageMaxMs,
  });
  let wait: ReturnType<typeof backoff.next> | null = null;
  let until: Date | null = null;
  return {
    until: () => (until !== null && until > clock.now() ? until : null),
    isProbing: () => until !== null && until <= clock.now(),
    failed(retryAfterMs) {
      const now = clock.now();
      // Sends that fail together are one failure: only one that was let through after a wait makes the next wait longer.
      const isOpen = until !== null && until > now;
      if (!isOpen) wait = wait ? wait.next(undefined) : backoff.next();
      const end = new Date(now.getTime() + Math.max(isOpen ? 0 : (wait?.duration ?? 0), retryAfterMs ?? 0));
      until = until !== null && until > end ? until : end;
      return until;
    },
    worked() {
      const ended = until !== null;
      wait = null;
      until = null;
      return ended;
    },
  };
}
