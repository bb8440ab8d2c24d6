/** A case as one reader may see it: what the policy keeps from them is not in the record at all. */
import { contactAnswers, wordAnswers } from './case-answers.ts';
import { type Actor, type CaseObject, can } from './policy.ts';
import type { CaseRecord } from './records.ts';

/**
 * The record with the answers this reader may read; null when not even its summary. Whoever reads only the summary of a
 * list gets its title, field, money and dates, without goals, targets, terms and card.
 */
export function seenRecord(actor: Actor, object: CaseObject): CaseRecord | null {
  const { record } = object;
  if (!can(actor, 'read-case', object)) return can(actor, 'read-summary', object) ? summaryOf(record) : null;
  const isBid = record.kind === 'application' || record.kind === 'interest';
  const words = !isBid || can(actor, 'read-bid-content', object) ? wordAnswers(record.answers) : {};
  const contacts = can(actor, 'read-contact', object) ? contactAnswers(record.answers) : {};
  return { ...record, answers: { ...words, ...contacts } };
}

/** What everybody may know of a list shown only in summary; of other cases nothing but where they stand. */
export function summaryOf<Case extends CaseRecord>(record: Case): Case {
  const bare = { ...record, answers: {}, owner: null, organisation: null, reason: null, card: undefined };
  if (bare.kind !== 'listing') return bare;
  return {
    ...bare,
    details: { ...bare.details, goals: '', indicators: [], eligibility: null, terms: [], takenBy: null },
  };
}
