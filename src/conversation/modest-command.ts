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

/** The proposed command where it is harmless; submitting becomes looking, dangerous acts become their question, the rest is not understood. */
export function modestCommand(proposed: Command | null, text: string): Command {
  const none: Command = { do: 'none', text };
  if (proposed === null) return none;
  if (proposed.do === 'submit') return { do: 'review' };
  if (proposed.do === 'withdraw') return { do: 'withdraw' };
  if (proposed.do === 'delete-data') return { do: 'delete-data' };
  if (proposed.do === 'answer' || proposed.do === 'correct') return text.includes(proposed.text) ? proposed : none;
  return HARMLESS.includes(proposed.do) ? proposed : none;
}
