/** A value typed after a form was put aside: asked whether it belongs there, never taken silently. */
import { nextField } from '../programme/next-field.ts';
import type { Command } from '../understanding/command.ts';
import type { Interpretation } from '../understanding/interpret.ts';
import { readValue } from '../understanding/read-value.ts';
import { contextOf } from './draft-change.ts';
import { draftName } from './draft-name.ts';
import { readContext } from './focus.ts';
import { shownValue } from './show-answer.ts';
import { button, draftOf, line, say, type Work, withState } from './work.ts';

/** Kinds that nobody types by chance. */
const TELLING: readonly string[] = [
  'email',
  'phone',
  'orcid',
  'credit-code',
  'url',
  'money',
  'percent',
  'date',
  'duration',
];
/** Readings that give way: nothing else was understood. */
const GIVES_WAY = /^(?:none|find:words|guess:(?:none|find))$/;
const LONGEST_SHOWN = 80;

/** Asks whether the words answer the question at which the last form was put aside; null where they do not. */
export function valueForParked(work: Work, text: string, reading: Interpretation): Work | null {
  const { focus, parked } = work.state;
  const draft = focus.in === 'idle' ? draftOf(work, parked.at(-1) ?? '') : undefined;
  if (draft?.status !== 'open' || !GIVES_WAY.test(reading.why)) return null;
  const asked = nextField(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft), draft.later);
  if (asked === null || !TELLING.includes(asked.field.kind)) return null;
  const read = readValue(asked.field, text, readContext(work));
  if (read.outcome === 'reject') return null;
  const command: Command = { do: 'set', path: asked.path, value: read.value, draft: draft.id };
  return say(withState(work, { misses: 0, focus: { in: 'confirm', command } }), {
    lines: [
      line('late.value', {
        value: shownValue(work, draft, asked.field, read.value, LONGEST_SHOWN),
        label: { bilingual: asked.field.label },
        name: draftName(work, draft),
      }),
    ],
    buttons: [button('late.take', command, 'primary'), button('late.leave', { do: 'deny' })],
  });
}
