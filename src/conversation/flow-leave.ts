/** Leaving a form: pausing, cancelling with a choice, discarding, and withdrawing what was handed in. */
import { DRAFT_DAYS } from '../programme/care.ts';
import { move } from '../programme/move.ts';
import type { Refused } from '../programme/move-guard.ts';
import { progress } from '../programme/progress.ts';
import type { CaseRecord, Draft } from '../programme/records.ts';
import { addDays } from '../programme/working-days.ts';
import { contextOf } from './draft-change.ts';
import { draftName } from './draft-name.ts';
import { isGuest, onlyLead } from './flow-colleague.ts';
import { canWithdraw } from './flow-status.ts';
import { draftInHand, listingOf, openDrafts, park } from './focus.ts';
import { closedLine } from './open-for-change.ts';
import { listingOfCase, ownFacts } from './resubmit.ts';
import type { SayButton } from './say.ts';
import { statusLine } from './status-line.ts';
import { tellStaff } from './tell-staff.ts';
import { button, draftOf, effect, line, mine, ownCase, say, type Work, withState } from './work.ts';

const ELSEWHERE: readonly SayButton[] = [
  button('button.open-lists', { do: 'find' }),
  button('button.status', { do: 'status' }),
];

/** 先存着: everything is saved already; says so, with the deadline. */
export function pause(work: Work): Work {
  const draft = draftInHand(work);
  if (!draft) return say(work, { lines: [line('pause.nothing')], buttons: ELSEWHERE });
  const deadline = listingOf(work, draft)?.details.deadline;
  const steps = progress(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft));
  return say(park(work), {
    lines: [
      line('pause.saved', { name: draftName(work, draft), done: steps.done, of: steps.of }),
      ...(deadline
        ? [
            line('pause.deadline', { day: { day: deadline } }),
            line('care.draft-kept', { day: { day: addDays(deadline, DRAFT_DAYS) } }),
          ]
        : []),
    ],
    buttons: [
      button('button.resume', { do: 'resume', draft: draft.id }),
      ...(mine(work).hasReturnLink ? [] : [button('button.return-link', { do: 'return-link' })]),
    ],
  });
}

/** One confirmation with three choices, for the draft in hand or the only one kept; nothing to cancel is said. */
export function cancel(work: Work): Work {
  const inHand = draftInHand(work);
  const kept = openDrafts(work).filter((each) => each.case === null);
  const [only] = kept;
  if (inHand) return askCancel(work, inHand);
  if (!only)
    return say(withState(work, { focus: { in: 'idle' } }), { lines: [line('cancel.nothing')], buttons: ELSEWHERE });
  if (kept.length === 1) return askCancel(work, only);
  return say(withState(work, { focus: { in: 'idle' } }), {
    lines: [line('cancel.which-draft', { n: kept.length })],
    buttons: kept
      .slice(0, 4)
      .map((draft) => ({ label: draftName(work, draft), command: { do: 'discard', draft: draft.id } as const })),
  });
}

function askCancel(work: Work, draft: Draft): Work {
  if (isGuest(work, draft)) return onlyLead(work, draft);
  return say(withState(work, { focus: { in: 'cancel', draft: draft.id } }), {
    lines: [line('cancel.which', { name: draftName(work, draft) })],
    buttons: [
      button('button.keep-draft', { do: 'pause' }, 'primary'),
      button('button.discard', { do: 'discard', draft: draft.id }, 'danger'),
      button('button.go-on', { do: 'resume', draft: draft.id }),
    ],
  });
}

/** Discards a draft, only after the screen that names it; what was handed in is withdrawn instead. */
export function discard(work: Work, id: string): Work {
  const draft = draftOf(work, id);
  if (!draft) return say(work, { lines: [line('cancel.nothing')], buttons: ELSEWHERE });
  if (isGuest(work, draft)) return onlyLead(work, draft);
  if (draft.case !== null) return handedIn(work, draft);
  const { focus } = work.state;
  if (focus.in !== 'cancel' || focus.draft !== id) return askCancel(work, draft);
  const idle = withState(work, { focus: { in: 'idle' }, parked: work.state.parked.filter((each) => each !== id) });
  const gone: Draft = { ...draft, status: 'discarded', version: draft.version + 1, updatedAt: work.event.at };
  return say(effect(idle, { type: 'save-draft', draft: gone }), {
    lines: [line('cancel.discarded', { name: draftName(work, draft) })],
    buttons: [button('button.restore', { do: 'restore', draft: id }), button('button.open-lists', { do: 'find' })],
  });
}

function handedIn(work: Work, draft: Draft): Work {
  const own = draft.case ? ownCase(work, draft.case.id) : undefined;
  return say(park(work), {
    lines: [line('cancel.handed-in', { reference: own?.reference ?? '' })],
    buttons: [
      ...(own && canWithdraw(own) ? [button('button.withdraw', { do: 'withdraw', case: own.id })] : []),
      button('button.resume', { do: 'resume', draft: draft.id }),
    ],
  });
}

