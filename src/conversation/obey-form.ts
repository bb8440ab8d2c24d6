/** Commands that belong to the form in hand: answering, going back, changing, reviewing, handing in. */
import { valueAt } from '../programme/answer-path.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf, undoAnswer } from './draft-change.ts';
import { addToShown } from './flow-add-rows.ts';
import { answerAnotherRow, answerRowsDone, answerText, answerValue, skipField } from './flow-answer.ts';
import { goBack } from './flow-back.ts';
import { askClinic, showPreview } from './flow-clinic.ts';
import { correctField } from './flow-correct.ts';
import { answerIntake } from './flow-intake-take.ts';
import { restoreLast } from './flow-leave.ts';
import { askAgain, askNext } from './flow-next.ts';
import { putOff } from './flow-put-off.ts';
import { resume } from './flow-resume.ts';
import { changeField, reviewDraft } from './flow-review.ts';
import { submitDraft } from './flow-submit.ts';
import { draftInHand, openDrafts } from './focus.ts';
import { answerGap } from './gap.ts';
import { tellFixed } from './open-for-change.ts';
import { reopened } from './resubmit.ts';
import type { SayButton } from './say.ts';
import { listedValue } from './show-answer.ts';
import { button, draftOf, line, mine, note, say, type Work } from './work.ts';

/** The commands of this table. */
export type FormCommand = Extract<
  Command['do'],
  | 'answer'
  | 'set'
  | 'correct'
  | 'change'
  | 'keep'
  | 'back'
  | 'skip'
  | 'undo'
  | 'another-row'
  | 'review'
  | 'submit'
  | 'clinic'
  | 'preview'
  | 'intake'
  | 'affirm'
  | 'deny'
  | 'choose'
>;

type FormHandlers = { readonly [K in FormCommand]: (work: Work, command: Extract<Command, { do: K }>) => Work };

const NOTHING_OPEN: readonly SayButton[] = [
  button('button.open-lists', { do: 'find' }),
  button('button.post-need', { do: 'post-need' }),
  button('button.status', { do: 'status' }),
];

/** Handlers that need a form in hand; without one they say so and offer to go on with a draft. */
export const FORM_HANDLERS: Omit<FormHandlers, 'affirm' | 'deny' | 'choose'> = {
  answer: (work, { text }) =>
    answerBelow(work, text) ??
    inField(work, (open, draft, path) => addToShown(open, draft, text) ?? answerText(open, draft, path, text)),
  set: (work, command) => setByButton(work, command),
  correct: (work, { path, text, draft: id }) => inForm(work, (draft) => correctField(work, draft, path, text), id),
  change: (work, { path, draft: id }) => inForm(work, (draft) => changeField(work, draft, path), id),
  keep: (work) => inForm(work, (draft) => askNext(work, draft)),
  back: (work) => inOpenForm(work, goBack),
  skip: (work, { later }) =>
    inField(work, (open, draft, path) => {
      const asked = fieldAt(work.book.form(draft.form), path, contextOf(open, draft));
      if (!asked) return askNext(open, draft);
      return later ? putOff(open, draft, asked) : skipField(open, draft, asked);
    }),
  undo: (work) => restoreLast(work) ?? inOpenForm(work, takeChangeBack),
  'another-row': (work, { yes, path }) =>
    inOpenForm(work, (open, draft) => (yes ? answerAnotherRow(open, draft, path) : answerRowsDone(open, draft, path))),
  review: (work, { draft: id, page, path }) =>
    inForm(
      work,
      (draft) => (path === undefined ? null : tellAnswer(work, draft, path)) ?? reviewDraft(work, draft, page),
      id ?? handedInAlone(work),
    ),
  submit: (work, { draft: id, version }) => inForm(work, (draft) => submitDraft(work, draft, version), id),
  clinic: (work, command) => inForm(work, (draft) => askClinic(work, draft, command), command.draft),
  intake: (work, command) => inForm(work, (draft) => answerIntake(work, draft, command), command.draft),
  preview: (work, { draft: id, page }) =>
    inForm(
      work,
      (draft) => (draft.purpose === 'need' ? showPreview(work, draft, page) : reviewDraft(work, draft, page)),
      id ?? handedInAlone(work),
    ),
};

