/** What happened to a case after the version somebody was shown: when, who, what; the latest steps, in their order. */
import { LIFECYCLES } from '../programme/lifecycle.ts';
import { clock } from './flow-act.ts';
import type { CaseView } from './reducer-types.ts';
import type { Line } from './say.ts';
import { line, type Work } from './work.ts';

/** A message has six lines, and three of them say what the case is now. */
const SHOWN = 3;

/** Steps the history knows by a word of their own; what only the case's own person does is theirs even when the account is gone. */
const NAMED: readonly string[] = ['submit', 'complete', 'resubmit', 'grow', 'draft', 'edit', 'seat'];
const THEIRS: readonly string[] = ['submit', 'complete', 'resubmit', 'grow'];

/** One line a step; every step is one version, so their number is the difference. */
export function movesSince(work: Work, { record, moves }: CaseView, seen: number): readonly Line[] {
  const since = moves.slice(0, Math.max(0, record.version - seen));
  const isTheirs = (move: CaseView['moves'][number]) => move.actor === record.owner || THEIRS.includes(move.action);
  const side = record.kind === 'need' || record.kind === 'listing' ? 'owner' : 'applicant';
  return since
    .slice(0, SHOWN)
    .toReversed()
    .map((move) =>
      line('act.since', {
        when: clock(move.at, work.book.programme.timeZone),
        who: isTheirs(move) ? line(`desk.side.${side}`) : (move.actorName ?? line('act.somebody')),
        what: line(stepKey(move.action)),
      }),
    );
}

function stepKey(action: string): string {
  if (NAMED.includes(action)) return `desk.did.${action}`;
  const isStep = Object.values(LIFECYCLES).some((steps) => steps.some((step) => step.action === action));
  return isStep ? `act.${action}` : 'desk.did.other';
}
