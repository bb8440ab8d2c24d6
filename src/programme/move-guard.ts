/** Conditions of a step beyond its row in the transition table. */
import { DateTime } from 'luxon';
import type { Answers } from './answer.ts';
import type { CaseAction, Mover } from './lifecycle.ts';
import { isBeforeDeadline, isOpen } from './open.ts';
import type { Programme } from './programme.ts';
import type { CaseKind, CaseRecord, Listing } from './records.ts';

/** Why a step is refused; the catalogue has a sentence `move.<reason>` for each. */
export type MoveRefusal =
  | 'illegal'
  | 'not-yours'
  | 'wrong-track'
  | 'reason-needed'
  | 'shortlist-full'
  | 'shortlist-empty'
  | 'shortlist-closed'
  | 'preselect-empty'
  | 'deadline-needed'
  | 'deadline-past'
  | 'deadline-earlier'
  | 'review-started'
  | 'still-open'
  | 'list-withdrawn'
  | 'offline'
  | 'moved-on'
  | 'too-late';

/** A refusal with the values its sentence needs. */
export interface Refused {
  readonly ok: false;
  readonly reason: MoveRefusal;
  readonly vars?: Readonly<Record<string, string | number>>;
}

/** What a move must know beside the record. `siblings` are the other applications of the same list. */
export interface MoveFacts {
  /** Received-at of the message that moves the case, ISO: deadlines are decided by it. */
  readonly at: string;
  readonly programme: Programme;
  readonly actorRole: Mover;
  /** For the party concerned, word for word. */
  readonly reason?: string;
  /** Extend, publish: the last day to take the list up, ISO date. */
  readonly deadline?: string;
  readonly siblings: readonly CaseRecord[];
  /** The list an interest or application belongs to, or the one a need becomes by `publish`; null otherwise. */
  readonly listing: Listing | null;
  /** Complete, resubmit: the answers handed in, and the version of their form. */
  readonly answers?: Answers;
  readonly formVersion?: number;
}

type Guard = (record: CaseRecord, facts: MoveFacts) => Refused | null;

/** Makes a refusal. */
export function refuse(reason: MoveRefusal, vars?: Refused['vars']): Refused {
  return vars === undefined ? { ok: false, reason } : { ok: false, reason, vars };
}

const REVIEWED: readonly string[] = ['under-review', 'shortlisted', 'preselected', 'not-selected'];

const GUARDS: Partial<Record<`${CaseKind}:${CaseAction}`, Guard>> = {
  'need:publish': (record) => (record.offline ? refuse('offline') : null),
  'listing:publish': publishGuard,
  'listing:extend': extendGuard,
  'listing:close': closeGuard,
  'listing:shortlist': (_record, facts) => {
    const { shortlistMax } = facts.programme.rules;
    const count = countSiblings(facts, 'shortlisted');
    if (count === 0) return refuse('shortlist-empty');
    return count > shortlistMax ? refuse('shortlist-full', { max: shortlistMax }) : null;
  },
  'listing:preselect': (_record, facts) =>
    countSiblings(facts, 'preselected') === 0 ? refuse('preselect-empty') : null,
  'application:start-review': afterClose,
  'application:not-select': afterClose,
  'application:preselect': afterClose,
  'application:shortlist': (record, facts) => {
    const { shortlistMax } = facts.programme.rules;
    if (facts.listing?.status === 'shortlisted') return refuse('shortlist-closed');
    if (countSiblings(facts, 'shortlisted', record.id) >= shortlistMax)
      return refuse('shortlist-full', { max: shortlistMax });
    return afterClose(record, facts);
  },
  'application:unshortlist': (_record, facts) =>
    facts.listing?.status === 'shortlisted' ? refuse('shortlist-closed') : null,
  'application:resubmit': whileOpenOrAsked,
  'application:withdraw': whileOpenOrAsked,
  'interest:resubmit': whileOpen,
  'interest:grow': whileOpen,
};

/** The refusal of a step whose table row fits, or null when nothing stands in its way. */
export function guard(record: CaseRecord, action: CaseAction, facts: MoveFacts): Refused | null {
  return GUARDS[`${record.kind}:${action}`]?.(record, facts) ?? null;
}

function countSiblings(facts: MoveFacts, status: string, except?: string): number {
  return facts.siblings.filter((each) => each.kind === 'application' && each.status === status && each.id !== except)
    .length;
}

function publishGuard(record: CaseRecord, facts: MoveFacts): Refused | null {
  if (record.offline) return refuse('offline');
  const deadline = facts.deadline ?? (record.kind === 'listing' ? record.details.deadline : null);
  if (deadline === null) return null;
  return deadlineRefusal(deadline, facts);
}

function extendGuard(record: CaseRecord, facts: MoveFacts): Refused | null {
  if (record.kind !== 'listing') return refuse('illegal');
  if (facts.siblings.some((each) => each.kind === 'application' && REVIEWED.includes(each.status))) {
    return refuse('review-started');
  }
  if (facts.deadline === undefined) return refuse('deadline-needed');
  const { deadline } = record.details;
  const refusal = deadlineRefusal(facts.deadline, facts);
  if (refusal !== null) return refusal;
  // Whoever planned by the published day must not lose it.
  return deadline !== null && facts.deadline <= deadline ? refuse('deadline-earlier', { deadline }) : null;
}

function deadlineRefusal(deadline: string, facts: MoveFacts): Refused | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(deadline) || !DateTime.fromISO(deadline).isValid) return refuse('deadline-needed');
  return isBeforeDeadline(deadline, facts.at, facts.programme.timeZone) ? null : refuse('deadline-past', { deadline });
}

/** The clock closes a list only when its day is over; a decider may close it sooner. */
function closeGuard(record: CaseRecord, facts: MoveFacts): Refused | null {
  if (facts.actorRole !== 'system' || record.kind !== 'listing') return null;
  const { deadline } = record.details;
  const running = deadline === null || isBeforeDeadline(deadline, facts.at, facts.programme.timeZone);
  return running ? refuse('still-open') : null;
}

/** Nobody's bid is judged while others may still hand theirs in. */
function afterClose(_record: CaseRecord, facts: MoveFacts): Refused | null {
  const { listing, at, programme } = facts;
  return listing !== null && isOpen(listing, at, programme.timeZone) ? refuse('still-open') : null;
}

function whileOpen(_record: CaseRecord, facts: MoveFacts): Refused | null {
  const { listing, at, programme } = facts;
  if (listing === null || isOpen(listing, at, programme.timeZone)) return null;
  if (listing.status === 'withdrawn') return refuse('list-withdrawn');
  return refuse('deadline-past', { deadline: listing.details.deadline ?? '' });
}

/** After the deadline only whoever was asked for more may still change or take back a bid. */
function whileOpenOrAsked(record: CaseRecord, facts: MoveFacts): Refused | null {
  return record.turn === 'applicant' ? null : whileOpen(record, facts);
}
