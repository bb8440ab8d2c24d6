/** A person's own paper named by its number: I- an interest, N- a need, A- a bid; L- names a list. Text must be folded. */
import type { Command } from './command.ts';

const NUMBER = /(?<![a-z0-9])([ina]-[0-9a-z]{5}-[0-9a-z]{5})(?![a-z0-9])/;
const TAKE_BACK = /撤回|撤销|撤下|收回|withdraw|take back/;
/** Beside its number a paper is asked about in few words; more of them say something else. */
const FEW_WORDS = 16;

/** Where that paper stands, or taking it back; null where no number is said or much besides it. */
export function namedCase(folded: string): Command | null {
  const number = NUMBER.exec(folded)?.[1];
  if (number === undefined || folded.replace(number, '').trim().length > FEW_WORDS) return null;
  const named = number.toUpperCase();
  return TAKE_BACK.test(folded) ? { do: 'withdraw', case: named } : { do: 'status', case: named };
}
