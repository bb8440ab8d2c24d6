/** An answer that cannot be taken: what is wrong and how to mend it, never the same help twice. */
import type { Asked } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { fieldHelpLines } from './field-help-lines.ts';
import { buttonsFor } from './flow-ask.ts';
import type { Line } from './say.ts';
import { button, line, say, type Work, withState } from './work.ts';

/** Sentences that already hold an example of their own. */
const HOLDS_EXAMPLE = /例如|例：|e\.g\.|for example|such as|可选|Choices/i;

/** Says what is wrong and how to mend it; the second miss helps more, the third offers ways out. */
export function mend(work: Work, draft: Draft, asked: Asked, problem: Line): Work {
  const { focus } = work.state;
  const misses = (focus.in === 'field' && focus.path === asked.path ? focus.misses : 0) + 1;
  const { field } = asked;
  const lines: Line[] = [problem];
  const help = misses === 2 ? fieldHelpLines(asked).slice(0, 1) : [];
  if (help[0]?.key !== problem.key) lines.push(...help);
  if (field.example && !HOLDS_EXAMPLE.test(work.book.text(problem)))
    lines.push(line('form.example', { example: { bilingual: field.example } }));
  const held = withState(work, { focus: { in: 'field', draft: draft.id, path: asked.path, misses } });
  if (misses < 3) return say(held, { lines, buttons: buttonsFor(work, draft, asked), asks: asked.path });
  return say(held, {
    lines: [...lines, line('form.third-miss')],
    buttons: [
      ...buttonsFor(work, draft, asked).slice(0, 2),
      button('button.pause', { do: 'pause' }),
      button('button.handoff', { do: 'handoff' }),
    ],
    asks: asked.path,
  });
}
