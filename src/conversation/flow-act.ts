/** A staff act on a case: read, checked by the policy, moved by the lifecycle, told to the people concerned; taken back within seconds. */
import { findStep, type MoveResult, move } from '../programme/move.ts';
import { type Actor, type CaseObject, can, caseObject, moverFor } from '../programme/policy.ts';
import { publishNeed } from '../programme/publish-need.ts';
import type { CaseRecord, Listing } from '../programme/records.ts';
import { dayIn } from '../programme/working-days.ts';
import type { ActedStep, Command } from '../understanding/command.ts';
import { outcomeOf } from './act-outcome.ts';
import { holdForConflict, isConflicted, withWhy } from './flow-conflict.ts';
import { offlineWith, secretWords } from './offline-with.ts';
import type { CaseView } from './reducer-types.ts';
import type { Line } from './say.ts';
import { tellParty } from './tell-party.ts';
import { noticeInfo } from './tell-staff.ts';
import { button, derivedId, effect, line, mine, say, type Work, withState } from './work.ts';

type Act = Extract<Command, { do: 'act' }>;
/** What somebody tried to do to a case, as the audit names it. */
export type Attempt = { readonly case: string; readonly action: string };

/** Who acts, as the policy sees them. */
export function actorOf(work: Work): Actor {
  return { account: work.book.mine.account.id, memberships: mine(work).memberships };
}

/** The case as the policy sees it, with its list and its siblings. */
export function objectOf(work: Work, view: CaseView): CaseObject {
  return caseObject(work.book.programme, view.record, { listing: view.listing, siblings: view.siblings });
}

/** Does the act, or says why not: not theirs, decided by a colleague meanwhile, a reason missing, a rule in the way. */
export function actOnCase(work: Work, command: Act, view: CaseView | null): Work {
  if (!view) return refuseUnseen(work, command);
  const { record } = view;
  const object = objectOf(work, view);
  if (!can(actorOf(work), `act:${command.action}`, object)) return refuseAct(work, command, record);
  if (command.version !== undefined && command.version !== record.version) return decidedMeanwhile(work, view);
  const actorRole = moverFor(actorOf(work), command.action, object);
  if (actorRole === null) return refuseAct(work, command, record);
  const held = holdForConflict(work, command, view);
  if (held) return held;
  const why = isConflicted(view, record.id) && command.action === 'shortlist' ? command.reason : undefined;
  const spoken = why === undefined ? command : { ...command, reason: undefined };
  const published = record.kind === 'need' && command.action === 'publish' ? listingFrom(work, record, command) : null;
  const result = move(record, command.action, {
    at: work.event.at,
    programme: work.book.programme,
    actorRole,
    siblings: view.siblings,
    listing: published ?? view.listing,
    ...(spoken.reason && { reason: spoken.reason }),
    ...(command.deadline && { deadline: command.deadline }),
  });
  if (!result.ok) return refused(work, command, view, result);
  const done = carryOut(work, spoken, view, result, published);
  return why === undefined ? done : withWhy(done, record, why);
}

function listingFrom(work: Work, need: Extract<CaseRecord, { kind: 'need' }>, command: Act): Listing {
  const seed = { id: derivedId(work.event, `listing:${need.id}`), at: work.event.at, programme: work.book.programme };
  return publishNeed(need, seed, { deadline: command.deadline ?? null, batch: null });
}

/** A case that is not there, or one they may not even read, as when somebody unknown presses a staff button: audited alike. */
export function refuseUnseen(work: Work, command: Attempt): Work {
  const object = { kind: 'case', id: command.case };
  const audited = effect(work, { type: 'audit', action: `refused:${command.action}`, object, from: null, to: null });
  return say(audited, { lines: [line('case.not-found')] });
}

/** Not allowed: the same words as for a case that is not there; the attempt is audited. */
export function refuseAct(work: Work, command: Attempt, record: CaseRecord): Work {
  const audited = effect(work, {
    type: 'audit',
    action: `refused:${command.action}`,
    object: { kind: record.kind, id: record.id },
    from: record.status,
    to: null,
  });
  const reads = can(actorOf(work), 'read-case', caseObject(work.book.programme, record));
  return say(audited, { lines: [line(reads ? 'act.not-yours' : 'case.not-found')] });
}

/** First decision wins: the second presser learns who decided what and when. */
function decidedMeanwhile(work: Work, view: CaseView): Work {
  const last = view.moves[0];
  const { record } = view;
  const isOwn = last?.actor === mine(work).account.id;
  return say(work, {
    lines: [
      last
        ? line(isOwn ? 'act.decided-self' : 'act.decided', {
            reference: record.reference,
            who: last.actorName ?? line('act.somebody'),
            when: clock(last.at, work.book.programme.timeZone),
            status: { key: `status.${record.kind}.${record.status}` },
          })
        : line('act.changed', {
            reference: record.reference,
            status: { key: `status.${record.kind}.${record.status}` },
          }),
    ],
    buttons: [button('button.open-case', { do: 'open-case', case: record.id })],
  });
}

