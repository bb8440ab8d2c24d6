/** What reading a message needs and yields. */
import type { Answers } from '../programme/answer.ts';
import type { Field, Form } from '../programme/form.ts';
import type { Programme } from '../programme/programme.ts';
import type { Locale } from '../programme/records.ts';
import type { Command } from './command.ts';
import type { Guess, GuessIntents } from './guess.ts';

/** What is open while the message is read. */
export type ReadingFocus =
  | 'idle'
  | 'field'
  | 'confirm-value'
  | 'review'
  | 'intake'
  | 'cancel'
  | 'choose'
  | 'consent'
  | 'confirm'
  | 'reason'
  | 'handoff';

/** All that understanding may look at: no clock, no store. `today` is an ISO day in the programme's zone. */
export interface InterpretContext {
  readonly locale: Locale;
  readonly today: string;
  readonly programme: Programme;
  readonly focus: ReadingFocus;
  readonly form?: Form;
  readonly stage?: string;
  /** The field or cell in hand. */
  readonly field?: Field;
  readonly answers?: Answers;
  /** While the review is on screen: the first question of the stage that is still open. */
  readonly gap?: Field;
  /** Id of the field answered or changed last. */
  readonly lastPath?: string;
  /** Ids of the lists last shown, in order. */
  readonly shown: readonly string[];
  /** Id of the case that the form in hand was handed in as, while nothing has been changed since. */
  readonly handedIn?: string;
  /** The list last spoken of. */
  readonly about: string | null;
  readonly named: (words: string) => readonly { readonly id: string; readonly title: string }[];
  /** How many choices the last message offered. */
  readonly choices?: number;
  readonly isStaff: boolean;
  /** The second reader; left out, the rules read alone. */
  readonly guess?: GuessIntents;
}

/** Commands in the order they are to be done; `why` names the rule. `doubt`: readings between which to ask. */
export interface Interpretation {
  readonly commands: readonly Command[];
  readonly why: string;
  readonly doubt?: readonly Command[];
  /** What the second reader thought, the likeliest first. */
  readonly guesses?: readonly Guess[];
}

/** A message in the two forms rules need. */
export interface Message {
  readonly original: string;
  readonly folded: string;
}

/** One command with its rule. */
export function meaning(why: string, ...commands: readonly Command[]): Interpretation {
  return { commands, why };
}
