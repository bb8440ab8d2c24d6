/** People and teams suggested for outreach on a list or need; never once bids are judged (R12). */

import type { MatchHit, MatchIndex } from '../ports/match.ts';
import type { RecordRepository } from '../ports/store.ts';
import { indicatorsOf, KNOWN_FIELDS, textAnswer } from '../programme/case-answers.ts';
import { type Actor, type CaseObject, can } from '../programme/policy.ts';
import type { AuditEntry, CaseRecord, Profile } from '../programme/records.ts';

/** People suggested at most. */
const MOST = 20;

/** Candidates with reasons, best first; null where nobody may look. Only people who agreed to be suggested, and published teams. */
export async function candidatesFor(
  actor: Actor,
  object: CaseObject,
  records: RecordRepository,
  matching: MatchIndex,
): Promise<readonly (MatchHit & { readonly profile: Profile })[] | null> {
  if (!can(actor, 'read-candidates', object)) return null;
  const readable = (await records.profiles()).filter((profile) =>
    can(actor, 'read-profile', { kind: 'profile', profile }),
  );
  const profiles = new Map(readable.map((profile) => [profile.id, profile]));
  const hits = await matching.people(wordsOf(object.record), (id) => profiles.has(id), MOST);
  return hits.flatMap((hit) => {
    const profile = profiles.get(hit.id);
    return profile ? [{ ...hit, profile }] : [];
  });
}

/** The audit row of a look at the suggestions: who, at which list or need, when, and how many were shown (R12). */
export function candidatesSeen(actor: string, record: CaseRecord, shown: number, now: Date): AuditEntry {
  return {
    at: now.toISOString(),
    actor,
    action: 'see-candidates',
    // Not the case's own history: reading is no step of it.
    object: { kind: 'suggestion', id: `people ${record.id}` },
    from: null,
    to: String(shown),
    reasonHash: null,
    turn: 'desk',
  };
}

/** What a list or need asks for, as one text. */
function wordsOf(record: CaseRecord): string {
  const goals = record.kind === 'listing' ? record.details.goals : textAnswer(record.answers, KNOWN_FIELDS.goal);
  const terms = record.kind === 'listing' ? record.details.terms : [];
  const indicators = record.kind === 'listing' ? record.details.indicators : indicatorsOf(record.answers);
  const problem = textAnswer(record.answers, KNOWN_FIELDS.problem);
  return [record.title, goals, problem, ...terms, ...indicators.map((each) => each.name)].filter(Boolean).join('\n');
}
