/** What a paper proposes for a draft: values read and checked like typed ones, shown before any of them is stored. */
import type { AnswerValue } from './answer.ts';

/** A value for one field; `why` makes it doubtful (message `value.confirm.<why>`). */
export interface Proposal {
  readonly path: string;
  readonly value: AnswerValue;
  readonly why?: string;
}

/** Words behind a label that are no value of its field; `reason` is the key `value.<reason>`. */
export interface Unread {
  readonly path: string;
  readonly text: string;
  readonly reason: string;
}

/** All a paper proposes; `same` counts what the draft says already. */
export interface Proposals {
  readonly entries: readonly Proposal[];
  readonly unread: readonly Unread[];
  readonly same: number;
}

/** Proposals that wait with a draft: first the whole list is shown, then the doubtful ones are asked one at a time. */
export interface DraftIntake extends Proposals {
  /** Name of the file; null for a pasted text. */
  readonly source: string | null;
  readonly step: 'list' | 'doubts';
}
