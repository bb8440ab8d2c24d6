/** A question the programme's own papers answer is no search, even where the second reader takes it for one. */
import { fold } from '../text/fold.ts';
import type { Interpretation } from '../understanding/interpret.ts';
import { isQuestion } from '../understanding/question.ts';
import { isProgrammeTopic } from '../understanding/topics.ts';
import type { Work } from './work.ts';

const GUESSED_SEARCH = 'guess:find';

/** The reading, or the question where a guessed search asks what an article answers and names no list. */
export function ratherAsked({ book }: Work, text: string, reading: Interpretation): Interpretation {
  const folded = fold(text);
  if (reading.why !== GUESSED_SEARCH || !isQuestion(folded) || !isProgrammeTopic(folded)) return reading;
  return book.articleFor(text) === null ? reading : { commands: [{ do: 'ask', question: text }], why: 'ask' };
}
