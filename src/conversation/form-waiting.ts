/** A form that waits while a person is asked for: what plainly answers its open question is an answer all the same. */
import { fold } from '../text/fold.ts';
import { isTelling } from '../understanding/field-kinds.ts';
import { isQuestion } from '../understanding/question.ts';
import type { Focus } from './reducer-types.ts';
import { valueForWaiting } from './value-for-waiting.ts';
import { type Work, withState } from './work.ts';

/** The work with the form's question open again, where the text is a value of just its kind; null for everything else, which is for staff. */
export function formWaiting(work: Work, focus: Extract<Focus, { in: 'handoff' }>, text: string): Work | null {
  if (focus.request === undefined || isQuestion(fold(text))) return null;
  const found = valueForWaiting(work, focus.resume, text, isTelling);
  if (found === null) return null;
  const { draft, asked } = found;
  return withState(work, {
    focus: { in: 'field', draft: draft.id, path: asked.path, misses: 0 },
    parked: work.state.parked.filter((id) => id !== draft.id),
  });
}
