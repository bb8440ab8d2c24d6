/** Leaving a form: pausing, cancelling with a choice, discarding, and withdrawing what was handed in. */
import { move } from '../programme/move.ts';
import { progress } from '../programme/progress.ts';
import type { CaseRecord, Draft } from '../programme/records.ts';
import { contextOf } from './draft-change.ts';
import { draftName } from './flow-start.ts';
import { canWithdraw, statusLine } from './flow-status.ts';
import { tellStaff } from './flow-submitted.ts';
import { draftInHand, listingOf, park } from './focus.ts';
import { button, draftOf, effect, line, mine, ownCase, say, withState, type Work } from './work.ts';

/** 先存着: everything is saved already; says so, with the deadline. */
export function pause(work: Work): Work {
  const draft = draftInHand(work);
  if (!draft) return say(work, { lines: [line('pause.nothing')] });
  const deadline = listingOf(work, draft)?.details.deadline;
  const steps = progress(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft));
  return say(park(work), {
    lines: [
      line('pause.saved', { name: draftName(work, draft), done: steps.done, of: steps.of }),
      ...(deadline ? [line('pause.deadline', { day: { day: deadline } })] : []),
    ],
    buttons: [
      button('button.resume', { do: 'resume', draft: draft.id }),
      ...(mine(work).hasReturnLink ? [] : [button('button.return-link', { do: 'return-link' })]),
    ],
  });
}

/** One confirmation with three choices; nothing to cancel is said. */
export function cancel(work: Work): Work {
  const draft = draftInHand(work);
  if (!draft) return say(withState(work, { focus: { in: 'idle' } }), { lines: [line('cancel.nothing')] });
  return say(withState(work, { focus: { in: 'cancel', draft: draft.id } }), {
    lines: [line('cancel.which', { name: draftName(work, draft) })],
    buttons: [
      button('button.keep-draft', { do: 'pause' }, 'primary'),
      button('button.discard', { do: 'discard', draft: draft.id }, 'danger'),
      button('button.go-on', { do: 'resume', draft: draft.id }),
    ],
  });
}

/** Deletes a draft nothing was handed in from; what was handed in is withdrawn instead. */
export function discard(work: Work, id: string): Work {
  const draft = draftOf(work, id);
  if (!draft) return say(work, { lines: [line('cancel.nothing')] });
  if (draft.case !== null) return say(work, { lines: [line('cancel.handed-in')], buttons: [button('button.status', { do: 'status' })] });
  const idle = withState(work, { focus: { in: 'idle' }, parked: work.state.parked.filter((each) => each !== id) });
  const gone: Draft = { ...draft, status: 'discarded', version: draft.version + 1, updatedAt: work.event.at };
  return say(effect(idle, { type: 'save-draft', draft: gone }), {
    lines: [line('cancel.discarded', { name: draftName(work, draft) })],
    buttons: [button('button.restore', { do: 'restore', draft: id }), button('button.open-lists', { do: 'find' })],
  });
}

/** Brings a discarded draft back while it is still kept (24 h). */
export function restore(work: Work, id: string): Work {
  const draft = mine(work).drafts.find((each) => each.id === id && each.status === 'discarded');
  if (!draft) return say(work, { lines: [line('cancel.gone')], buttons: [button('button.open-lists', { do: 'find' })] });
  const back: Draft = { ...draft, status: 'open', version: draft.version + 1, updatedAt: work.event.at };
  return say(effect(work, { type: 'save-draft', draft: back }), {
    lines: [line('cancel.restored', { name: draftName(work, back) })],
    buttons: [button('button.resume', { do: 'resume', draft: id }, 'primary')],
  });
}

/** Which case to withdraw, and the screen that names it; a button or an explicit phrase does it. */
export function askWithdraw(work: Work, by: string | undefined, confirmed: boolean): Work {
  if (confirmed && by !== undefined) return withdraw(work, by);
  const open = mine(work).cases.filter(canWithdraw);
  const named = by === undefined ? undefined : ownCase(work, by);
  const one = named ?? (open.length === 1 ? open[0] : undefined);
  if (by !== undefined && !named) return say(work, { lines: [line('case.not-found')] });
  if (one && !canWithdraw(one)) return say(work, { lines: [line('withdraw.too-late', { reference: one.reference, contact: { bilingual: work.book.programme.contact } })] });
  if (one) return confirmWithdraw(work, one);
  if (open.length === 0) return say(work, { lines: [line('withdraw.nothing')] });
  return say(work, {
    lines: [line('withdraw.which')],
    buttons: open.slice(0, 4).map((each) => ({
      label: line('text', { text: each.reference }),
      command: { do: 'withdraw', case: each.id } as const,
    })),
  });
}

function confirmWithdraw(work: Work, record: CaseRecord): Work {
  const command = { do: 'withdraw', case: record.id, confirmed: true } as const;
  return say(withState(park(work), { focus: { in: 'confirm', command } }), {
    lines: [line('withdraw.confirm', { title: record.title, reference: record.reference })],
    buttons: [button('button.withdraw-yes', command, 'danger'), button('button.never-mind', { do: 'deny' })],
  });
}

/** Takes a case back: only after its own screen, only by its own person; staff are told. */
function withdraw(work: Work, id: string): Work {
  const own = ownCase(work, id);
  const { focus } = work.state;
  const asked = focus.in === 'confirm' && focus.command.do === 'withdraw' && focus.command.case === id;
  if (!own) return say(work, { lines: [line('case.not-found')] });
  if (!asked) return canWithdraw(own) ? confirmWithdraw(work, own) : say(work, { lines: [statusLine(work, own)] });
  const listing = 'listing' in own && own.listing !== null ? (work.book.shelf.byId(own.listing) ?? null) : null;
  const result = move(own, 'withdraw', {
    at: work.event.at,
    programme: work.book.programme,
    actorRole: own.kind === 'need' ? 'owner' : 'applicant',
    siblings: [],
    listing,
  });
  const idle = withState(work, { focus: { in: 'idle' } });
  if (!result.ok) return say(idle, { lines: [line(`move.${result.reason}`, result.vars)] });
  const saved = effect(idle, { type: 'save-case', record: result.record, expected: own.version, action: 'withdraw', from: own.status });
  return say(tellStaff(closeDrafts(saved, own.id), result.record, 'withdrawn'), {
    lines: [line('withdraw.done', { reference: own.reference })],
    buttons: [button('button.status', { do: 'status' }), button('button.open-lists', { do: 'find' })],
  });
}

function closeDrafts(work: Work, caseId: string): Work {
  return mine(work)
    .drafts.filter((draft) => draft.case?.id === caseId)
    .reduce((done, draft) => effect(done, { type: 'save-draft', draft: { ...draft, status: 'discarded', version: draft.version + 1, updatedAt: work.event.at } }), work);
}
