/** R41: a list that turned out to be secret takes along what was made from it: its need and every bid, whatever their status. */
import { takenOffline } from '../programme/move.ts';
import type { CaseRecord } from '../programme/records.ts';
import type { CaseView } from './reducer-types.ts';
import { tellParty } from './tell-party.ts';
import { effect, type Work } from './work.ts';

/** A word shorter than this stands in too many other texts to be looked for. */
const SHORTEST = 4;

/** What of a case must not stand in messages any more. */
export function secretWords(record: CaseRecord): readonly string[] {
  const title = record.title.trim();
  return title.length < SHORTEST || title === record.reference ? [] : [title];
}

/** Empties the need and the bids of the list in the same commit; their people are told by number. */
export function offlineWith(work: Work, { siblings, need }: CaseView): Work {
  const derived = [...siblings, ...(need ? [need] : [])].filter((each) => !each.offline);
  return derived.reduce((done, record) => {
    const next = takenOffline(record);
    const saved = effect(done, {
      type: 'save-case',
      record: next,
      expected: record.version,
      action: 'mark-offline',
      from: record.status,
      forget: secretWords(record),
    });
    return tellParty(saved, { action: 'mark-offline' }, next, `${record.id}.${record.version}`);
  }, work);
}
