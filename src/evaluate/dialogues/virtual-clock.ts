/** Time that only the player moves. */
import type { Clock } from '../../ports/clock.ts';

/** A clock that stands until it is moved. */
export interface VirtualClock extends Clock {
  iso(): string;
  advance(ms: number): void;
  /** Moves on to an instant; never back. */
  moveTo(at: number): void;
}

/** Makes a clock standing at an ISO instant. */
export function makeVirtualClock(start: string): VirtualClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    iso: () => new Date(now).toISOString(),
    advance: (ms) => {
      now += ms;
    },
    moveTo: (at) => {
      now = Math.max(now, at);
    },
  };
}
