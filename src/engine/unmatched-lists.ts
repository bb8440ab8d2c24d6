/** Open lists nobody fits yet, and where staff may look wider. For outreach only (R12). */
import { MAY_FIT } from '../matching/likeness.ts';
import type { UnmatchedList } from '../ports/desk.ts';
import type { MatchHit } from '../ports/match.ts';
import { isOpen } from '../programme/open.ts';
import { type Actor, can, caseObject } from '../programme/policy.ts';
import type { Listing, Profile } from '../programme/records.ts';
import { dayIn } from '../programme/working-days.ts';
import { aimsOf } from './candidates.ts';
import { draftOf } from './card-view.ts';
import type { DeskParts } from './desk-parts.ts';

/** Lists looked at, those that close soonest first. */
const LOOKED_AT = 200;
/** Published teams shown for a list. */
const TEAMS = 3;
const DAY_MS = 86_400_000;

type Profiles = ReadonlyMap<string, Profile>;

/** Those whose best consenting person stays below `MAY_FIT`; null for an actor who may look at no list's candidates. */
export async function unmatchedLists(parts: DeskParts, actor: Actor): Promise<readonly UnmatchedList[] | null> {
  if (!can(actor, 'save-listing', { kind: 'programme' })) return null;
  const { records } = parts.store;
  const at = parts.clock.now().toISOString();
  const { programme } = parts;
  const lists = (await records.cases({ kinds: ['listing'], statuses: ['published'] }))
    .filter((record) => record.kind === 'listing')
    .filter((listing) => isOpen(listing, at, programme.timeZone) && !listing.offline)
    .filter((listing) => can(actor, 'read-candidates', caseObject(programme, listing)))
    .toSorted((a, b) => endOf(a).localeCompare(endOf(b)) || a.reference.localeCompare(b.reference))
    .slice(0, LOOKED_AT);
  const profiles = new Map((await records.profiles()).map((profile) => [profile.id, profile]));
  const shown: UnmatchedList[] = [];
  for (const listing of lists) {
    const best = await bestOf(parts, listing, profiles);
    if (best < MAY_FIT) shown.push(await lookWider(parts, listing, best, profiles, at));
  }
  return shown;
}

function endOf({ details }: Listing): string {
  return details.deadline ?? '9999';
}

/** The score of the person who fits best among those who agreed to be suggested. */
async function bestOf({ matching }: DeskParts, listing: Listing, profiles: Profiles): Promise<number> {
  const [best] = await matching.people(aimsOf(listing), (id) => profiles.get(id)?.discoverable === true, 1);
  return best?.score ?? 0;
}

async function lookWider(
  parts: DeskParts,
  listing: Listing,
  best: number,
  profiles: Profiles,
  at: string,
): Promise<UnmatchedList> {
  const isPublished = (id: string): boolean => {
    const profile = profiles.get(id);
    return profile?.account === null && profile.source !== 'live';
  };
  const { programme, matching, store } = parts;
  const [hits, interests, draft] = await Promise.all([
    matching.people(aimsOf(listing), isPublished, TEAMS),
    store.records.countCases({ kinds: ['interest'], statuses: ['declared', 'grown'], listing: listing.id }),
    draftOf(parts, listing),
  ]);
  const { deadline } = listing.details;
  const own = listing.card?.neighbours ?? [];
  return {
    listing,
    best,
    daysLeft: deadline === null ? null : daysBetween(dayIn(programme.timeZone, at), deadline),
    interests,
    teams: withProfiles(hits, profiles),
    neighbours: own.length > 0 ? own : (draft?.words.neighbours ?? []),
    thin: (draft?.thin ?? false) && (listing.card?.concepts.length ?? 0) === 0,
  };
}

function withProfiles(hits: readonly MatchHit[], profiles: Profiles): UnmatchedList['teams'] {
  return hits.flatMap((hit) => {
    const profile = profiles.get(hit.id);
    return profile ? [{ ...hit, profile }] : [];
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from)) / DAY_MS);
}
