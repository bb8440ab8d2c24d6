/** An answer that cannot be taken: what is wrong and how to mend it, never the same help twice. */
import type { Asked } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { fieldHelpLines } from './field-help-lines.ts';
import { tapsFor } from './flow-ask.ts';
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
  const taps = tapsFor(work, draft, asked);
  if (misses < 3) return say(held, { lines, ...taps, asks: asked.path });
  const ways = [button('button.pause', { do: 'pause' }), button('button.handoff', { do: 'handoff' })];
  return say(held, {
    lines: [...lines, line('form.third-miss')],
    buttons: [...taps.buttons.slice(0, 2), ...ways],
    ...(taps.menu && { menu: { ...taps.menu, buttons: [...taps.menu.buttons, ...ways] } }),
    asks: asked.path,
  });
}
