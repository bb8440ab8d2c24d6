/** The conversation nobody has had yet, and how an old one is read by a newer release. */
import type { State } from './reducer-types.ts';

const FRESH: State = {
  v: 1,
  focus: { in: 'idle' },
  shown: [],
  about: null,
  parked: [],
  lastSaid: '',
  misses: 0,
  offered: [],
  search: null,
};

/** The state of an account that has not spoken yet. */
export function initialState(): State {
  return FRESH;
}

/** A stored state as this release knows it: fields added since are filled in; another version starts afresh (drafts and records are not in it). */
export function upgradeState(stored: State | null): State {
  return stored?.v === 1 ? { ...FRESH, ...stored } : FRESH;
}
