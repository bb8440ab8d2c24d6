/** A new value for an answer given before, named by its field or by its number; also after it was handed in. */
import type { Draft } from '../programme/records.ts';
import { answerText } from './flow-answer.ts';
import { changeField } from './flow-review.ts';
import { openForChange, pathNumbered, tellFixed } from './open-for-change.ts';
import type { Work } from './work.ts';

/** Puts the new value in; what was handed in is opened again first, and handed in again only after its review. */
export function correctField(work: Work, draft: Draft, named: string, text: string): Work {
  const path = pathNumbered(work, draft, named);
  if (path === undefined) return changeField(work, draft, named);
  const open = openForChange(work, draft, path);
  return open ? answerText(open.work, open.draft, path, text) : tellFixed(work, draft);
}
