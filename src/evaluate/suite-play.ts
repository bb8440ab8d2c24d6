/** What every kind of suite is played with. */
import type { ChatModel } from '../ports/model.ts';

/** A folder with the suite's files, the language model if one was asked for, and who is told of progress. */
export interface SuitePlay {
  readonly folder: string;
  readonly model: ChatModel | null;
  /** Told how many of how many cases are done. */
  readonly progress: (done: number, of: number) => void;
}
