/** Teams like this one: each item of a profile looks for people, and the means are compared. For outreach only (R12). */
import { itemTexts } from '../matching/profile-text.ts';
import type { SimilarTeams } from '../ports/desk.ts';
import type { MatchHit } from '../ports/match.ts';
import { type Actor, can } from '../programme/policy.ts';
import type { DeskParts } from './desk-parts.ts';

/** Teams shown, items of a profile that look, and hits each of them brings. */
const SHOWN = 5;
const MOST_ITEMS = 12;
const LOOKED_AT = 30;
/** Reasons kept of all items together. */
const REASONS = 6;

/** The five profiles most like one, best first; null where the actor may not read it. Only people who agreed to be suggested, and published teams. */
export async function similarTeams(parts: DeskParts, actor: Actor, id: string): Promise<SimilarTeams | null> {
  const readable = (await parts.store.records.profiles()).filter((profile) =>
    can(actor, 'read-profile', { kind: 'profile', profile }),
  );
  const profiles = new Map(readable.map((profile) => [profile.id, profile]));
  const profile = profiles.get(id);
  if (!profile) return null;
  const items = itemTexts(profile).slice(0, MOST_ITEMS);
  const found: (readonly MatchHit[])[] = [];
  for (const item of items)
    found.push(await parts.matching.people(item, (other) => other !== id && profiles.has(other), LOOKED_AT));
  const similar = meansOf(found).flatMap((hit) => {
    const other = profiles.get(hit.id);
    return other ? [{ ...hit, profile: other }] : [];
  });
  return { profile, similar: similar.slice(0, SHOWN) };
}

/** One hit for every id: the mean over all searches, one that did not find it counting 0; best first. */
export function meansOf(searches: readonly (readonly MatchHit[])[]): readonly MatchHit[] {
  const sums = new Map<string, { score: number; because: MatchHit['because'] }>();
  for (const { id, score, because } of searches.flat()) {
    const before = sums.get(id) ?? { score: 0, because: [] };
    sums.set(id, { score: before.score + score, because: [...before.because, ...because] });
  }
  return [...sums]
    .map(([id, { score, because }]) => ({ id, score: score / searches.length, because: because.slice(0, REASONS) }))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
