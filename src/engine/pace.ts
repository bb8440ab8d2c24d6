/** A room is not written to faster than its platform likes. */
import type { Address } from '../conversation/address.ts';
import type { Clock } from '../ports/clock.ts';
import { roomOf } from './room-of.ts';

/** Remembers when rooms were last written to. */
export interface Pace {
  /** Milliseconds until the room may be written to again; 0 or less: now. */
  restMs(to: Address): number;
  sent(to: Address): void;
}

/** Makes a pace of one message per `everyMs` and room; 0 means none. */
export function makePace(clock: Clock, everyMs: number): Pace {
  const rests = new Map<string, number>();
  return {
    restMs: (to) => (rests.get(roomOf(to)) ?? 0) - clock.now().getTime(),
    sent(to) {
      if (everyMs === 0) return;
      const now = clock.now().getTime();
      for (const [room, until] of rests) if (until <= now) rests.delete(room);
      rests.set(roomOf(to), now + everyMs);
    },
  };
}
