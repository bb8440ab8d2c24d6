/** The command of a wish for lists: its words or sector, held to days and money where the message names them. */
import type { Command } from './command.ts';
import { limitsOf } from './find-limits.ts';
import type { InterpretContext, Message } from './interpretation.ts';
import { readOfferLimit } from './offer-limit.ts';
import { readWish } from './search-words.ts';
import { readTimeLimit, withoutTime } from './time-limit.ts';

/** A wish for lists read from a whole message. */
export function findLists({ original, folded }: Message, context: InterpretContext): Extract<Command, { do: 'find' }> {
  const time = readTimeLimit(folded, context);
  const untimed = time === null ? original : withoutTime(original, folded, time);
  const money = readOfferLimit(untimed);
  return {
    do: 'find',
    ...readWish(money?.rest ?? untimed, context.programme),
    ...limitsOf({ ...time, ...money }),
  };
}
