import { describe, expect, it } from 'vitest';
import { mayRace } from '../../src/programme/race.ts';

const ready = {
  track: 'key-technology',
  runners: 2,
  routesDiffer: true,
  reviewsAreGood: true,
  inspected: true,
} as const;

describe('赛马', () => {
  it('a race only on the key-technology track', () => {
    expect(mayRace(ready)).toEqual({ ok: true });
    expect(mayRace({ ...ready, track: 'enterprise-demand' })).toEqual({ ok: false, reason: 'wrong-track' });
  });

  it('needs two runners, different routes, good reviews and an inspection', () => {
    expect(mayRace({ ...ready, runners: 1 })).toEqual({ ok: false, reason: 'too-few' });
    expect(mayRace({ ...ready, routesDiffer: false })).toEqual({ ok: false, reason: 'same-route' });
    expect(mayRace({ ...ready, reviewsAreGood: false })).toEqual({ ok: false, reason: 'weak-review' });
    expect(mayRace({ ...ready, inspected: false })).toEqual({ ok: false, reason: 'not-inspected' });
  });
});
