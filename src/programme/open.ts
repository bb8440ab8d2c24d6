/** Whether a list takes bids. */
import { DateTime } from 'luxon';
import type { Listing } from './records.ts';

/** The instant (ISO, UTC) at which an ISO day is over in the zone: a deadline closes then, at 24:00. */
export function endOfDay(day: string, zone: string): string | null {
  return DateTime.fromISO(day, { zone }).startOf('day').plus({ days: 1 }).toUTC().toISO();
}

/** True while `at` (ISO instant) lies before 24:00 of the deadline day in the zone; without a deadline always. */
export function isBeforeDeadline(deadline: string | null, at: string, zone: string): boolean {
  if (deadline === null) return true;
  const end = endOfDay(deadline, zone);
  return end !== null && DateTime.fromISO(at).toMillis() < DateTime.fromISO(end).toMillis();
}

/** True while the list is published and its deadline has not passed at the ISO instant `at`. */
export function isOpen(listing: Listing, at: string, zone: string): boolean {
  return listing.status === 'published' && isBeforeDeadline(listing.details.deadline, at, zone);
}
