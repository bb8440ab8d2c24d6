/** What typed words mean while the clinic asks: an answer, this point left open, or enough of it. */
import { cut } from '../text/cut.ts';
import { fold } from '../text/fold.ts';
import { leavesClinic, leavesOpen } from '../understanding/clinic-phrases.ts';
import type { Command } from '../understanding/command.ts';
import type { Focus } from './state.ts';

/** The most of a clinic answer. */
const LONGEST_GAP = 200;

/** The clinic's command for a message, read by the rules as `first`; null when it is about something else. */
export function clinicWords(
  { draft, row, gap }: Extract<Focus, { in: 'clinic' }>,
  text: string,
  first: Command,
): Command | null {
  const folded = fold(text);
  if (leavesClinic(folded)) return { do: 'clinic', draft, leave: true };
  const asked = { do: 'clinic', draft, row, gap } as const;
  if (first.do === 'deny' || first.do === 'skip' || leavesOpen(folded)) return asked;
  return first.do === 'answer' ? { ...asked, text: cut(text, LONGEST_GAP) } : null;
}
