/** Discovering lists: the first screen, searching in words, one list in detail. Needs no account and no consent. */

import { indicatorText } from '../programme/indicator.ts';
import type { Listing } from '../programme/records.ts';
import { cut } from '../text/cut.ts';
import type { Command } from '../understanding/command.ts';
import { isUnlimited, limitsOf } from '../understanding/find-limits.ts';
import { askAgain } from './flow-next.ts';
import { wishButtons } from './flow-subscribe.ts';
import { draftInHand, hasConsent, localeOf, openDrafts, openNow, park } from './focus.ts';
import { deadlineLine, listingCard, moneyLine, originalLines, sectorLines } from './listing-card.ts';
import type { Hit, Query } from './reducer-types.ts';
import type { Line, SayButton } from './say.ts';
import { shorten } from './shorten.ts';
import { button, effect, line, mine, note, query, say, type Work, withState } from './work.ts';

type MatchQuery = Extract<Query, { type: 'match' }>;

/** How many indicators of a list its first look shows; the page behind the link has all. */
const INDICATORS_SHOWN = 4;
/** How many lists one message shows. */
export const LISTS_SHOWN = 3;

/** The longest wish that is kept for 更多 and looked up. */
const LONGEST_WISH = 1000;

/** First screen: three lists closing soon and one question about the person's work. No sign-in, no role. */
export function greet(work: Work): Work {
  const open = work.book.shelf.open(work.event.at);
  const shown = open.slice(0, LISTS_SHOWN);
  const met = work.state.lastSaid !== '';
  const parked = park(work);
  const stated = withState(parked, { shown: shown.map((each) => each.id), about: null, misses: 0, search: null });
  const head =
    shown.length > 0 ? line('greet.closing-soon', { n: shown.length, open: open.length }) : line('greet.nothing-open');
  return say(stated, {
    lines: [
      line(met ? 'greet.again' : 'greet.hello', { programme: { bilingual: work.book.programme.name } }),
      line('greet.ask'),
      ...(met ? [] : [line('greet.enterprise')]),
      ...modelNotice(work, met),
      head,
    ],
    cards: shown.map((each) => listingCard(work, each, [])),
    buttons: greetButtons(work),
  });
}

/** R42: who else reads along is said before anything is written. */
function modelNotice(work: Work, met: boolean): readonly Line[] {
  const { model } = work.book;
  return model === null || met ? [] : [line('model.notice', { model })];
}

function greetButtons(work: Work): readonly SayButton[] {
  const waiting = openDrafts(work).length > 0 ? [button('button.resume', { do: 'resume' }, 'primary')] : [];
  const own = mine(work).cases.length > 0 ? [button('button.status', { do: 'status' })] : [];
  return [...waiting, ...own, button('button.post-need', { do: 'post-need' })];
}

/** Starts a search; with no words at all, shows what is open by deadline. */
export function find(work: Work, wish: Omit<Extract<Command, { do: 'find' }>, 'do'>): Work {
  const last = wish.from && wish.words === undefined && wish.sector === undefined ? work.state.search : null;
  const words = cut((last?.words ?? wish.words ?? '').trim(), LONGEST_WISH);
  const sector = last?.sector ?? wish.sector ?? null;
  const from = last ? last.from + LISTS_SHOWN : (wish.from ?? 0);
  const limits = last ? (last.limits ?? {}) : limitsOf(wish);
  return query(withState(park(work), { search: { words, sector, from, limits } }), {
    type: 'match',
    words,
    sector,
    track: wish.track ?? null,
    openOnly: limits.until !== undefined,
    ...limits,
    from,
    limit: LISTS_SHOWN + 1,
    purpose: 'search',
    ...(wish.take !== undefined && { take: cut(wish.take, LONGEST_WISH) }),
  });
}

