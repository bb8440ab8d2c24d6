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

/** Wrong codes one person has in an hour, and everybody together in ten minutes. */
const OWN_TRIES = 5;
const OWN_MS = 60 * 60_000;
const ALL_TRIES = 60;
const ALL_MS = 10 * 60_000;
/** Lists looked at for one wish. */
const LOOKED_AT = 20;
/** The most of a profile that is compared. */
const LONGEST_PROFILE = 2_000;

type CodeQuery = Extract<CareQuery, { type: 'code' }>;
type NewsQuery = Extract<CareQuery, { type: 'news' }>;

/** What the code opens; nothing, and no tries, while this person or everybody together has guessed too often. */
export async function answerCode(query: CodeQuery, stamp: EventStamp, book: Book, parts: Running): Promise<Event> {
  const { care } = parts.store;
  const me = book.mine.account.id;
  const before = (ms: number): string => new Date(Date.parse(stamp.at) - ms).toISOString();
  const [own, all] = await Promise.all([care.wrongCodes(me, before(OWN_MS)), care.wrongCodes(me, before(ALL_MS))]);
  const tries = all.all >= ALL_TRIES ? 0 : Math.max(0, OWN_TRIES - own.own);
  const found = tries > 0 ? await care.code(query.hash, stamp.at) : null;
  return { ...stamp, type: 'code-read', query, found, tries };
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
