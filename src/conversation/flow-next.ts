/** What comes next in a form: its first open question, or the review. */
import { fieldAt, nextField } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { contextOf } from './draft-change.ts';
import { askField, type Manner } from './flow-ask.ts';
import { reviewDraft } from './flow-review.ts';
import type { Work } from './work.ts';

/** Asks the first open question of the draft's stage; when none is open, shows the review. */
export function askNext(work: Work, draft: Draft, manner: Manner = 'fresh'): Work {
  const form = work.book.form(draft.form);
  const asked = nextField(form, draft.stage, draft.answers, contextOf(work, draft));
  return asked === null ? reviewDraft(work, draft) : askField(work, draft, asked, manner);
}

/** Puts the open question again, in short, after something else was answered. */
export function askAgain(work: Work, draft: Draft): Work {
  const { focus } = work.state;
  if (focus.in === 'field' || focus.in === 'confirm-value') {
    const asked = fieldAt(work.book.form(draft.form), focus.path, contextOf(work, draft));
    if (asked) return askField(work, draft, asked, 'again', focus.in === 'field' ? focus.misses : 0);
  }
  return askNext(work, draft, 'again');
}

