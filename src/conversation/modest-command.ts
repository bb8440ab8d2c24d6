/** What a language model may bring about: showing and asking, never sending, deciding, deleting or agreeing. */
import type { Command } from '../understanding/command.ts';

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
];

/** The proposal where it is harmless: submitting becomes looking, a dangerous act becomes its question; null for anything else. */
function modest(proposed: Command, text: string): Command | null {
  if (proposed.do === 'submit') return { do: 'review' };
  if (proposed.do === 'withdraw') return { do: 'withdraw' };
  if (proposed.do === 'delete-data') return { do: 'delete-data' };
  // A value counts only in the person's own words; the parsers read it like any other.
  if (proposed.do === 'answer' || proposed.do === 'correct') return text.includes(proposed.text) ? proposed : null;
  return HARMLESS.includes(proposed.do) ? proposed : null;
}

/** What may be done of a model's proposals for `text`; empty when nothing of them may. */
export function modestCommands(proposed: readonly Command[], text: string): readonly Command[] {
  const kept = proposed.map((each) => modest(each, text));
  return kept.includes(null) ? [] : kept.filter((each) => each !== null);
}
