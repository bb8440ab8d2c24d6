/** 赛马: when two bids for one list may both be approved. */
import type { Track } from './records.ts';

/** What staff have put on record before a race; each of the three must have been found, not assumed. */
export interface RaceRecord {
  readonly track: Track;
  /** Preselected bids that would run. */
  readonly runners: number;
  readonly routesDiffer: boolean;
  readonly reviewsAreGood: boolean;
  readonly inspected: boolean;
}

/** Whether a race may be declared; the catalogue has a sentence `race.<reason>` for each refusal. */
export type RaceCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'wrong-track' | 'too-few' | 'same-route' | 'weak-review' | 'not-inspected' };

const FEWEST_RUNNERS = 2;

/** A race needs the key-technology track, at least two bids, different routes, good reviews and an inspection on site. */
export function mayRace(race: RaceRecord): RaceCheck {
  if (race.track !== 'key-technology') return { ok: false, reason: 'wrong-track' };
  if (race.runners < FEWEST_RUNNERS) return { ok: false, reason: 'too-few' };
  if (!race.routesDiffer) return { ok: false, reason: 'same-route' };
  if (!race.reviewsAreGood) return { ok: false, reason: 'weak-review' };
  return race.inspected ? { ok: true } : { ok: false, reason: 'not-inspected' };
}
