/** What the authority promises while it is its turn (R22). */
import type { Programme } from './programme.ts';
import type { Party } from './records.ts';
import { addWorkingDays } from './working-days.ts';

const PROMISING: readonly Party[] = ['staff', 'recommender', 'experts'];

/** The ISO day promised for a case that reached `place` (`kind:status`) at `at`; null while others act or nothing is promised. */
export function promisedDay(programme: Programme, place: string, turn: Party, at: string): string | null {
  const days = programme.promises[place];
  return days === undefined || !PROMISING.includes(turn) ? null : addWorkingDays(at, days, programme);
}
