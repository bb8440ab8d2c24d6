/** Days on which the authority works: promises are counted in them. */
import { DateTime } from 'luxon';
import type { Programme } from './programme.ts';

/** What of the programme file the calendar needs. */
export type Calendar = Pick<Programme, 'timeZone' | 'holidays' | 'workingWeekends'>;

const SATURDAY = 6;
// A year of nothing but holidays is a broken programme file, not a reason to count for ever.
const LONGEST_SEARCH_DAYS = 3660;

/** The day (`YYYY-MM-DD`) it is in the programme's zone at an ISO instant. */
export function dayIn(zone: string, at: string): string {
  return DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd');
}

/** True when the authority works on this ISO day: weekends and holidays rest, exchanged weekend days do not. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  if (calendar.workingWeekends.includes(day)) return true;
  if (calendar.holidays.includes(day)) return false;
  return DateTime.fromISO(day, { zone: 'utc' }).weekday < SATURDAY;
}

/** The ISO day that is `days` working days after the instant `at`; the day of `at` itself does not count. */
export function addWorkingDays(at: string, days: number, calendar: Calendar): string {
  let day = DateTime.fromISO(dayIn(calendar.timeZone, at), { zone: 'utc' });
  let left = Math.max(0, Math.trunc(days));
  for (let tried = 0; left > 0 && tried < LONGEST_SEARCH_DAYS; tried += 1) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day.toFormat('yyyy-MM-dd'), calendar)) left -= 1;
  }
  return day.toFormat('yyyy-MM-dd');
}

/** The ISO day that is `days` calendar days after the ISO day `day`. */
export function addDays(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}
