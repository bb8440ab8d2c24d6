/** What a button says, typed instead of pressed. */
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { line, type Work } from './work.ts';

/** A label of the last message's buttons, typed whole. */
export function offeredAs(work: Work, text: string): Command | undefined {
  const wanted = fold(text);
  const whole = work.state.offered.find((each) => fold(each.label) === wanted)?.command;
  return (
    whole ?? offeredPart(work, wanted.replace(/^(?:要|选|就|改)|(?:[那这]个|[那这]份|的|吧|one|please)+$/g, '').trim())
  );
}

/** Which of several of one kind is meant may be told by a part of its label that no other has. */
const WHICH: readonly Command['do'][] = ['resume', 'discard', 'change', 'withdraw'];

function offeredPart(work: Work, part: string): Command | undefined {
  const { offered, focus } = work.state;
  if (part.length < 2 || !['idle', 'field', 'review'].includes(focus.in)) return undefined;
  const alike = offered.filter(({ command }) => WHICH.includes(command.do) && command.do === offered[0]?.command.do);
  if (alike.length < 2) return undefined;
  const held = alike.filter(({ label }) => fold(label).includes(part));
  return held.length === 1 ? held[0]?.command : undefined;
}

/** Labels that mean the same wherever they are typed, even where any words would be an answer. */
const STANDING: readonly (readonly [string, Command])[] = [
  ['button.handoff', { do: 'handoff' }],
  ['button.status', { do: 'status' }],
  ['button.delete-data', { do: 'delete-data' }],
  ['button.pause', { do: 'pause' }],
  ['button.return-link', { do: 'return-link' }],
];

/** A label that stands for its command in the midst of a form, whether it was offered or not. */
export function standing(work: Work, text: string): Command | undefined {
  const { focus } = work.state;
  if (focus.in !== 'field') return undefined;
  const wanted = fold(text);
  return STANDING.find(([key]) => fold(work.book.text(line(key))) === wanted)?.[1];
}
