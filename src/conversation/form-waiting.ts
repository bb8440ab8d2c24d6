/** A form that waits while a person is asked for: what plainly answers its open question is an answer all the same. */
import { nextField } from '../programme/next-field.ts';
import { fold } from '../text/fold.ts';
import { isQuestion } from '../understanding/question.ts';
import { readValue } from '../understanding/read-value.ts';
import { contextOf } from './draft-change.ts';
import { readContext } from './focus.ts';
import type { Focus } from './reducer-types.ts';
import { draftOf, type Work, withState } from './work.ts';

/** Kinds any words would fit: those are for staff. */
const FREE: readonly string[] = ['text', 'long-text', 'rows', 'file', 'yes-no'];

/** The work with the form's question open again, where the text is a value of just its kind; null for everything else. */
export function formWaiting(work: Work, focus: Extract<Focus, { in: 'handoff' }>, text: string): Work | null {
  const draft = focus.resume === undefined ? undefined : draftOf(work, focus.resume);
  if (draft?.status !== 'open' || focus.request === undefined || isQuestion(fold(text))) return null;
  const open = nextField(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft), draft.later);
  if (open === null || FREE.includes(open.field.kind)) return null;
  if (readValue(open.field, text, readContext(work)).outcome === 'reject') return null;
  return withState(work, {
    focus: { in: 'field', draft: draft.id, path: open.path, misses: 0 },
    parked: work.state.parked.filter((id) => id !== draft.id),
  });
}