/** Goes back to the form's open question; outside a form the waiting remark is the answer, with these ways on. */
export function backInForm(work: Work, waysOn: readonly SayButton[] = []): Work {
  const draft = draftInHand(work);
  if (draft) return askAgain(work, draft);
  return work.notes.length > 0 ? say(work, { lines: [], buttons: waysOn }) : work;
}

/** Submitted drafts count too: they can be looked at and changed until the deadline. A discarded one is gone, whatever its old buttons say. */
function inForm(work: Work, then: (draft: Draft) => Work, id?: string): Work {
  const draft = id === undefined ? (draftInHand(work) ?? onlyDraft(work)) : draftOf(work, id);
  if (draft) return then(draft);
  const now = draftInHand(work);
  if (now) return askAgain(note(work, line('stale.button')), now);
  return openDrafts(work).length > 0
    ? resume(work, undefined)
    : say(work, { lines: [line('form.none')], buttons: NOTHING_OPEN });
}

function onlyDraft(work: Work): Draft | undefined {
  const open = openDrafts(work);
  return open.length === 1 ? open[0] : undefined;
}

/** With no form open, what was handed in last is what can be looked at. */
function handedInAlone(work: Work): string | undefined {
  if (draftInHand(work) || openDrafts(work).length > 0) return undefined;
  const handedIn = mine(work).drafts.filter((each) => each.status === 'submitted' && each.purpose !== 'profile');
  return handedIn.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0]?.id;
}

/** The answer asked about in one line, then the open question again; null where no question is open. */
function tellAnswer(work: Work, draft: Draft, path: string): Work | null {
  const { focus } = work.state;
  const asked = fieldAt(work.book.form(draft.form), path, contextOf(work, draft));
  const value = valueAt(draft.answers, path);
  if (focus.in !== 'field' || !asked || path === focus.path) return null;
  const label = { bilingual: asked.field.label };
  const told =
    value === undefined || value === null
      ? line('review.one-open', { label })
      : line('review.one', { label, shown: listedValue(work, draft, asked.field, value) });
  return askAgain(note(work, told), draft);
}

/** For changes: what was handed in is opened again for a new version, while it still may be. */
function inOpenForm(work: Work, then: (work: Work, draft: Draft) => Work): Work {
  return inForm(work, (draft) => {
    const open = reopened(work, draft);
    return open ? then(open.work, open.draft) : tellFixed(work, draft);
  });
}

function inField(work: Work, then: (work: Work, draft: Draft, path: string) => Work): Work {
  const { focus } = work.state;
  if (focus.in === 'field' || focus.in === 'confirm-value')
    return inOpenForm(work, (open, draft) => then(open, draft, focus.path));
  return inForm(work, (draft) => (focus.in === 'review' ? askAgain(work, draft) : askNext(work, draft)));
}

/** Words typed under a review that still lacks something. */
function answerBelow(work: Work, text: string): Work | null {
  const draft = draftInHand(work);
  return draft ? answerGap(work, draft, text) : null;
}

/** A button fills exactly the question it was shown with; a button of another question asks before it changes anything. */
function setByButton(work: Work, command: Extract<Command, { do: 'set' }>): Work {
  return inForm(
    work,
    (draft) => {
      const { focus } = work.state;
      const inHand = 'path' in focus && focus.draft === draft.id ? focus.path : null;
      if (command.asked !== undefined && command.asked !== inHand) return staleChoice(work, draft, command.asked);
      const open = reopened(work, draft);
      return open ? answerValue(open.work, open.draft, command.path, command.value) : tellFixed(work, draft);
    },
    command.draft,
  );
}

function staleChoice(work: Work, draft: Draft, path: string): Work {
  const asked = fieldAt(work.book.form(draft.form), path, contextOf(work, draft));
  const label = asked ? { bilingual: asked.field.label } : '';
  return askAgain(note(work, line('stale.choice', { label })), draft);
}

function takeChangeBack(work: Work, draft: Draft): Work {
  const undone = undoAnswer(work, draft);
  if (!undone) return askAgain(note(work, line('undo.nothing')), draft);
  const asked = fieldAt(work.book.form(draft.form), undone.path, contextOf(work, draft));
  const label = asked ? { bilingual: asked.field.label } : '';
  return askNext(note(undone.work, line('undo.done', { label })), undone.draft);
}
