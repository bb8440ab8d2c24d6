/** Discovering lists: the first screen, searching in words, one list in detail. Needs no account and no consent. */
import type { Listing } from '../programme/records.ts';
import { isOpen } from '../programme/open.ts';
import { hasConsent, park } from './focus.ts';
import type { Hit, Query } from './reducer-types.ts';
import type { Line, SayButton, SayCard } from './say.ts';
import { shorten } from './shorten.ts';
import { button, effect, line, mine, query, say, withState, type Work } from './work.ts';

/** How many lists one message shows. */
export const LISTS_SHOWN = 3;

/** First screen: three lists closing soon and one question about the person's work. No sign-in, no role. */
export function greet(work: Work): Work {
  const open = work.book.shelf.open(work.event.at);
  const shown = open.slice(0, LISTS_SHOWN);
  const stated = withState(work, { focus: { in: 'idle' }, shown: shown.map((each) => each.id), misses: 0 });
  const head =
    shown.length > 0
      ? line('greet.closing-soon', { n: shown.length, open: open.length })
      : line('greet.nothing-open');
  return say(stated, {
    lines: [line('greet.hello', { programme: { bilingual: work.book.programme.name } }), head, line('greet.ask')],
    cards: shown.map((each) => listingCard(work, each, [])),
    buttons: [button('button.post-need', { do: 'post-need' })],
  });
}

/** Starts a search; with no words at all, shows what is open by deadline. */
export function find(work: Work, wish: { words?: string; sector?: string; track?: string; from?: number }): Work {
  const words = (wish.words ?? '').trim();
  const asked = withState(park(work), { search: { words, sector: wish.sector ?? null, from: wish.from ?? 0 } });
  return query(asked, {
    type: 'match',
    words,
    sector: wish.sector ?? null,
    track: wish.track ?? null,
    openOnly: false,
    from: wish.from ?? 0,
    limit: LISTS_SHOWN + 1,
    purpose: 'search',
  });
}

/** Shows what the matcher found: open lists first; archive rows are labelled and never offered for bids. */
export function showHits(work: Work, asked: Extract<Query, { type: 'match' }>, hits: readonly Hit[]): Work {
  const page = hits.slice(0, LISTS_SHOWN);
  const search = { words: asked.words, sector: asked.sector, from: asked.from };
  const sector = work.book.programme.sectors.find((each) => each.id === asked.sector);
  if (page.length === 0) return nothingFound(withState(work, { search }), asked);
  const stated = withState(work, { shown: page.map((hit) => hit.listing.id), about: page[0]?.listing.id ?? null, search, misses: 0 });
  const logged = effect(stated, { type: 'log-suggestion', listings: page.map((hit) => hit.listing.id), purpose: asked.purpose });
  const head = sector
    ? line('find.in-sector', { n: page.length, sector: { bilingual: sector.label } })
    : line(page.some((hit) => openNow(work, hit.listing)) ? 'find.found' : 'find.found-archive', { n: page.length });
  return say(logged, {
    lines: [head],
    cards: page.map((hit) => listingCard(work, hit.listing, hit.because)),
    buttons: hits.length > LISTS_SHOWN ? [moreButton(asked)] : [],
  });
}

function moreButton(asked: Extract<Query, { type: 'match' }>): SayButton {
  return button('button.more', {
    do: 'find',
    words: asked.words,
    ...(asked.sector && { sector: asked.sector }),
    from: asked.from + LISTS_SHOWN,
  });
}

function nothingFound(work: Work, asked: Extract<Query, { type: 'match' }>): Work {
  if (asked.from > 0) return say(work, { lines: [line('find.no-more')], buttons: [button('button.open-lists', { do: 'find' })] });
  return say(work, {
    lines: [line('find.nothing', { words: shorten(asked.words) }), line('find.say-more')],
    buttons: [button('button.open-lists', { do: 'find' }), button('button.handoff', { do: 'handoff' })],
  });
}

/** A list as a card: title, money, deadline, sector, and why it is shown. */
export function listingCard(work: Work, listing: Listing, because: Hit['because']): SayCard {
  return {
    title: listing.title,
    ...sourceLabel(listing),
    facts: [moneyLine(listing), deadlineLine(work, listing), ...sectorLines(work, listing)],
    because: because.length > 0 ? [becauseLine(because)] : [],
    button: button('button.detail', { do: 'detail', listing: listing.id }),
  };
}

function sourceLabel(listing: Listing): { label: Line } | Record<string, never> {
  if (listing.source === 'sample') return { label: line('label.sample') };
  if (listing.source === 'archive') return { label: line('label.archive') };
  return {};
}

