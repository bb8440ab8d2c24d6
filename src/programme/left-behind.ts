/** What stays of a case whose person deleted the account: the paper, off the clock, and nobody to be called. */
import { KNOWN_FIELDS, wordAnswers } from './case-answers.ts';
import type { CaseRecord } from './records.ts';

/** The case without its person, one version up: a declared interest loses name and contact, and nobody is waited for. */
export function leftBehind(record: CaseRecord): CaseRecord {
  const gone = { ...record, owner: null, version: record.version + 1, ownerGone: true };
  if (gone.kind === 'listing') return gone;
  const waits = gone.turn === 'owner' || gone.turn === 'applicant';
  const free = waits ? { ...gone, turn: 'nobody' as const, promisedOn: null } : gone;
  if (free.kind !== 'interest' || free.status !== 'declared') return free;
  const { [KNOWN_FIELDS.lead]: _name, ...answers } = wordAnswers(free.answers);
  return { ...free, answers };
}
