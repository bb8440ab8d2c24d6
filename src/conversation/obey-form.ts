/** Commands that belong to the form in hand: answering, going back, changing, reviewing, handing in. */
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf, undoAnswer } from './draft-change.ts';
import { answerAnotherRow, answerRowsDone, answerText, answerValue, skipField } from './flow-answer.ts';
import { goBack } from './flow-back.ts';
import { askClinic, showPreview } from './flow-clinic.ts';
import { askAgain, askNext } from './flow-next.ts';
import { resume } from './flow-resume.ts';
import { changeField, reviewDraft } from './flow-review.ts';
import { submitDraft } from './flow-submit.ts';
import { draftInHand, openDrafts } from './focus.ts';
import type { SayButton } from './say.ts';
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
  answer: (work, { text }) => inField(work, (draft, path) => answerText(work, draft, path, text)),
  set: (work, command) => setByButton(work, command),
  correct: (work, { path, text }) => inForm(work, (draft) => answerText(work, draft, path, text)),
  change: (work, { path, draft: id }) => inForm(work, (draft) => changeField(work, draft, path), id),
  keep: (work) => inForm(work, (draft) => askNext(work, draft)),
  back: (work) => inForm(work, (draft) => goBack(work, draft)),
  skip: (work) =>
    inField(work, (draft, path) => {
      const asked = fieldAt(work.book.form(draft.form), path, contextOf(work, draft));
      return asked ? skipField(work, draft, asked) : askNext(work, draft);
    }),
  undo: (work) => inForm(work, (draft) => takeChangeBack(work, draft)),
  'another-row': (work, { yes, path }) =>
    inForm(work, (draft) => (yes ? answerAnotherRow(work, draft, path) : answerRowsDone(work, draft, path))),
  review: (work, { draft: id, page }) => inForm(work, (draft) => reviewDraft(work, draft, page), id),
  submit: (work, { draft: id, version }) => inForm(work, (draft) => submitDraft(work, draft, version), id),
  clinic: (work, command) => inForm(work, (draft) => askClinic(work, draft, command), command.draft),
  preview: (work, { draft: id }) => inForm(work, (draft) => showPreview(work, draft), id),
};

/** Goes back to the form's open question; outside a form the waiting remark is the answer, with these ways on. */
export function backInForm(work: Work, waysOn: readonly SayButton[] = []): Work {
  const draft = draftInHand(work);
  if (draft) return askAgain(work, draft);
  return work.notes.length > 0 ? say(work, { lines: [], buttons: waysOn }) : work;
}

function inForm(work: Work, then: (draft: Draft) => Work, id?: string): Work {
  const draft = id === undefined ? (draftInHand(work) ?? onlyDraft(work)) : findDraft(work, id);
  if (draft) return then(draft);
  return openDrafts(work).length > 0
    ? resume(work, undefined)
    : say(work, { lines: [line('form.none')], buttons: NOTHING_OPEN });
}

/** Submitted drafts count too: they can be looked at and changed until the deadline. */
function findDraft(work: Work, id: string): Draft | undefined {
  return draftOf(work, id) ?? mine(work).drafts.find((each) => each.id === id);
}

function onlyDraft(work: Work): Draft | undefined {
  const open = openDrafts(work);
  return open.length === 1 ? open[0] : undefined;
}

function inField(work: Work, then: (draft: Draft, path: string) => Work): Work {
  const { focus } = work.state;
  return inForm(work, (draft) => {
    if (focus.in === 'field' || focus.in === 'confirm-value') return then(draft, focus.path);
    return focus.in === 'review' ? askAgain(work, draft) : askNext(work, draft);
  });
}

/** A button fills exactly the question it was shown with; a button of another question asks before it changes anything. */
function setByButton(work: Work, command: Extract<Command, { do: 'set' }>): Work {
  return inForm(
    work,
    (draft) => {
      const { focus } = work.state;
      const inHand = 'path' in focus && focus.draft === draft.id ? focus.path : null;
      if (command.asked !== undefined && command.asked !== inHand) return staleChoice(work, draft, command.asked);
      return answerValue(work, draft, command.path, command.value);
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