/** Shows what the matcher found: open lists first; archive rows are labelled and never offered for bids. */
export function showHits(work: Work, wanted: MatchQuery, hits: readonly Hit[], onlyNear = false): Work {
  const asked = { ...wanted, words: cut(wanted.words, LONGEST_WISH) };
  const page = hits.slice(0, LISTS_SHOWN);
  const wish = wishButtons(work, asked);
  const search = { words: asked.words, sector: asked.sector, from: asked.from, limits: limitsOf(asked) };
  if (page.length === 0) return nothingFound(withState(work, { search, ...noneMeant(work) }), asked);
  const stated = withState(work, {
    shown: page.map((hit) => hit.listing.id),
    // Of several none was spoken of yet.
    about: page.length === 1 ? (page[0]?.listing.id ?? null) : null,
    search,
    misses: 0,
  });
  const logged = effect(stated, {
    type: 'log-suggestion',
    listings: page.map((hit) => hit.listing.id),
    purpose: asked.purpose,
  });
  return say(logged, {
    lines: asked.purpose === 'profile' ? [line('profile.saved')] : [hitsHead(work, asked, page, onlyNear)],
    cards: page.map((hit) => listingCard(work, hit.listing, hit.because, hit.explanation, hit.reasons)),
    buttons:
      hits.length > LISTS_SHOWN
        ? [moreButton(asked), ...wish]
        : page.length > 1
          ? wish
          : [...wish, button('button.open-lists', { do: 'find' })],
  });
}

/** After a search that found nothing, "it" is no list any more; several on screen can still be told apart by number. */
function noneMeant({ state: { shown } }: Work): Partial<Work['state']> {
  return { about: null, ...(shown.length === 1 && { shown: [] }) };
}

function hitsHead(work: Work, asked: MatchQuery, page: readonly Hit[], onlyNear: boolean): Line {
  const n = page.length;
  const sector = sectorNamed(work, asked.sector);
  const open = page.some((hit) => openNow(work, hit.listing));
  if (asked.from > 0) return line('find.further', { n });
  if (asked.words === '' && sector) return line(open ? 'find.in-sector' : 'find.in-sector-archive', { n, sector });
  if (asked.words === '' && open && !isUnlimited(asked)) return line('find.within', { n });
  if (asked.words === '') return line(open ? 'find.open' : 'find.none-open', { n });
  if (onlyNear) return line('find.only-near', { n });
  if (asked.purpose === 'paste' && open) return line('find.passages', { n });
  return line(open ? 'find.found' : 'find.found-archive', { n });
}

function sectorNamed(work: Work, id: string | null): { bilingual: { zh: string; en: string } } | null {
  const sector = work.book.programme.sectors.find((each) => each.id === id);
  return sector ? { bilingual: sector.label } : null;
}

function moreButton(asked: MatchQuery): SayButton {
  return button('button.more', {
    do: 'find',
    words: asked.words,
    ...(asked.sector && { sector: asked.sector }),
    ...limitsOf(asked),
    from: asked.from + LISTS_SHOWN,
  });
}

/** Nothing fits: what was looked for, and a way on; a profile has nothing to say it with. */
function nothingFound(work: Work, asked: MatchQuery): Work {
  const lists = button('button.open-lists', { do: 'find' });
  const person = button('button.handoff', { do: 'handoff' });
  const wish = wishButtons(work, asked);
  const sector = sectorNamed(work, asked.sector);
  if (asked.purpose === 'profile')
    return say(work, { lines: [line('profile.saved-alone')], buttons: [...wish, lists] });
  if (asked.from > 0) return say(work, { lines: [line('find.no-more')], buttons: [lists] });
  if (asked.words === '' && !isUnlimited(asked))
    return say(work, { lines: [line('find.nothing-within')], buttons: [lists, person] });
  if (asked.words === '' && !sector) return nothingOpen(work);
  if (asked.words === '')
    return say(work, {
      lines: [line('find.nothing-sector', { sector: sector ?? '' })],
      buttons: [...wish, lists, person],
    });
  const wanted = sector
    ? line('find.nothing-both', { words: shorten(asked.words), sector })
    : line('find.nothing', { words: shorten(asked.words) });
  return say(work, { lines: [wanted, line('find.say-more')], buttons: [...wish, lists, person] });
}

function nothingOpen(work: Work): Work {
  return say(work, {
    lines: [line('find.empty')],
    buttons: [button('button.post-need', { do: 'post-need' }), button('button.profile', { do: 'profile' })],
  });
}

