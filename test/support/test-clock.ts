import type { Clock } from '../../src/ports/clock.ts';

/** A clock that only a test moves. */
export interface TestClock extends Clock {
  advance(ms: number): void;
  iso(): string;
}

/** Makes a clock that stands at Monday 7 September 2026, 10:00 in Shanghai, unless told otherwise. */
export function makeTestClock(start = '2026-09-07T02:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    iso: () => new Date(now).toISOString(),
    advance: (ms) => {
      now += ms;
    },
  };
}
