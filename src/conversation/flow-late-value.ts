/** A value typed after a form was put aside: asked whether it belongs there, never taken silently. */
import type { Field } from '../programme/form.ts';
import type { Command } from '../understanding/command.ts';
import { isTyped } from '../understanding/field-kinds.ts';
import type { Interpretation } from '../understanding/interpret.ts';
import { draftName } from './draft-name.ts';
import { shownValue } from './show-answer.ts';
import { valueForWaiting } from './value-for-waiting.ts';
import { button, line, say, type Work, withState } from './work.ts';

/** Readings that give way: nothing else was understood. */
const GIVES_WAY = /^(?:none|find:words|guess:(?:none|find))$/;
const LONGEST_SHOWN = 80;

/** Kinds that nobody types by chance; a bare number may choose something. */
function isUnmistaken(field: Field): boolean {
  return isTyped(field) && field.kind !== 'number';
}

/** Asks whether the words answer the question at which the last form was put aside; null where they do not. */
export function valueForParked(work: Work, text: string, reading: Interpretation): Work | null {
  const { focus, parked } = work.state;
  if (focus.in !== 'idle' || !GIVES_WAY.test(reading.why)) return null;
  const found = valueForWaiting(work, parked.at(-1), text, isUnmistaken);
  if (found === null) return null;
  const { draft, asked, value } = found;
  const command: Command = { do: 'set', path: asked.path, value, draft: draft.id };
  return say(withState(work, { misses: 0, focus: { in: 'confirm', command } }), {
    lines: [
      line('late.value', {
        value: shownValue(work, draft, asked.field, value, LONGEST_SHOWN),
        label: { bilingual: asked.field.label },
        name: draftName(work, draft),
      }),
    ],
    buttons: [button('late.take', command, 'primary'), button('late.leave', { do: 'deny' })],
  });
}
