/** When an answer from the office can be expected: 9–17 on working days of the programme's calendar. */
import { DateTime } from 'luxon';
import { addWorkingDays, type Calendar, dayIn, isWorkingDay } from './working-days.ts';

/** The hours the office answers in, programme time; `closes` is the first hour it no longer does. */
export const OFFICE_HOURS = { opens: 9, closes: 17 } as const;

/** Whether the office is open at the instant, and the ISO day by which a question asked then is answered. */
export interface ExpectedAnswer {
  readonly isOpen: boolean;
  readonly day: string;
}

/** A question asked in office hours is answered by the next working day's end, any other on the working day that comes first. */
export function expectedAnswer(at: string, calendar: Calendar): ExpectedAnswer {
  const today = dayIn(calendar.timeZone, at);
  const { hour } = DateTime.fromISO(at, { zone: calendar.timeZone });
  const isWorking = isWorkingDay(today, calendar);
  const isOpen = isWorking && hour >= OFFICE_HOURS.opens && hour < OFFICE_HOURS.closes;
  if (isWorking && hour < OFFICE_HOURS.opens) return { isOpen, day: today };
  return { isOpen, day: addWorkingDays(at, 1, calendar) };
}
