/** 这项最后再填: a required question without an answer at hand is asked again after all others. */
import type { Asked } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { saveDraft } from './draft-change.ts';
import { askNext } from './flow-next.ts';
import { reviewDraft } from './flow-review.ts';
import { line, note, type Work } from './work.ts';

/** True for a field of its own: rows stay together. */
export function canPutOff({ of, path, field }: Asked): boolean {
  return of === undefined && path === field.id && field.required;
}

/** Goes on to the next question; put off a second time, the review says what is missing. */
export function putOff(work: Work, draft: Draft, asked: Asked): Work {
  if (!canPutOff(asked)) return askNext(work, draft);
  const before = draft.later ?? [];
  const told = note(work, line('form.put-off', { label: { bilingual: asked.field.label } }));
  if (before.includes(asked.path)) return reviewDraft(told, draft);
  const saved = saveDraft(told, { ...draft, later: [...before, asked.path] });
  return askNext(saved.work, saved.draft);
}
