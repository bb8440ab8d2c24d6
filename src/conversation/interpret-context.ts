/** What understanding may look at while it reads a message: the open question, what is on screen, who writes. */
import type { Form } from '../programme/form.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { dayIn } from '../programme/working-days.ts';
import type { InterpretContext } from '../understanding/interpret.ts';
import { contextOf } from './draft-change.ts';
import { draftInHand, localeOf } from './focus.ts';
import { gapOf } from './gap.ts';
import type { Focus } from './reducer-types.ts';
import { mine, ownCase, type Work } from './work.ts';

/** What understanding may look at. */
export function interpretContext(work: Work): InterpretContext {
  const { focus, shown, about, offered } = work.state;
  const draft = draftInHand(work);
  return {
    locale: localeOf(work),
    today: dayIn(work.book.programme.timeZone, work.event.at),
    programme: work.book.programme,
    focus: readingFocus(focus),
    ...(draft && formParts(work, draft)),
    shown,
    about,
    named: (words) => work.book.shelf.named(words).map(({ id, title }) => ({ id, title })),
    choices: offered.length,
    ...(work.book.guess && { guess: work.book.guess }),
    isStaff: mine(work).memberships.some((each) => ['viewer', 'reviewer', 'decider', 'admin'].includes(each.role)),
  };
}

/** The open question as understanding knows it. */
function readingFocus(focus: Focus): InterpretContext['focus'] {
  if (focus.in === 'card') return 'idle';
  return focus.in === 'clinic' || (focus.in === 'intake' && focus.change !== undefined) ? 'field' : focus.in;
}

function formParts(
  work: Work,
  draft: Draft,
): Pick<InterpretContext, 'stage' | 'field' | 'gap' | 'lastPath' | 'handedIn'> & {
  form: Form;
  answers: Draft['answers'];
} {
  const { focus } = work.state;
  const form = work.book.form(draft.form);
  const path = 'path' in focus ? focus.path : focus.in === 'intake' ? focus.change : undefined;
  const asked = path === undefined ? null : fieldAt(form, path, contextOf(work, draft));
  const gap = gapOf(work, draft);
  const lastPath = draft.undo.at(-1)?.path;
  return {
    form,
    stage: draft.stage,
    answers: draft.answers,
    ...(asked && { field: asked.field }),
    ...(gap && { gap: gap.field }),
    ...(lastPath !== undefined && { lastPath }),
    ...handedIn(work, draft),
  };
}

/** The case of a draft in which nothing was changed since it was handed in. */
function handedIn(work: Work, { status, undo, case: of }: Draft): Pick<InterpretContext, 'handedIn'> {
  const isUnchanged = status === 'submitted' || undo.length === 0;
  return of && isUnchanged && ownCase(work, of.id) ? { handedIn: of.id } : {};
}
