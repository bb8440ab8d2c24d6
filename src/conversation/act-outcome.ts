/** What an act of staff led to, in words. */
import { LIFECYCLES } from '../programme/lifecycle.ts';
import type { CaseRecord } from '../programme/records.ts';
import type { Line } from './say.ts';

/** What an act led to: the status where it changed, else whose turn it is now, for an unchanged status reads as if nothing had happened. */
export function outcomeOf(next: CaseRecord, action: string): Line {
  const stays = LIFECYCLES[next.kind].some(
    (step) => step.action === action && step.to === null && step.from.includes(next.status),
  );
  return stays && next.turn !== 'nobody'
    ? { key: 'act.now-turn', vars: { turn: { key: `party.${next.turn}` } } }
    : { key: 'act.now-status', vars: { status: { key: `status.${next.kind}.${next.status}` } } };
}
