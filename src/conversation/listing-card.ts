/** A list on a card: what it pays, until when, in which sector, and why it is shown. */
import type { Listing } from '../programme/records.ts';
import { dayIn } from '../programme/working-days.ts';
import { fold } from '../text/fold.ts';
import { localeOf, openNow } from './focus.ts';
import type { Hit } from './hit.ts';
import { reasonLines } from './reason-lines.ts';
import type { Line, SayCard } from './say.ts';
import { shorten } from './shorten.ts';
import { button, line, type Work } from './work.ts';

/** A list as a card: title, money, deadline, sector, and why it is shown. */
export function listingCard(
  work: Work,
  listing: Listing,
  because: Hit['because'],
  explanation?: string,
  reasons?: Hit['reasons'],
): SayCard {
  return {
    title: listing.title,
    ...cardLabel(work, listing),
    facts: [
      moneyLine(listing),
      deadlineLine(work, listing),
      ...sectorLines(work, listing),
      ...originalLines(listing, 'listing.original'),
    ],
    because: explanation
      ? [line('find.explained', { why: shorten(explanation, 120) })]
      : whyLines(work, because, reasons),
    button: button('button.detail', { do: 'detail', listing: listing.id }),
  };
}

/** Where it comes from, and that it is closed: a card that fits must not look as if it could be taken up. */
function cardLabel(work: Work, listing: Listing): { label: Line } | Record<string, never> {
  if (listing.source === 'archive') return { label: line('label.archive') };
  const isClosed = listing.status !== 'archived' && !openNow(work, listing);
  if (listing.source === 'sample') return { label: line(isClosed ? 'label.sample-closed' : 'label.sample') };
  return isClosed ? { label: line('label.closed') } : {};
}

/** Lists are not translated: an English reader is told so, in Chinese the line is empty. */
export function originalLines(listing: Listing, key: string): readonly Line[] {
  return /\p{Script=Han}/u.test(listing.title) ? [line(key)] : [];
}

/** What can be checked of the match; the bare words where nobody looked where they stand. */
function whyLines(work: Work, because: Hit['because'], reasons: Hit['reasons']): readonly Line[] {
  if (reasons && reasons.met.length > 0) return reasonLines(reasons, localeOf(work));
  return because.length > 0 ? [becauseLine(because)] : [];
}

/** The words that met, in the person's own spelling; theirs beside it where it differs. */
function becauseLine(because: Hit['because']): Line {
  const pairs = because
    .slice(0, 3)
    .map((each) =>
      fold(each.yours) === fold(each.theirs) ? `「${each.yours}」` : `「${each.yours}」=「${each.theirs}」`,
    );
  return line('find.because', { words: pairs.join('') });
}

/** What it pays: one sum, a range, or that nothing is stated. */
export function moneyLine(listing: Listing): Line {
  const { money } = listing.details;
  if (!money) return line('listing.money-unknown');
  const value = money.min === money.max ? { yuan: money.min } : { min: money.min, max: money.max };
  return line('listing.money', { money: { money: value } });
}

/** Until when it takes bids, or how it stands since it takes none. */
export function deadlineLine(work: Work, listing: Listing): Line {
  const { deadline } = listing.details;
  if (listing.status === 'archived') return line('listing.archive-status', { status: { key: archiveStatus(listing) } });
  if (openNow(work, listing) || listing.status === 'published') {
    if (!deadline) return line('listing.deadline-unknown');
    return line(openNow(work, listing) ? 'listing.deadline' : 'listing.closed', { day: { day: deadline } });
  }
  if (deadline && deadline < dayIn(work.book.programme.timeZone, work.event.at))
    return line('listing.closed', { day: { day: deadline } });
  return line('listing.now', { status: { key: `status.listing.${listing.status}` } });
}

function archiveStatus(listing: Listing): string {
  return listing.details.takenBy ? 'listing.was-taken' : 'listing.was-open';
}

/** Its sector, with a word where the reading is ours; nothing without one. */
export function sectorLines(work: Work, listing: Listing): readonly Line[] {
  const sector = work.book.programme.sectors.find((each) => each.id === listing.sector);
  if (!sector) return [];
  const ours = listing.details.ourReading.includes('sector');
  return [line(ours ? 'listing.sector-ours' : 'listing.sector', { sector: { bilingual: sector.label } })];
}
