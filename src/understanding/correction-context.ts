/** What reading a correction needs to know. */
import type { Answers } from '../programme/answer.ts';
import type { Field } from '../programme/form.ts';
import type { ReadContext } from './reading.ts';

/** What corrections may look at. */
export interface CorrectionContext extends ReadContext {
  readonly fields: readonly Field[];
  readonly answers: Answers;
  /** The free-text field in hand, where an answer may hold anything. */
  readonly freeText: boolean;
  readonly inHand: Field | undefined;
  /** The field answered last. */
  readonly last?: Field | undefined;
}
