/** People and teams suggested for outreach on a list or need; never once bids are judged (R12). */

import { itemsOfProfile, partsOfCase } from '../matching/reason-texts.ts';
import type { Candidate } from '../ports/desk.ts';
import type { MatchIndex } from '../ports/match.ts';
import type { RecordRepository } from '../ports/store.ts';
import { indicatorsOf, KNOWN_FIELDS, textAnswer } from '../programme/case-answers.ts';
import { cardText } from '../programme/concept-card.ts';
import { checkConflict } from '../programme/conflict-check.ts';
import { type Actor, type CaseObject, can } from '../programme/policy.ts';
import type { AuditEntry, CaseRecord } from '../programme/records.ts';
import { behind } from './bid-conflicts.ts';
import { ownerIdentity, profileIdentity } from './party-identity.ts';

/** People suggested at most. */
const MOST = 20;

/** Candidates with reasons, best first; null where nobody may look. Only people who agreed to be suggested, and published teams. */
export async function candidatesFor(
  actor: Actor,
  object: CaseObject,
  records: RecordRepository,
  matching: MatchIndex,
): Promise<readonly Candidate[] | null> {
  if (!can(actor, 'read-candidates', object)) return null;
  const readable = (await records.profiles()).filter((profile) =>
    can(actor, 'read-profile', { kind: 'profile', profile }),
  );
  const profiles = new Map(readable.map((profile) => [profile.id, profile]));
  const hits = await matching.people(aimsOf(object.record), (id) => profiles.has(id), MOST);
  const { record } = object;
  const owner = ownerIdentity(record, await behind(records, record.owner));
  const parts = partsOfCase(record);
  return hits.flatMap((hit) => {
    const profile = profiles.get(hit.id);
    if (!profile) return [];
    // The list looked for the person: whose words are whose is the other way round for the reader.
    const turned = hit.because.map(({ yours, theirs }) => ({ yours: theirs, theirs: yours }));
    const reasons = matching.reasons?.(turned, itemsOfProfile(profile), parts) ?? null;
    return [{ ...hit, profile, reasons, conflict: owner && checkConflict(owner, profileIdentity(profile)) }];
  });
}

/** The audit row of a look at the suggestions: who, at which list or need, when, and how many were shown (R12). */
export function candidatesSeen(actor: string, record: CaseRecord, shown: number, now: Date): AuditEntry {
  // Not the case's own history: reading is no step of it.
  return suggestionsSeen(actor, 'see-candidates', `people ${record.id}`, shown, now);
}

/** The audit row of any look at suggestions. */
export function suggestionsSeen(actor: string, action: string, id: string, shown: number, now: Date): AuditEntry {
  return {
    at: now.toISOString(),
    actor,
    action,
    object: { kind: 'suggestion', id },
    from: null,
    to: String(shown),
    reasonHash: null,
    turn: 'desk',
  };
}

/** What a list or need asks for, as one text, with what its card adds. */
export function aimsOf(record: CaseRecord): string {
  const card = record.card ? cardText(record.card) : '';
  return [subjectOf(record), card].filter(Boolean).join('\n');
}

/** What a list or need asks for in its own words, as one text. */
export function subjectOf(record: CaseRecord): string {
  const goals = record.kind === 'listing' ? record.details.goals : textAnswer(record.answers, KNOWN_FIELDS.goal);
  const terms = record.kind === 'listing' ? record.details.terms : [];
  const indicators = record.kind === 'listing' ? record.details.indicators : indicatorsOf(record.answers);
  const problem = textAnswer(record.answers, KNOWN_FIELDS.problem);
  return [record.title, goals, problem, ...terms, ...indicators.map((each) => each.name)].filter(Boolean).join('\n');
}
