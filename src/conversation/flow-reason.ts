/** What staff typed when a reason, or a new last day, was asked for. */
import { cut } from '../text/cut.ts';
import { readValue } from '../understanding/read-value.ts';
import { bareReason } from '../understanding/staff-words.ts';
import { readContext } from './focus.ts';
import { obey } from './obey.ts';
import type { Focus } from './reducer-types.ts';
import { button, line, say, type Work, withState } from './work.ts';

/** The most of a reason that is kept. */
const LONGEST_REASON = 1000;

/** What staff typed after being asked: the reason word for word, or the new last day. */
export function withReason(work: Work, focus: Extract<Focus, { in: 'reason' }>, text: string): Work {
  if (focus.wants !== 'deadline')
    return obey(withState(work, { focus: { in: 'idle' } }), {
      ...focus.command,
      reason: cut(bareReason(text), LONGEST_REASON),
    });
  const field = {
    id: 'deadline',
    kind: 'date',
    label: { zh: '', en: '' },
    question: { zh: '', en: '' },
    required: true,
  } as const;
  const reading = readValue(field, text, readContext(work));
  const day =
    reading.outcome === 'accept' &&
    typeof reading.value === 'object' &&
    reading.value !== null &&
    'end' in reading.value
      ? reading.value.end
      : null;
  if (day !== null && focus.command.do === 'act')
    return obey(withState(work, { focus: { in: 'idle' } }), { ...focus.command, deadline: day });
  return say(work, { lines: [line('value.not-a-date')], buttons: [button('button.never-mind', { do: 'deny' })] });
}
