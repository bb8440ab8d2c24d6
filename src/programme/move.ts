/** Moves a case along its lifecycle; what is not allowed comes back as a reason, never as an exception. */
import { contactOnly, KNOWN_FIELDS, organisationOf, textAnswer } from './case-answers.ts';
import { type CaseAction, LIFECYCLES, type Transition } from './lifecycle.ts';
import { guard, type MoveFacts, type Refused, refuse } from './move-guard.ts';
import { promisedDay } from './promise.ts';
import type { CaseRecord, Listing } from './records.ts';
import { addDays, dayIn } from './working-days.ts';

export type { MoveFacts, MoveRefusal } from './move-guard.ts';

/**
 * The moved record, one version up; or why not. `alongside` are records to be saved in the same commit, one version up
 * as well: two staff who fill the last place of a shortlist at the same instant meet on the list's version.
 */
export type MoveResult =
  | { readonly ok: true; readonly record: CaseRecord; readonly alongside: readonly Listing[] }
  | Refused;

/** The table row for this step, or why there is none: wrong track, wrong status, or not this person's to do. */
export function findStep(
  record: CaseRecord,
  action: CaseAction,
  facts: Pick<MoveFacts, 'actorRole'>,
): Transition | Refused {
  if (record.source === 'archive') return refuse('illegal');
  const named = LIFECYCLES[record.kind].filter((step) => step.action === action);
  const onTrack = named.filter((step) => step.track === undefined || step.track === record.track);
  if (named.length > 0 && onTrack.length === 0) return refuse('wrong-track');
  const here = onTrack.filter(
    (step) => step.from.includes(record.status) && (step.onTurn === undefined || step.onTurn === record.turn),
  );
  if (here.length === 0) return refuse('illegal');
  return here.find((step) => step.by.includes(facts.actorRole)) ?? refuse('not-yours');
}

/** Moves `record` by `action`; pure, so running it again on the same facts gives the same record. */
export function move(record: CaseRecord, action: CaseAction, facts: MoveFacts): MoveResult {
  const step = findStep(record, action, facts);
  if ('ok' in step) return step;
  if (action === 'mark-offline' && record.offline) return refuse('illegal');
  if (step.needsReason && !saidSomething(facts.reason)) return refuse('reason-needed');
  const refusal = guard(record, action, facts);
  if (refusal !== null) return refusal;
  const { listing } = facts;
  const seats = record.kind === 'application' && action === 'shortlist' && listing !== null;
  return {
    ok: true,
    record: moved(record, step, facts),
    alongside: seats ? [{ ...listing, version: listing.version + 1 }] : [],
  };
}

function saidSomething(reason: string | undefined): reason is string {
  return reason !== undefined && /[\p{L}\p{N}]/u.test(reason);
}

function moved(record: CaseRecord, step: Transition, facts: MoveFacts): CaseRecord {
  const status = step.to ?? record.status;
  const turn = step.turn ?? record.turn;
  const base = {
    ...record,
    version: record.version + 1,
    status,
    statusSince: status === record.status ? record.statusSince : facts.at,
    turn,
    promisedOn:
      step.turn === null ? record.promisedOn : promisedDay(facts.programme, `${record.kind}:${status}`, turn, facts.at),
    reason: step.turn === null ? record.reason : saidSomething(facts.reason) ? facts.reason.trim() : null,
    ...handedIn(record, step.action, facts),
  };
  // The table pairs kind and status; its tests prove it, the type system cannot.
  return withDetails(base as CaseRecord, step.action, facts);
}

/** A new version handed in: its answers, and the rules frozen anew. */
function handedIn(record: CaseRecord, action: CaseAction, facts: MoveFacts): Partial<CaseRecord> {
  if (action !== 'complete' && action !== 'resubmit') return {};
  const answers = facts.answers ?? record.answers;
  return {
    answers,
    formVersion: facts.formVersion ?? record.formVersion,
    title: textAnswer(answers, KNOWN_FIELDS.title) ?? record.title,
    sector: textAnswer(answers, KNOWN_FIELDS.sector) ?? record.sector,
    organisation: organisationOf(answers) ?? record.organisation,
    ruleVersion: facts.programme.version,
    submittedAt: facts.at,
    submission: record.submission + 1,
  };
}

function withDetails(record: CaseRecord, action: CaseAction, facts: MoveFacts): CaseRecord {
  if (action === 'mark-offline') return purged(record);
  if (record.kind === 'need' && action === 'publish') return { ...record, listing: facts.listing?.id ?? null };
  if (record.kind === 'application' && action === 'stamped') return { ...record, stampedCopy: true };
  if (record.kind !== 'listing' || (action !== 'publish' && action !== 'extend')) return record;
  const { programme, at } = facts;
  const window = addDays(dayIn(programme.timeZone, at), programme.rules.bidWindowDays);
  return { ...record, details: { ...record.details, deadline: facts.deadline ?? record.details.deadline ?? window } };
}

/** A case whose list or need turned out to be secret: offline whatever its status, one version up (R41). */
export function takenOffline(record: CaseRecord): CaseRecord {
  return { ...purged(record), version: record.version + 1 };
}

/** 线下办理: what must not be in chat is gone from the record at once; whom to ring up stays. */
function purged(record: CaseRecord): CaseRecord {
  const bare = {
    title: record.reference,
    answers: contactOnly(record.answers),
    reason: null,
    offline: true,
    card: undefined,
  };
  if (record.kind !== 'listing') return { ...record, ...bare };
  return {
    ...record,
    ...bare,
    details: { ...record.details, goals: '', indicators: [], eligibility: null, terms: [] },
  };
}
