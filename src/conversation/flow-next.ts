/** What comes next in a form: its first open question, or the review. */
import { isRows } from '../programme/answer-path.ts';
import { fieldAt, nextField } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { contextOf, saveDraft } from './draft-change.ts';
import { askField, type Manner } from './flow-ask.ts';
import { askClinicAgain } from './flow-clinic.ts';
import { askIfRight } from './flow-doubt.ts';
import { goOnWithIntake, remindIntake, withoutIntake } from './flow-intake.ts';
import { remindReview, reviewDraft } from './flow-review.ts';
import { wholeRows } from './rows-reading.ts';
import { line, note, type Work } from './work.ts';

/** Asks the first open question of the draft's stage; when none is open, shows the review. */
export function askNext(work: Work, draft: Draft, manner: Manner = 'fresh'): Work {
  const now = toPresentForm(work, draft);
  if (now.draft.intake)
    return goOnWithIntake(now.work, now.draft) ?? askNext(now.work, withoutIntake(now.draft), manner);
  const form = work.book.form(draft.form);
  const asked = nextField(form, now.draft.stage, now.draft.answers, contextOf(work, now.draft), now.draft.later);
  if (asked === null) return reviewDraft(now.work, now.draft);
  return askField(now.work, now.draft, wholeRows(work, now.draft, asked), manner);
}

/** Puts the open question again, in short, after something else was answered. */
export function askAgain(work: Work, draft: Draft): Work {
  const { focus } = work.state;
  if (focus.in === 'review' && focus.version === draft.version) return remindReview(work, draft);
  if (focus.in === 'clinic') return askClinicAgain(work, draft);
  if (focus.in === 'intake' && draft.intake) return remindIntake(work, draft, draft.intake);
  if (focus.in === 'field' || focus.in === 'confirm-value') {
    const asked = fieldAt(work.book.form(draft.form), focus.path, contextOf(work, draft));
    // Rows already typed stay on screen whatever was said in between.
    if (asked && focus.in === 'confirm-value' && isRows(focus.value))
      return askIfRight(work, draft, asked, focus.value, 'rows');
    if (asked) return askField(work, draft, asked, 'again', focus.in === 'field' ? focus.misses : 0);
  }
  return askNext(work, draft, 'again');
}

/** A draft begun on an older version of its form goes on with the present one; what was answered stays. */
function toPresentForm(work: Work, draft: Draft): { work: Work; draft: Draft } {
  const form = work.book.form(draft.form);
  if (draft.formVersion === form.version) return { work, draft };
  const stage = form.stages.some((each) => each.id === draft.stage) ? draft.stage : (form.stages[0]?.id ?? draft.stage);
  return saveDraft(note(work, line('form.changed')), { ...draft, formVersion: form.version, stage });
}