function refused(work: Work, command: Act, view: CaseView, result: Extract<MoveResult, { ok: false }>): Work {
  if (result.reason === 'reason-needed')
    return askReason(work, { ...command, version: view.record.version }, view.record);
  if (result.reason === 'deadline-needed' || result.reason.startsWith('deadline-'))
    return askDeadline(work, { ...command, version: view.record.version }, line(`move.${result.reason}`, result.vars));
  if (result.reason === 'illegal' && view.moves.length > 0) return decidedMeanwhile(work, view);
  return say(work, {
    lines: [line(`move.${result.reason}`, result.vars)],
    buttons: [button('button.open-case', { do: 'open-case', case: view.record.id })],
  });
}

/** A new last day is wanted; the date typed next is it. */
function askDeadline(work: Work, command: Act, why: Line): Work {
  return say(withState(work, { focus: { in: 'reason', command, wants: 'deadline' } }), {
    lines: [why],
    buttons: [button('button.never-mind', { do: 'deny' })],
  });
}

/** The party concerned is owed a sentence, passed on word for word; nothing is decided until it is there. */
function askReason(work: Work, command: Act, record: CaseRecord): Work {
  return say(
    withState(work, { focus: { in: 'reason', command }, inHand: { case: record.id, version: record.version } }),
    {
      lines: [
        line('act.reason', {
          action: { key: `act.${command.action}` },
          reference: record.reference,
          title: record.title,
        }),
      ],
      buttons: [button('button.never-mind', { do: 'deny' })],
    },
  );
}

function carryOut(
  work: Work,
  command: Act,
  view: CaseView,
  result: Extract<MoveResult, { ok: true }>,
  published: Listing | null,
): Work {
  const { record } = view;
  const acted = actedStep(work, command, record);
  const next = published && result.record.kind === 'need' ? { ...result.record, listing: published.id } : result.record;
  const stored = effect(
    withState(work, { focus: { in: 'idle' }, inHand: { case: record.id, version: next.version } }),
    {
      type: 'save-case',
      record: next,
      expected: record.version,
      action: command.action,
      from: record.status,
      ...(command.reason && { reason: command.reason }),
      ...(command.action === 'mark-offline' && { forget: secretWords(record) }),
    },
    ...(published
      ? [{ type: 'save-case', record: published, expected: 0, action: 'publish', from: null } as const]
      : []),
    ...result.alongside.map(
      (each) =>
        ({ type: 'save-case', record: each, expected: each.version - 1, action: 'seat', from: each.status }) as const,
    ),
  );
  const derived = record.kind === 'listing' && command.action === 'mark-offline' ? offlineWith(stored, view) : stored;
  const told = tellColleagues(
    tellParty(derived, command, next, acted.group),
    next,
    record.version,
    'notice.acted',
    command.action,
  );
  const step = findStep(record, command.action, {
    actorRole: moverFor(actorOf(work), command.action, objectOf(work, view)) ?? 'system',
  });
  const undoable = 'undoable' in step && step.undoable;
  return say(told, {
    lines: [
      line('act.done', {
        action: { key: `act.${command.action}` },
        reference: record.reference,
        outcome: outcomeOf(next, command.action),
      }),
      ...(undoable ? [line('act.undo-within', { seconds: work.book.programme.rules.undoSeconds })] : []),
    ],
    buttons: [
      ...(undoable ? [button('button.take-back', { do: 'take-back', case: record.id, acted })] : []),
      button('button.open-case', { do: 'open-case', case: record.id }),
    ],
  });
}

/** What is needed to take this act on the record back. */
export function actedStep(work: Work, command: Pick<Act, 'action'>, record: CaseRecord): ActedStep {
  return {
    action: command.action,
    group: `${record.id}.${record.version}`,
    at: work.event.at,
    version: record.version,
    before: {
      status: record.status,
      statusSince: record.statusSince,
      turn: record.turn,
      promisedOn: record.promisedOn,
      reason: record.reason,
      ...(record.kind === 'listing' && { deadline: record.details.deadline }),
      ...(record.kind === 'application' && { stampedCopy: record.stampedCopy }),
      ...(record.kind === 'need' && { listing: record.listing }),
    },
  };
}

/** Staff rooms see who did what in place of the notice that asked for it. */
export function tellColleagues(work: Work, next: CaseRecord, replaces: number, key: string, action: string): Work {
  const { account } = mine(work);
  return effect(work, {
    type: 'tell',
    to: { staff: { sector: next.sector } },
    say: {
      lines: [
        line(key, {
          reference: next.reference,
          action: { key: `act.${action}` },
          who: account.name ?? line('act.somebody'),
          status: { key: `status.${next.kind}.${next.status}` },
          outcome: outcomeOf(next, action),
        }),
      ],
      buttons: [],
      cards: [],
      files: [],
      link: `/desk/case/${next.reference}`,
    },
    notice: noticeInfo(next, `${next.kind}-acted`),
    version: next.version,
    replaces,
  });
}

/** `09-07 14:05` in the programme's zone. */
export function clock(at: string, zone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  );
  return `${dayIn(zone, at).slice('2026-'.length)} ${time}`;
}
