/** Lists for words, and lists and teams that fit a need. A matcher that fails finds nothing; it never fails a turn. */
import type { ReasonItem } from '../conversation/match-reason.ts';
import type { Book, Event, EventStamp, Hit, Query } from '../conversation/reducer-types.ts';
import { FITS, MAY_FIT } from '../matching/likeness.ts';
import { passagesOf, votesOf } from '../matching/passages.ts';
import { itemsOfProfile, partsOfCase } from '../matching/reason-texts.ts';
import type { MatchHit } from '../ports/match.ts';
import { isOpen } from '../programme/open.ts';
import type { Listing, Locale } from '../programme/records.ts';
import { paysWithin } from '../understanding/find-limits.ts';
import { explainFacts } from './explain-facts.ts';
import type { Running } from './parts.ts';
import type { LiveShelf } from './shelf.ts';

type MatchQuery = Extract<Query, { type: 'match' }>;
/** True for the profile of a person or team that agreed to be suggested. */
export type MaySuggest = (profile: string) => boolean;

type FitsQuery = Extract<Query, { type: 'fits' }>;

/** Hits looked at behind the page asked for, so that open lists among them can go first. */
const BEYOND = 12;
/** How near to the best an open list must come to go before it: nobody can take up what is closed. */
const NEAR = 0.25;
/** Without a word in common only what is this likely counts. */
const LIKELY_WITHOUT_WORDS = 0.15;
/** Similar lists shown to the owner of a new need. */
const SIMILAR = 3;
/** Teams looked at when counting those that fit. */
const TEAMS_LOOKED_AT = 50;
/** Words that say why teams fit. */
const FIT_WORDS = 5;

/** Answers `match`: hits by likeness; without words, lists of the sector and track by deadline. */
export async function answerMatch(
  query: MatchQuery,
  stamp: EventStamp,
  book: Book,
  shelf: LiveShelf,
  parts: Running,
): Promise<Event> {
  const wanted = (listing: Listing): boolean =>
    suits(query, listing) && (!query.openOnly || isOpen(listing, stamp.at, book.programme.timeZone));
  const hits =
    query.words.trim() === '' ? browse(shelf, stamp.at, wanted) : await search(query, stamp.at, shelf, wanted, parts);
  const page = hits.slice(query.from, query.from + query.limit);
  const tells = query.words.trim() !== '' && parts.matching.knows?.() === true;
  const onlyNear = tells && !hits.some((hit) => hit.score >= FITS);
  return {
    ...stamp,
    type: 'matched',
    query,
    hits: await explained(withReasons(page, itemsFor(query, book), parts), book.mine.account.locale, stamp.at, parts),
    ...(onlyNear && { onlyNear }),
  };
}

/** The person's own items where their profile searches, else the words they typed. */
function itemsFor({ purpose, words }: MatchQuery, { mine }: Book): readonly ReasonItem[] {
  if (purpose === 'profile' && mine.profile) return itemsOfProfile(mine.profile);
  return [{ kind: 'words', text: words }];
}

/** What can be checked of each hit. */
function withReasons(hits: readonly Hit[], items: readonly ReasonItem[], { matching }: Running): readonly Hit[] {
  return hits.map((hit) => {
    const reasons = hit.score === 0 ? undefined : matching.reasons?.(hit.because, items, partsOfCase(hit.listing));
    return reasons && reasons.met.length > 0 ? { ...hit, reasons } : hit;
  });
}

function suits(query: MatchQuery, listing: Listing): boolean {
  return (
    (query.sector === null || listing.sector === query.sector) &&
    (query.track === null || listing.track === query.track) &&
    closesIn(query, listing.details.deadline) &&
    paysWithin(query, listing.details.money)
  );
}

/** A wish for lists that close in time finds none without a deadline. */
function closesIn({ since, until }: MatchQuery, deadline: string | null): boolean {
  if (until === undefined) return true;
  return deadline !== null && deadline.slice(0, 10) <= until && (since === undefined || deadline >= since);
}

function browse(shelf: LiveShelf, at: string, wanted: (listing: Listing) => boolean): readonly Hit[] {
  const open = shelf.open(at);
  const known = new Set(open.map((listing) => listing.id));
  const others = [...shelf.all()].filter((listing) => !known.has(listing.id));
  const newest = others.toSorted(
    (a, b) => (b.details.year ?? 0) - (a.details.year ?? 0) || b.statusSince.localeCompare(a.statusSince),
  );
  return [...open, ...newest].filter(wanted).map((listing) => ({ listing, score: 0, because: [] }));
}