function becauseLine(because: Hit['because']): Line {
  const pairs = because
    .slice(0, 4)
    .map((each) => (each.yours === each.theirs ? `「${each.yours}」` : `「${each.yours}」=「${each.theirs}」`));
  return line('find.because', { words: pairs.join('') });
}

function moneyLine(listing: Listing): Line {
  const { money } = listing.details;
  if (!money) return line('listing.money-unknown');
  const value = money.min === money.max ? { yuan: money.min } : { min: money.min, max: money.max };
  return line('listing.money', { money: { money: value } });
}

function deadlineLine(work: Work, listing: Listing): Line {
  const { deadline } = listing.details;
  if (listing.status === 'archived') return line('listing.archive-status', { status: { key: archiveStatus(listing) } });
  if (!deadline) return line('listing.deadline-unknown');
  return line(openNow(work, listing) ? 'listing.deadline' : 'listing.closed', { day: { day: deadline } });
}

function archiveStatus(listing: Listing): string {
  return listing.details.takenBy ? 'listing.was-taken' : 'listing.was-open';
}

function sectorLines(work: Work, listing: Listing): readonly Line[] {
  const sector = work.book.programme.sectors.find((each) => each.id === listing.sector);
  if (!sector) return [];
  const ours = listing.details.ourReading.includes('sector');
  return [line(ours ? 'listing.sector-ours' : 'listing.sector', { sector: { bilingual: sector.label } })];
}

/** True while bids are taken at the event's time. */
export function openNow(work: Work, listing: Listing): boolean {
  return isOpen(listing, work.event.at, work.book.programme.timeZone);
}

/** One list with goals, indicators, money, deadline and eligibility, and the way to take it up. */
export function showDetail(work: Work, id: string): Work {
  const listing = work.book.shelf.byId(id);
  if (!listing) return say(work, { lines: [line('listing.not-found')], buttons: [button('button.open-lists', { do: 'find' })] });
  const parked = work.state.focus.in === 'field' || work.state.focus.in === 'review' ? work : park(work);
  const stated = withState(parked, { about: listing.id, misses: 0 });
  return say(stated, { lines: detailLines(work, listing), buttons: detailButtons(stated, listing), link: `/l/${listing.reference}` });
}

function detailLines(work: Work, listing: Listing): readonly Line[] {
  const { details } = listing;
  const lines: Line[] = [
    line(listing.source === 'live' ? 'detail.title' : `detail.title-${listing.source}`, { title: listing.title }),
    line('detail.facts', { money: moneyLine(listing), deadline: deadlineLine(work, listing) }),
  ];
  if (details.goals) lines.push(line('detail.goals', { goals: shorten(details.goals, 160) }));
  if (details.indicators.length > 0) lines.push(line('detail.indicators', { rows: indicatorRows(listing) }));
  if (details.eligibility) lines.push(line('detail.eligibility', { eligibility: details.eligibility }));
  if (listing.organisation && details.visibility === 'public') lines.push(line('detail.owner', { owner: listing.organisation.name }));
  if (details.takenBy) lines.push(line('detail.taken-by', { unit: details.takenBy }));
  if (openNow(work, listing) && !hasConsent(work, 'data')) lines.push(line('detail.consent'));
  return lines;
}

function indicatorRows(listing: Listing): string {
  return listing.details.indicators
    .slice(0, 5)
    .map((each) => `· ${[each.name, each.operator, each.value, each.unit].filter(Boolean).join(' ')}${each.method ? `（${each.method}）` : ''}`)
    .join('\n');
}

function detailButtons(work: Work, listing: Listing): readonly SayButton[] {
  const similar = button('button.similar', { do: 'find', words: listing.title });
  if (!openNow(work, listing)) return [similar, button('button.open-lists', { do: 'find' })];
  const apply = { do: 'apply', listing: listing.id } as const;
  if (hasConsent(work, 'data')) return [button(applyLabel(work, listing), apply, 'primary'), similar];
  return [
    button('button.consent-apply', { do: 'consent', kind: 'data', yes: true, then: apply }, 'primary'),
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

/** Asks which of the lists shown is meant. */
export function askWhichList(work: Work): Work {
  const shown = work.state.shown.map((id) => work.book.shelf.byId(id)).filter((each) => each !== undefined);
  const options = shown.length > 0 ? shown : work.book.shelf.open(work.event.at).slice(0, LISTS_SHOWN);
  return say(withState(work, { shown: options.map((each) => each.id) }), {
    lines: [line('apply.which-list')],
    cards: options.map((each) => listingCard(work, each, [])),
  });
}
