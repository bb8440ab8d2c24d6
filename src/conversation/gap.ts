/** The first open question of a form whose review is on screen, and an answer given to it there. */
import { type Asked, nextField } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { contextOf } from './draft-change.ts';
import { answerText } from './flow-answer.ts';
import { openForChange } from './open-for-change.ts';
import type { Work } from './work.ts';

/** What is still to be asked of a draft under review; null beside any other question, and when nothing is. */
export function gapOf(work: Work, draft: Draft): Asked | null {
  const { focus } = work.state;
  if (focus.in !== 'review' || draft.status !== 'open') return null;
  return nextField(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft), draft.later);
}

/** Takes words typed under a review as the answer to its first open question; null where there is none. */
export function answerGap(work: Work, draft: Draft, text: string): Work | null {
  const asked = gapOf(work, draft);
  if (asked === null) return null;
  const open = openForChange(work, draft, asked.path);
  return open ? answerText(open.work, open.draft, asked.path, text) : null;
}