async function search(
  query: MatchQuery,
  at: string,
  shelf: LiveShelf,
  wanted: (listing: Listing) => boolean,
  parts: Running,
): Promise<readonly Hit[]> {
  const accept = (id: string): boolean => {
    const listing = shelf.byId(id);
    return listing !== undefined && wanted(listing);
  };
  const found = await quietly(listsFor(query, accept, parts.matching), parts);
  return openFirst(withListings(found.filter(isMeant), shelf), at, parts.programme.timeZone);
}

/** True for a hit with words to show for it, or one so likely that it needs none. */
function isMeant({ because, score }: MatchHit): boolean {
  return because.length > 0 || score >= LIKELY_WITHOUT_WORDS;
}

/** A long text is read passage by passage, and the best of them decide, as the items of a profile do. */
async function listsFor(
  { words, from, limit, purpose }: MatchQuery,
  accept: (id: string) => boolean,
  matching: Running['matching'],
): Promise<readonly MatchHit[]> {
  const most = from + limit + BEYOND;
  const passages = purpose === 'paste' || purpose === 'profile' ? passagesOf(words) : [];
  if (passages.length < 2) return matching.lists(words, accept, most);
  const searches: (readonly MatchHit[])[] = [];
  for (const passage of passages) searches.push(await matching.lists(passage, accept, most));
  return votesOf(searches).slice(0, most);
}

/** A list that can still be taken up goes before an earlier one that fits only somewhat better. */
function openFirst(hits: readonly Hit[], at: string, zone: string): readonly Hit[] {
  const best = hits[0]?.score ?? 0;
  const isNear = (hit: Hit): boolean => isOpen(hit.listing, at, zone) && hit.score >= best * NEAR;
  return [...hits.filter(isNear), ...hits.filter((hit) => !isNear(hit))];
}

async function explained(
  hits: readonly Hit[],
  locale: Locale,
  at: string,
  { explain, log, catalogue, programme }: Running,
): Promise<readonly Hit[]> {
  if (!explain) return hits;
  return Promise.all(
    hits.map(async (hit) => {
      if (hit.because.length === 0) return hit;
      const facts = explainFacts(hit, locale, { at, catalogue, zone: programme.timeZone });
      const explanation = await explain(facts, locale).catch((error: unknown) => {
        log.warn({ error: String(error) }, 'a match could not be explained; its plain reasons are shown');
        return null;
      });
      return explanation === null ? hit : { ...hit, explanation };
    }),
  );
}

/** Answers `fits`: similar public lists, and how many teams that agreed to be suggested may fit, without naming any. */
export async function answerFits(
  query: FitsQuery,
  stamp: EventStamp,
  shelf: LiveShelf,
  maySuggest: MaySuggest,
  parts: Pick<Running, 'matching' | 'log'>,
): Promise<Event> {
  const accept = (id: string): boolean => {
    const listing = shelf.byId(id);
    return listing !== undefined && listing.details.need !== query.need;
  };
  const [lists, people] = await Promise.all([
    quietly(parts.matching.lists(query.words, accept, SIMILAR), parts),
    quietly(parts.matching.people(query.words, maySuggest, TEAMS_LOOKED_AT), parts),
  ]);
  // A count nobody can give a reason for is not told.
  const fitting = people.filter((hit) => hit.score >= MAY_FIT && hit.because.length > 0);
  const words = new Set(fitting.flatMap((hit) => hit.because.map((each) => each.yours)));
  return {
    ...stamp,
    type: 'fits-found',
    query,
    similar: withListings(lists.filter(isMeant), shelf),
    teams: fitting.length,
    words: [...words].slice(0, FIT_WORDS),
  };
}

function withListings(hits: readonly MatchHit[], shelf: LiveShelf): readonly Hit[] {
  return hits.flatMap((hit) => {
    const listing = shelf.byId(hit.id);
    return listing ? [{ listing, score: hit.score, because: hit.because }] : [];
  });
}

async function quietly(
  hits: Promise<readonly MatchHit[]>,
  { log }: Pick<Running, 'log'>,
): Promise<readonly MatchHit[]> {
  try {
    return await hits;
  } catch (error) {
    log.warn({ error: String(error) }, 'matching failed; answered with no hits');
    return [];
  }
}
