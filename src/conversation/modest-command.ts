/** What a language model may bring about: showing and asking, never sending, deciding, deleting or agreeing. */
import type { Command } from '../understanding/command.ts';
import type { Focus } from './state.ts';

const HARMLESS: readonly Command['do'][] = [
  'start',
  'find',
  'detail',
  'apply',
  'post-need',
  'profile',
  'change',
  'back',
  'skip',
  'undo',
  'pause',
  'resume',
  'review',
  'cancel',
  'ask',
  'status',
  'help',
  'handoff',
  'language',
  'my-data',
  'thanks',
  'queue',
  'keep',
  'deny',
];

/** Where a yes sends, decides, deletes or agrees to nothing. */
const YES_IS_HARMLESS: readonly Focus['in'][] = ['idle', 'field', 'confirm-value'];

/** The proposal where it is harmless: submitting becomes looking, a dangerous act becomes its question; null for anything else. */
function modest(proposed: Command, text: string, focus: Focus['in']): Command | null {
  if (proposed.do === 'submit') return { do: 'review' };
  if (proposed.do === 'affirm') return YES_IS_HARMLESS.includes(focus) ? proposed : null;
  // In a form it would throw an answer away.
  if (proposed.do === 'none') return focus === 'idle' ? proposed : null;
  if (proposed.do === 'withdraw') return { do: 'withdraw' };
  if (proposed.do === 'delete-data') return { do: 'delete-data' };
  // A value counts only in the person's own words; the parsers read it like any other.
  if (proposed.do === 'answer' || proposed.do === 'correct') return text.includes(proposed.text) ? proposed : null;
  return HARMLESS.includes(proposed.do) ? proposed : null;
}

/** What may be done of a model's proposals for `text` while `focus` is open; empty when nothing of them may. */
export function modestCommands(proposed: readonly Command[], text: string, focus: Focus['in']): readonly Command[] {
  const kept = proposed.map((each) => modest(each, text, focus));
  return kept.includes(null) ? [] : kept.filter((each) => each !== null);
}
