/** How long a case has been where it is, so that nobody waits in the dark (R22). */
import { DateTime } from 'luxon';
import type { CaseRecord } from './records.ts';
import { dayIn } from './working-days.ts';

/** Whole calendar days since the status began, counted by midnights of the programme's zone; never negative. */
export function daysInStatus(record: CaseRecord, at: string, zone: string): number {
  const since = DateTime.fromISO(dayIn(zone, record.statusSince), { zone: 'utc' });
  const now = DateTime.fromISO(dayIn(zone, at), { zone: 'utc' });
  return Math.max(0, Math.round(now.diff(since, 'days').days));
}

/** True once the promised day is over in the programme's zone. */
export function isOverdue(record: CaseRecord, at: string, zone: string): boolean {
  return record.promisedOn !== null && record.promisedOn < dayIn(zone, at);
}
