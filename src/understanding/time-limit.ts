/** When the lists somebody looks for close: 年底前截止的, closing this week, before 31 December. */
import { unfold } from '../text/fold.ts';
import { dayOf } from './date-span.ts';
import { datesIn } from './read-date.ts';

/** ISO days between which a list closes, and where in the text they are said. Without `since`: any day up to `until`. */
export interface TimeLimit {
  readonly since?: string;
  readonly until: string;
  readonly start: number;
  readonly end: number;
}

const CLOSING = /截止|到期|(?<![a-z])(?:clos(?:e|es|ing)|deadline|due|expir\w+|end(?:s|ing))(?![a-z])/;
const UP_TO = /^\s*(?:之前|以前|前|之内|以内|内|为止|截止前)/;
const UP_TO_EN = /(?<![a-z])(?:before|by|until|till|no later than|up to)\s*(?:the\s*)?$/;
const UP_TO_ZH = /(?:截至|截止到|不晚于)\s*$/;
const WEEKDAY = /周|星期|礼拜|week|day/;
const SAID_BESIDE =
  /^\s*(?:之前|以前|前|之内|以内|内|为止)?(?:就?要)?(?:截止|到期|结束)?(?:的)?|(?<![a-z])(?:that |which )?(?:clos(?:e|es|ing)|due|ends?|ending|expiring)?\s*(?:before|by|until|till|on|in|no later than|up to)?\s*(?:the\s*)?$/g;

/** The time by which lists are to close; null when the message names none. `folded` has the length of the original in nearly all cases. */
export function readTimeLimit(folded: string, { today }: { readonly today: string }): TimeLimit | null {
  if (!CLOSING.test(folded) && !/(?:之前|以前|前)(?:的|有)|before/.test(folded)) return null;
  const [found] = datesIn(folded, today);
  if (found === undefined || found.reading === 'no-such-day') return null;
  let { start, end } = found.reading.span;
  if (end < today && WEEKDAY.test(folded.slice(found.start, found.end))) {
    start = dayOf(start).plus({ weeks: 1 }).toISODate() ?? start;
    end = dayOf(end).plus({ weeks: 1 }).toISODate() ?? end;
  }
  if (end < today) return null;
  const [before, after] = [folded.slice(0, found.start), folded.slice(found.end)];
  const upTo = UP_TO.test(after) || UP_TO_EN.test(before) || UP_TO_ZH.test(before) || start === end;
  return { ...(!upTo && { since: start }), until: end, start: found.start, end: found.end };
}

/** The message without what it says of the time, in the person's own spelling. */
export function withoutTime(original: string, folded: string, { start, end }: TimeLimit): string {
  const before = unfold(original, folded, 0, start).replace(SAID_BESIDE, ' ');
  return `${before} ${unfold(original, folded, end, folded.length).replace(SAID_BESIDE, ' ')}`;
}