/** Brings a discarded draft back while it is still kept (24 h). */
export function restore(work: Work, id: string): Work {
  const draft = mine(work).drafts.find((each) => each.id === id && each.status === 'discarded');
  if (!draft)
    return say(work, { lines: [line('cancel.gone')], buttons: [button('button.open-lists', { do: 'find' })] });
  const back: Draft = { ...draft, status: 'open', version: draft.version + 1, updatedAt: work.event.at };
  return say(effect(work, { type: 'save-draft', draft: back }), {
    lines: [line('cancel.restored', { name: draftName(work, back) })],
    buttons: [button('button.resume', { do: 'resume', draft: id }, 'primary')],
  });
}

/** Brings back the draft given up last, where nothing was begun or filled since; null otherwise. */
export function restoreLast(work: Work): Work | null {
  const gone = lastDiscarded(work);
  const since = openDrafts(work)[0]?.updatedAt ?? '';
  return gone !== undefined && !draftInHand(work) && gone.updatedAt >= since ? restore(work, gone.id) : null;
}

/** Which case to withdraw, and the screen that names it; a button or an explicit phrase does it. */
export function askWithdraw(work: Work, by: string | undefined, confirmed: boolean): Work {
  if (confirmed && by !== undefined) return withdraw(work, by);
  const open = mine(work).cases.filter(canWithdraw);
  const named = by === undefined ? undefined : ownCase(work, by);
  const one = named ?? (open.length === 1 ? open[0] : undefined);
  if (by !== undefined && !named) return say(work, { lines: [line('case.not-found')], buttons: ELSEWHERE });
  if (one && (!canWithdraw(one) || isClosed(work, one))) return tooLate(work, one);
  if (one) return confirmWithdraw(work, one);
  const discarded = lastDiscarded(work);
  if (open.length === 0 && by === undefined && discarded) return restore(work, discarded.id);
  if (open.length === 0) return say(work, { lines: [line('withdraw.nothing')], buttons: ELSEWHERE });
  return say(work, {
    lines: [line('withdraw.which')],
    buttons: open.slice(0, 4).map((each) => ({
      label: line('text', { text: each.reference }),
      command: { do: 'withdraw', case: each.id } as const,
    })),
  });
}

/** The draft given up last, while it can be brought back: with nothing handed in, 撤回 means that. */
function lastDiscarded(work: Work): Draft | undefined {
  const gone = mine(work).drafts.filter((each) => each.status === 'discarded' && !each.case);
  return gone.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
}

/** True where the list's deadline keeps the case from being taken back. */
function isClosed(work: Work, record: CaseRecord): boolean {
  const listing = listingOfCase(work, record);
  return closedLine(work, listing).length > 0 && !move(record, 'withdraw', ownFacts(work, record, listing)).ok;
}

function tooLate(work: Work, record: CaseRecord): Work {
  return say(work, {
    lines: [
      ...closedLine(work, listingOfCase(work, record)),
      line('withdraw.too-late', { reference: record.reference, contact: { bilingual: work.book.programme.contact } }),
    ],
    buttons: [button('button.status', { do: 'status', case: record.id }), button('button.handoff', { do: 'handoff' })],
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
  if (!own) return say(work, { lines: [line('case.not-found')], buttons: ELSEWHERE });
  if (!asked)
    return canWithdraw(own)
      ? confirmWithdraw(work, own)
      : say(work, { lines: [statusLine(work, own)], buttons: ELSEWHERE });
  const idle = withState(work, { focus: { in: 'idle' } });
  const taken = takeCaseBack(idle, own);
  if (!taken.ok) return say(idle, { lines: [line(`move.${taken.reason}`, taken.vars)], buttons: ELSEWHERE });
  return say(closeDrafts(taken.work, own.id), {
    lines: [line('withdraw.done', { reference: own.reference })],
    buttons: [button('button.status', { do: 'status' }), button('button.open-lists', { do: 'find' })],
  });
}

/** Takes an own case back without a word to the person: staff are told. Its drafts are the caller's. */
export function takeCaseBack(work: Work, own: CaseRecord): { readonly ok: true; readonly work: Work } | Refused {
  const result = move(own, 'withdraw', ownFacts(work, own, listingOfCase(work, own)));
  if (!result.ok) return result;
  const saved = effect(work, {
    type: 'save-case',
    record: result.record,
    expected: own.version,
    action: 'withdraw',
    from: own.status,
  });
  return { ok: true, work: tellStaff(saved, result.record, 'withdrawn') };
}

function closeDrafts(work: Work, caseId: string): Work {
  return mine(work)
    .drafts.filter((draft) => draft.case?.id === caseId)
    .reduce(
      (done, draft) =>
        effect(done, {
          type: 'save-draft',
          draft: { ...draft, status: 'discarded', version: draft.version + 1, updatedAt: work.event.at },
        }),
      work,
    );
}
