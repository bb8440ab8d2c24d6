/** Corrections said when no form is open: they are about the form last filled, also after it was handed in. */
import type { Draft } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { type Interpretation, type InterpretContext, interpret } from '../understanding/interpret.ts';
import { mine, type Work } from './work.ts';

/** Readings that give way: nothing else was understood for certain. */
const GIVES_WAY: readonly string[] = ['none', 'find:words', 'ask', 'find'];

function givesWay(why: string): boolean {
  return GIVES_WAY.includes(why) || why.startsWith('guess:');
}

/** The corrections a message makes to the form last filled, and that form's draft; null for any other message. */
export function lateCorrection(
  work: Work,
  text: string,
  reading: Interpretation,
  context: InterpretContext,
): { readonly draft: Draft; readonly commands: readonly Command[] } | null {
  if (work.state.focus.in !== 'idle' || !givesWay(reading.why)) return null;
  const draft = lastFilled(work);
  if (!draft) return null;
  const form = work.book.form(draft.form);
  const { commands } = interpret(text, {
    ...context,
    focus: 'review',
    form,
    stage: draft.stage,
    answers: draft.answers,
  });
  const all = commands.every((each) => (each.do === 'correct' || each.do === 'change') && each.path !== '');
  return all && commands.length > 0 ? { draft, commands } : null;
}

function lastFilled(work: Work): Draft | undefined {
  const { drafts, account } = mine(work);
  return drafts
    .filter((each) => each.account === account.id && each.status !== 'discarded' && each.purpose !== 'profile')
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
}
