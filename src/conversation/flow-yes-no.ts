/** What yes, no and a bare number mean: it depends on the open question alone. */

import { valueAt } from '../programme/answer-path.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf } from './draft-change.ts';
import { askAgain } from './flow-next.ts';
import { draftInHand } from './focus.ts';
import { type Known, knownValue } from './known-value.ts';
import { button, line, note, say, type Work, withState } from './work.ts';

/** The command a plain yes stands for, or null where yes answers nothing. */
export function meaningOfYes(work: Work): Command | null {
  const { focus, offered } = work.state;
  switch (focus.in) {
    case 'confirm-value':
      return { do: 'set', path: focus.path, value: focus.value, draft: focus.draft };
    case 'review':
      if (focus.next !== undefined) return { do: 'review', draft: focus.draft, page: focus.next };
      return { do: 'submit', draft: focus.draft, version: focus.version };
    case 'intake':
      if (focus.change !== undefined) return { do: 'intake', draft: focus.draft, act: 'show' };
      if (focus.next !== undefined) return { do: 'intake', draft: focus.draft, act: 'show', page: focus.next };
      return { do: 'intake', draft: focus.draft, act: 'take' };
    case 'consent':
      return { do: 'consent', kind: focus.kind, yes: true, next: focus.next };
    case 'confirm':
      return focus.command;
    case 'card':
      return { do: 'own-card', need: focus.need, words: focus.names };
    case 'idle': {
      const only = offered.length === 1 ? offered[0] : undefined;
      return only && isHarmless(only.command) ? only.command : null;
    }
    case 'field':
      return takesKnown(work);
    case 'clinic':
    case 'cancel':
    case 'choose':
    case 'reason':
    case 'handoff':
      return null;
  }
}

/** Yes to a value that is on offer for the question in hand. */
function takesKnown(work: Work): Command | null {
  const known = knownInHand(work);
  const { focus } = work.state;
  if (!known || focus.in !== 'field') return null;
  return { do: 'set', path: known.path, value: known.value, draft: focus.draft };
}

/** The value on offer for the question in hand, when there is one. */
export function knownInHand(work: Work): Known | undefined {
  const { focus } = work.state;
  const draft = draftInHand(work);
  if (!draft || focus.in !== 'field') return undefined;
  const stored = valueAt(draft.answers, focus.path);
  const asked = fieldAt(work.book.form(draft.form), focus.path, contextOf(work, draft));
  return asked && (stored === undefined || stored === null) ? knownValue(work, draft, asked) : undefined;
}

/** The only field a file sent elsewhere can be for: a yes puts it there. */
export function fileOffered({ state }: Work): Command | null {
  const [first, second] = state.offered;
  const one = state.offered.length === 2 && second?.command.do === 'keep';
  return one && first?.command.do === 'set' && Array.isArray(first.command.value) ? first.command : null;
}

/** True while the last message asked which field a file is for, or what it is meant for. */
export function isFileAsked({ state }: Work): boolean {
  const [first] = state.offered;
  const last = state.offered.at(-1)?.command.do;
  const isAsked = last === 'keep' || last === 'fill-from';
  return first?.command.do === 'set' && isFiles(first.command.value) && isAsked;
}

function isFiles(value: unknown): boolean {
  return Array.isArray(value) && value.some((each) => typeof each === 'object' && each !== null && 'sha256' in each);
}

/** A bare yes may show things; it never decides, sends or deletes anything that was not asked about. */
function isHarmless(command: Command): boolean {
  return ['find', 'detail', 'resume', 'status', 'help', 'review', 'open-case', 'queue'].includes(command.do);
}

/** The command a plain no stands for, or null where no only means "leave it". */
export function meaningOfNo(work: Work): Command | null {
  const { focus } = work.state;
  if (focus.in === 'confirm-value') return { do: 'change', path: focus.path, draft: focus.draft };
  if (focus.in === 'review') return { do: 'change', path: '', draft: focus.draft };
  if (focus.in === 'intake') return { do: 'intake', draft: focus.draft, act: 'change' };
  if (focus.in === 'consent') return { do: 'consent', kind: focus.kind, yes: false };
  if (focus.in === 'cancel') return { do: 'resume', draft: focus.draft };
  if (focus.in === 'card') return { do: 'own-card', need: focus.need, words: [] };
  if (focus.in === 'handoff' && focus.request !== undefined)
    return { do: 'handoff', request: focus.request, drop: true };
  if (focus.in === 'handoff' && focus.resume !== undefined) return { do: 'resume', draft: focus.resume };
  return null;
}

/** The command behind a number: what the last message offered, in the order it was shown. */
export function meaningOfNumber(work: Work, n: number): Command | null {
  const { offered, shown } = work.state;
  const listing = n < 0 ? shown.at(n) : shown[n - 1];
  const at = n < 0 ? offered.length + n : n - 1;
  const command = offered[at]?.command;
  if (command && !needsPress(command)) return command;
  return listing === undefined ? null : { do: 'detail', listing };
}

/** What is done by its button or in plain words only: a number said in passing agrees to nothing and sends nothing. */
function needsPress(command: Command): boolean {
  return ['consent', 'submit', 'withdraw', 'delete-data', 'act', 'shortlist', 'save-listing', 'save-card'].includes(
    command.do,
  );
}

/** Yes, or a number, where nothing is open to be agreed to or chosen: that is said, and what one can do. */
export function nothingMeant(work: Work, chosen = 0): Work {
  const n = chosen > 0 ? chosen : undefined;
  const draft = draftInHand(work);
  if (draft && draft.status === 'open')
    return askAgain(n === undefined ? work : note(work, line('talk.no-such-number', { n })), draft);
  const { in: open } = work.state.focus;
  if (open !== 'idle' && open !== 'choose') return letBe(work);
  const nothing = n === undefined ? line('talk.nothing-to-confirm') : line('talk.no-such-number', { n });
  return say(withState(work, { focus: { in: 'idle' } }), {
    lines: [nothing, line('talk.what-next')],
    buttons: [
      button('button.open-lists', { do: 'find' }),
      button('button.post-need', { do: 'post-need' }),
      button('button.status', { do: 'status' }),
    ],
  });
}

/** No to a question that would have done something: nothing is done, and that is said. */
export function letBe(work: Work): Work {
  const draft = draftInHand(work);
  if (draft && draft.status === 'open') return askAgain(note(work, line('talk.left')), draft);
  const { focus } = work.state;
  // Not that case: something else may be secret all the same.
  const isSecret = focus.in === 'confirm' && focus.command.do === 'offline' && focus.command.case !== undefined;
  return say(withState(work, { focus: { in: 'idle' } }), {
    lines: [line('talk.left')],
    buttons: [
      isSecret
        ? button('button.offline-other', { do: 'offline', case: null })
        : button('button.open-lists', { do: 'find' }),
      button('button.status', { do: 'status' }),
    ],
  });
}
