import { describe, expect, it } from 'vitest';
import { makeOutage } from '../../src/engine/outage.ts';
import { makeTestClock } from '../support/test-clock.ts';

const TUNING = { outageMs: 1_000, outageMaxMs: 8_000 };

describe('a breaker by our own clock', () => {
  it('waits longer after every failed try, up to a bound, and forgets it all once something works', () => {
    const clock = makeTestClock();
    const outage = makeOutage(clock, TUNING);
    const waits = Array.from({ length: 5 }, () => {
      const wait = outage.failed(undefined).getTime() - clock.now().getTime();
      clock.advance(wait);
      return wait;
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 8_000]);
    expect(outage.isProbing()).toBe(true);
    expect(outage.worked()).toBe(true);
    expect(outage.worked()).toBe(false);
    expect(outage.failed(undefined).getTime() - clock.now().getTime()).toBe(1_000);
  });

  it('counts failures that come together once, and obeys the longest wish', () => {
    const clock = makeTestClock();
    const outage = makeOutage(clock, TUNING);
    const start = clock.now().getTime();
    for (const wish of [undefined, undefined, 5_000, undefined]) outage.failed(wish);
    expect(outage.until()?.getTime()).toBe(start + 5_000);
    clock.advance(5_000);
    expect(outage.until()).toBeNull();
    expect(outage.failed(undefined).getTime() - clock.now().getTime()).toBe(2_000);
  });
});
