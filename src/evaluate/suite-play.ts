/** What every kind of suite is played with. */
import type { ChatModel } from '../ports/model.ts';
import type { GuessIntents } from '../understanding/guess.ts';

/** A folder with the suite's files, the language model if one was asked for, and who is told of progress. */
export interface SuitePlay {
  readonly folder: string;
  readonly model: ChatModel | null;
  /** The second reader; left out, the rules read alone. */
  readonly guess?: GuessIntents;
  /** Told how many of how many cases are done. */
  readonly progress: (done: number, of: number) => void;
}
