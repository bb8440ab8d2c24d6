/** Answers about codes and about new lists for somebody's saved wishes. Reads only. */
import type { CareQuery, News } from '../conversation/care-types.ts';
import { fieldsText } from '../conversation/draft-text.ts';
import type { Book, Event, EventStamp } from '../conversation/reducer-types.ts';
import { FITS } from '../matching/likeness.ts';
import { NO_CARE, type Subscription } from '../programme/care.ts';
import { isOpen } from '../programme/open.ts';
import type { Listing, Profile } from '../programme/records.ts';
import { describeError } from './describe-error.ts';
import type { Running } from './parts.ts';
import type { LiveShelf } from './shelf.ts';

/** Wrong codes one seat has in an hour. */
const OWN_TRIES = 5;
const OWN_MS = 60 * 60_000;
/**
 * Wrong codes of everybody together in ten minutes, the life of a code; after that six digits are not looked at. Fresh
 * seats cost nothing, so without it 100 guesses a second would meet one of N live codes of six digits with
 * N × 60,000 / 1,000,000; with it it is N × 60 / 1,000,000 in ten minutes. Nobody is held up by it: whoever asks
 * meanwhile gets a code of forty bits, of which those 60,000 guesses meet one with N × 60,000 / 2^40, N × 5 in a hundred million.
 */
const ALL_TRIES = 60;
const ALL_MS = 10 * 60_000;
/** Lists looked at for one wish. */
const LOOKED_AT = 20;
/** The most of a profile that is compared. */
const LONGEST_PROFILE = 2_000;

type CodeQuery = Extract<CareQuery, { type: 'code' }>;
type NewsQuery = Extract<CareQuery, { type: 'news' }>;

/** What the code opens; nothing, and no tries, once this person has guessed too often; six digits not at all while many guess. */
export async function answerCode(query: CodeQuery, stamp: EventStamp, book: Book, parts: Running): Promise<Event> {
  const { care } = parts.store;
  const { own } = await care.wrongCodes(book.mine.account.id, before(stamp, OWN_MS));
  const tries = Math.max(0, OWN_TRIES - own);
  if (query.short && tries > 0 && (await manyGuess(stamp, book, parts)))
    return { ...stamp, type: 'code-read', query, found: null, tries, held: true };
  const found = tries > 0 ? await care.code(query.hash, stamp.at) : null;
  return { ...stamp, type: 'code-read', query, found, tries };
}

/** Whether a new code had better be a long one. */
export async function answerCodeWish(
  query: Extract<CareQuery, { type: 'code-wish' }>,
  stamp: EventStamp,
  book: Book,
  parts: Running,
): Promise<Event> {
  return { ...stamp, type: 'code-wish-read', query, held: await manyGuess(stamp, book, parts) };
}

async function manyGuess(stamp: EventStamp, book: Book, { store }: Running): Promise<boolean> {
  const { all } = await store.care.wrongCodes(book.mine.account.id, before(stamp, ALL_MS));
  return all >= ALL_TRIES;
}

function before(stamp: EventStamp, ms: number): string {
  return new Date(Date.parse(stamp.at) - ms).toISOString();
}

/** New open lists for the person's wishes, the best first, each once; never one they were told of or took up. */
export async function answerNews(
  query: NewsQuery,
  stamp: EventStamp,
  book: Book,
  shelf: LiveShelf,
  parts: Running,
): Promise<Event> {
  const { mine, programme } = book;
  const known = new Set(await parts.store.care.announced(mine.account.id));
  for (const each of [...mine.drafts, ...mine.cases]) if ('listing' in each && each.listing) known.add(each.listing);
  const isNew = (listing: Listing, wish: Subscription): boolean =>
    !known.has(listing.id) &&
    listing.statusSince > wish.createdAt &&
    listing.statusSince <= query.before &&
    (wish.sector === null || listing.sector === wish.sector) &&
    isOpen(listing, stamp.at, programme.timeZone);
  const best = new Map<string, News>();
  for (const wish of (mine.care ?? NO_CARE).subscriptions) {
    for (const news of await newsFor(wish, wordsOf(wish, mine.profile), (each) => isNew(each, wish), shelf, parts)) {
      const before = best.get(news.listing.id);
      if (!before || before.score < news.score) best.set(news.listing.id, news);
    }
  }
  const news = [...best.values()].toSorted((a, b) => b.score - a.score || byReference(a, b)).slice(0, query.limit);
  return { ...stamp, type: 'news-found', query, news };
}

function byReference(a: News, b: News): number {
  return a.listing.reference.localeCompare(b.listing.reference);
}

function wordsOf(wish: Subscription, profile: Profile | null): string {
  if (!wish.profile) return wish.words.trim();
  if (profile === null) return '';
  return `${textOf(profile, 'work')}\n${textOf(profile, 'terms')}\n${fieldsText(profile)}`
    .slice(0, LONGEST_PROFILE)
    .trim();
}

function textOf({ answers }: Profile, field: string): string {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
}

/** A sector alone takes all its lists; words take those that fit. */
async function newsFor(
  wish: Subscription,
  words: string,
  isNew: (listing: Listing) => boolean,
  shelf: LiveShelf,
  { matching, log }: Running,
): Promise<readonly News[]> {
  if (words === '') {
    if (wish.sector === null) return [];
    const lists = [...shelf.all()].filter(isNew);
    return lists.map((listing) => ({ listing, score: FITS, because: [], subscription: wish }));
  }
  const accept = (id: string): boolean => {
    const listing = shelf.byId(id);
    return listing !== undefined && isNew(listing);
  };
  const hits = await matching.lists(words, accept, LOOKED_AT).catch((error: unknown) => {
    log.warn({ reason: describeError(error) }, 'new lists could not be matched; they are looked at again');
    return [];
  });
  return hits.flatMap(({ id, score, because }) => {
    const listing = shelf.byId(id);
    return listing && score >= FITS ? [{ listing, score, because, subscription: wish }] : [];
  });
}
