/** Whether a list is public, and whether it takes bids. */
import { DateTime } from 'luxon';
import type { Listing, ListingStatus } from './records.ts';

/** Statuses after publication: the list is known to everybody. */
const PUBLISHED: ReadonlySet<ListingStatus> = new Set([
  'published',
  'closed',
  'under-review',
  'shortlisted',
  'preselected',
  'taken',
  'archived',
]);

/** True once the list was published, whoever may see it. */
export function wasPublished({ status }: Pick<Listing, 'status'>): boolean {
  return PUBLISHED.has(status);
}

/** True for lists anybody may see: published at some time and not by invitation only. */
export function isPublic(listing: Listing): boolean {
  return wasPublished(listing) && listing.details.visibility !== 'invited' && !listing.offline;
}

/** Ends of days worked out before: a shelf asks for the same few deadlines at every message. */
const ends = new Map<string, string | null>();
const MOST_ENDS = 5000;

/** The instant (ISO, UTC) at which an ISO day is over in the zone: a deadline closes then, at 24:00. */
export function endOfDay(day: string, zone: string): string | null {
  const key = `${day} ${zone}`;
  const known = ends.get(key);
  if (known !== undefined) return known;
  const end = DateTime.fromISO(day, { zone }).startOf('day').plus({ days: 1 }).toUTC().toISO();
  if (ends.size >= MOST_ENDS) ends.clear();
  ends.set(key, end);
  return end;
}

/** True while `at` (ISO instant) lies before 24:00 of the deadline day in the zone; without a deadline always. */
export function isBeforeDeadline(deadline: string | null, at: string, zone: string): boolean {
  if (deadline === null) return true;
  const end = endOfDay(deadline, zone);
  return end !== null && Date.parse(at) < Date.parse(end);
}

/** True while the list is published and its deadline has not passed at the ISO instant `at`. */
export function isOpen(listing: Listing, at: string, zone: string): boolean {
  return listing.status === 'published' && isBeforeDeadline(listing.details.deadline, at, zone);
}
