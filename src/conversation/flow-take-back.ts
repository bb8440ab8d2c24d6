/** Taking a staff act back within seconds: the case as it was, and nobody is told. */
import { findStep } from '../programme/move.ts';
import { moverFor } from '../programme/policy.ts';
import type { CaseRecord, Listing } from '../programme/records.ts';
import { takeBack } from '../programme/take-back.ts';
import type { ActedStep, Command } from '../understanding/command.ts';
import { actorOf, objectOf, refuseAct, refuseUnseen, tellColleagues } from './flow-act.ts';
import type { CaseView } from './reducer-types.ts';
import { button, effect, line, say, type Work, withState } from './work.ts';

type TakeBack = Extract<Command, { do: 'take-back' }>;
type SteppedBack =
  | { readonly ok: true; readonly work: Work; readonly record: CaseRecord }
  | { readonly ok: false; readonly said: Work };

/** 撤回: the case goes back and its waiting notices are deleted, while both are still possible; of several steps all or none. */
export function takeActBack(work: Work, command: TakeBack, view: CaseView | null): Work {
  if (!view) return refuseUnseen(work, { case: command.case, action: 'take-back' });
  const { record } = view;
  const main = stepBack(work, work, command.acted, view);
  if (!main.ok) return main.said;
  let back = main.work;
  for (const { case: id, acted } of command.also ?? []) {
    const bid = viewOfBid(view, id);
    if (!bid) return refuseUnseen(work, { case: id, action: 'take-back' });
    const next = stepBack(work, back, acted, bid);
    if (!next.ok) return next.said;
    back = next.work;
  }
  const seen = tellColleagues(back, main.record, record.version, 'notice.acted-back', command.acted.action);
  const listing = record.kind === 'need' && record.listing !== null ? work.book.shelf.byId(record.listing) : undefined;
  const unpublished = listing ? withdrawListing(seen, listing) : seen;
  const { version, status } = main.record;
  return say(withState(unpublished, { inHand: { case: record.id, version } }), {
    lines: [
      line('act.taken-back', { reference: record.reference, status: { key: `status.${record.kind}.${status}` } }),
    ],
    buttons: [button('button.open-case', { do: 'open-case', case: record.id })],
  });
}

/** One step taken back on top of `work`; what is in the way is said on `before`, without the steps gathered so far. */
function stepBack(before: Work, work: Work, acted: ActedStep, view: CaseView): SteppedBack {
  const { record } = view;
  const actorRole = moverFor(actorOf(work), acted.action, objectOf(work, view));
  if (actorRole === null)
    return { ok: false, said: refuseAct(before, { case: record.id, action: 'take-back' }, record) };
  const previous = asItWas(record, acted);
  const step = findStep(previous, acted.action, { actorRole });
  const undoable = 'undoable' in step && step.undoable;
  if (!undoable) return { ok: false, said: say(before, { lines: [line('move.too-late')] }) };
  const result = takeBack(record, previous, {
    at: work.event.at,
    actedAt: acted.at,
    undoSeconds: work.book.programme.rules.undoSeconds,
    step: { undoable },
  });
  if (!result.ok) return { ok: false, said: say(before, { lines: [line(`move.${result.reason}`, result.vars)] }) };
  const done = effect(
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
  return { ok: true, work: done, record: result.record };
}

function asItWas(record: CaseRecord, { before, version }: ActedStep): CaseRecord {
  const { deadline, ...plain } = before;
  // The snapshot was taken from this very record; kind and status still belong together.
  return {
    ...record,
    ...plain,
    version,
    ...(record.kind === 'listing' && deadline !== undefined && { details: { ...record.details, deadline } }),
  } as CaseRecord;
}

/** A bid of the list in view, as its own case; undefined where it is none of this list's, or hidden. */
function viewOfBid(view: CaseView, id: string): CaseView | undefined {
  const record = view.siblings.find((each) => each.id === id);
  if (!record || view.record.kind !== 'listing') return undefined;
  return {
    ...view,
    record,
    listing: view.record,
    siblings: view.siblings.filter((each) => each.id !== id),
    owner: null,
    moves: [],
  };
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