/** One list with goals, indicators, money, deadline and eligibility, and the way to take it up; in the midst of a form its open question comes back instead. */
export function showDetail(work: Work, id: string): Work {
  const listing = work.book.shelf.byId(id);
  if (id === '' && work.state.shown.length > 1) return askWhichList(work, 'detail.which-list');
  if (!listing)
    return say(work, { lines: [line('listing.not-found')], buttons: [button('button.open-lists', { do: 'find' })] });
  const draft = work.state.focus.in === 'field' || work.state.focus.in === 'review' ? draftInHand(work) : undefined;
  const stated = withState(draft ? work : park(work), { about: listing.id, misses: 0 });
  if (draft) return askAgain(note(stated, ...detailLines(work, listing)), draft);
  return say(stated, {
    lines: detailLines(work, listing),
    buttons: detailButtons(stated, listing),
    link: `/l/${listing.reference}`,
  });
}

function detailLines(work: Work, listing: Listing): readonly Line[] {
  const { details } = listing;
  const lines: Line[] = [
    line(listing.source === 'live' ? 'detail.title' : `detail.title-${listing.source}`, { title: listing.title }),
    line('detail.facts', {
      money: moneyLine(listing),
      deadline: deadlineLine(work, listing),
      sector: sectorLines(work, listing)[0] ?? line('listing.sector', { sector: line('listing.no-sector') }),
    }),
    ...originalLines(listing, 'detail.original'),
  ];
  if (listing.organisation && details.visibility === 'public')
    lines.push(line('detail.owner', { owner: listing.organisation.name }));
  if (details.takenBy) lines.push(line('detail.taken-by', { unit: details.takenBy }));
  if (details.goals) lines.push(line('detail.goals', { goals: shorten(details.goals, 120) }));
  if (details.indicators.length > 0)
    lines.push(
      line('detail.indicators', {
        rows: indicatorRows(work, listing),
        more: Math.max(0, details.indicators.length - INDICATORS_SHOWN),
      }),
    );
  lines.push(
    details.eligibility
      ? line('detail.eligibility', { eligibility: shorten(details.eligibility, 120) })
      : line('detail.no-threshold'),
  );
  if (openNow(work, listing) && !hasConsent(work, 'data')) lines.push(line('consent.data'), line('consent.secrets'));
  return lines;
}

function indicatorRows(work: Work, listing: Listing): string {
  return listing.details.indicators
    .slice(0, INDICATORS_SHOWN)
    .map(indicatorText)
    .join(localeOf(work) === 'en' ? '; ' : '；');
}

function detailButtons(work: Work, listing: Listing): readonly SayButton[] {
  const similar = button('button.similar', { do: 'find', words: listing.title });
  if (!openNow(work, listing)) return [similar, button('button.open-lists', { do: 'find' })];
  const apply = { do: 'apply', listing: listing.id } as const;
  if (hasConsent(work, 'data')) return [button(applyLabel(work, listing), apply, 'primary'), similar];
  return [
    button('button.consent-apply', { do: 'consent', kind: 'data', yes: true, next: apply }, 'primary'),
    button('button.secret', { do: 'offline' }),
    similar,
  ];
}

function applyLabel(work: Work, listing: Listing): string {
  const begun = mine(work).drafts.some((draft) => draft.listing === listing.id && draft.status === 'open');
  return begun ? 'button.apply-on' : 'button.apply';
}

/** The list somebody means without naming it: the one last spoken of, or the only one shown. */
export function listingMeant(work: Work): Listing | undefined {
  const id = work.state.about ?? (work.state.shown.length === 1 ? work.state.shown[0] : undefined);
  return id === undefined ? undefined : work.book.shelf.byId(id);
}

/** The question which list is to be taken up. */
const TAKING = 'apply.which-list';

/** Asks which open list is meant: those on screen, else those that close soonest; with none open, says so. */
export function askWhichList(work: Work, asking = TAKING): Work {
  const shown = work.state.shown.map((id) => work.book.shelf.byId(id)).filter((each) => each !== undefined);
  const onScreen = shown.filter((each) => openNow(work, each));
  const options = onScreen.length > 0 ? onScreen : work.book.shelf.open(work.event.at).slice(0, LISTS_SHOWN);
  if (options.length === 0) return nothingOpen(work);
  const choice = options.map((each) => ({ do: 'apply', listing: each.id }) as const);
  const isTaking = asking === TAKING && work.state.focus.in === 'idle';
  const asked = withState(work, {
    shown: options.map((each) => each.id),
    about: null,
    ...(isTaking && { focus: { in: 'choose', options: choice } }),
  });
  return say(asked, {
    lines: [line(asking)],
    cards: options.map((each) => listingCard(work, each, [])),
  });
}
