/** Taking a staff act back within seconds: the case as it was, and nobody is told. */
import { findStep } from '../programme/move.ts';
import { moverFor } from '../programme/policy.ts';
import type { CaseRecord, Listing } from '../programme/records.ts';
import { takeBack } from '../programme/take-back.ts';
import type { Command } from '../understanding/command.ts';
import { type Attempt, actorOf, objectOf, refuseAct, refuseUnseen, tellColleagues } from './flow-act.ts';
import type { CaseView } from './reducer-types.ts';
import { button, effect, line, say, type Work, withState } from './work.ts';

/** 撤回: the case goes back and its waiting notices are deleted, while both are still possible. */
export function takeActBack(work: Work, command: Extract<Command, { do: 'take-back' }>, view: CaseView | null): Work {
  const attempt: Attempt = { case: command.case, action: 'take-back' };
  if (!view) return refuseUnseen(work, attempt);
  const { record } = view;
  const { acted } = command;
  const actorRole = moverFor(actorOf(work), acted.action, objectOf(work, view));
  if (actorRole === null) return refuseAct(work, attempt, record);
  const { deadline, ...plain } = acted.before;
  // The snapshot was taken from this very record; kind and status still belong together.
  const previous = {
    ...record,
    ...plain,
    version: acted.version,
    ...(record.kind === 'listing' && deadline !== undefined && { details: { ...record.details, deadline } }),
  } as CaseRecord;
  const step = findStep(previous, acted.action, { actorRole });
  const undoable = 'undoable' in step && step.undoable;
  if (!undoable) return say(work, { lines: [line('move.too-late')] });
  const result = takeBack(record, previous, {
    at: work.event.at,
    actedAt: acted.at,
    undoSeconds: work.book.programme.rules.undoSeconds,
    step: { undoable },
  });
  if (!result.ok) return say(work, { lines: [line(`move.${result.reason}`, result.vars)] });
  const back = effect(
    work,
    {
      type: 'save-case',
      record: result.record,
      expected: record.version,
      action: `take-back:${acted.action}`,
      from: record.status,
    },
    { type: 'cancel-group', group: acted.group },
  );
  const seen = tellColleagues(back, result.record, record.version, 'notice.acted-back', acted.action);
  const listing = record.kind === 'need' && record.listing !== null ? work.book.shelf.byId(record.listing) : undefined;
  const unpublished = listing ? withdrawListing(seen, listing) : seen;
  const { version } = result.record;
  return say(withState(unpublished, { inHand: { case: record.id, version } }), {
    lines: [
      line('act.taken-back', {
        reference: record.reference,
        status: { key: `status.${record.kind}.${result.record.status}` },
      }),
    ],
    buttons: [button('button.open-case', { do: 'open-case', case: record.id })],
  });
}

function withdrawListing(work: Work, listing: Listing): Work {
  const gone: Listing = {
    ...listing,
    status: 'withdrawn',
    version: listing.version + 1,
    statusSince: work.event.at,
    turn: 'nobody',
  };
  return effect(work, {
    type: 'save-case',
    record: gone,
    expected: listing.version,
    action: 'take-back:publish',
    from: listing.status,
  });
}
