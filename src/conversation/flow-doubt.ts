/** A doubtful value: shown as it was understood, stored only after a yes. */
import type { AnswerValue } from '../programme/answer.ts';
import type { Asked } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { listedValue } from './show-answer.ts';
import { button, line, say, type Work, withState } from './work.ts';

/** Shows a value that passed its check and asks whether it is right; `why` is the key `value.confirm.<why>`. */
export function askIfRight(work: Work, draft: Draft, asked: Asked, value: AnswerValue, why: string): Work {
  const { path, field } = asked;
  const shown = listedValue(work, draft, field, value);
  const held = withState(work, { focus: { in: 'confirm-value', draft: draft.id, path, value } });
  return say(held, {
    lines: [line(`value.confirm.${why}`, { value: shown, label: { bilingual: field.label } })],
    buttons: [
      button('button.right', { do: 'set', path, value, draft: draft.id, asked: path }, 'primary'),
      button('button.wrong', { do: 'change', path, draft: draft.id }),
    ],
    asks: path,
  });
}
