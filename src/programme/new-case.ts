/** New cases made from a submitted draft. Ids come from the accepted message, so making one again makes the same one. */
import { cut } from '../text/cut.ts';
import type { Answers } from './answer.ts';
import { KNOWN_FIELDS, organisationOf, textAnswer } from './case-answers.ts';
import type { Programme } from './programme.ts';
import { promisedDay } from './promise.ts';
import type {
  Application,
  CaseKind,
  Draft,
  Interest,
  Listing,
  ListingDetails,
  Need,
  Party,
  Source,
  Track,
} from './records.ts';
import { reference } from './reference.ts';

/** What a new case is made of. */
export interface CaseSeed {
  /** 32 hex digits derived from the accepted message. */
  readonly id: string;
  /** ISO instant of receipt. */
  readonly at: string;
  readonly programme: Programme;
  /** `live` unless said otherwise. */
  readonly source?: Source;
}

/** The part of a draft a case is made from. */
export type HandedIn = Pick<Draft, 'account' | 'form' | 'formVersion' | 'answers'>;

const TITLE_LENGTH = 60;

/** A need just posted: an enterprise-demand case waiting to be taken in hand. */
export function newNeed(draft: HandedIn, seed: CaseSeed): Need {
  const status = 'posted';
  return {
    ...base('need', status, 'enterprise-demand', 'staff', draft, seed),
    kind: 'need',
    status,
    title: needTitle(draft.answers),
    listing: null,
  };
}

/** An interest in a list: the bid is the applicant's to write next. */
export function newInterest(draft: HandedIn, listing: Listing, seed: CaseSeed): Interest {
  const status = 'declared';
  return {
    ...base('interest', status, listing.track, 'applicant', draft, seed),
    ...aboutList(listing),
    kind: 'interest',
    status,
  };
}

/** A bid, grown from `interest` when there was one. */
export function newApplication(
  draft: HandedIn,
  listing: Listing,
  interest: Interest | null,
  seed: CaseSeed,
): Application {
  const status = 'submitted';
  const made = base('application', status, listing.track, 'staff', draft, seed);
  return {
    ...made,
    ...aboutList(listing),
    kind: 'application',
    status,
    organisation: made.organisation ?? interest?.organisation ?? null,
    interest: interest?.id ?? null,
    stampedCopy: false,
  };
}

/** A list drafted by staff; `details` are complete. */
export function newListing(draft: HandedIn, track: Track, details: ListingDetails, seed: CaseSeed): Listing {
  const status = 'drafted';
  return { ...base('listing', status, track, 'staff', draft, seed), kind: 'listing', status, owner: null, details };
}

/** The title of a need: the answer, or the beginning of its problem until one was given. */
function needTitle(answers: Answers): string {
  const said =
    textAnswer(answers, KNOWN_FIELDS.title) ??
    textAnswer(answers, KNOWN_FIELDS.goal) ??
    textAnswer(answers, KNOWN_FIELDS.problem);
  const firstClause = said?.split(/[\n。；;！!？?]/u, 1)[0]?.trim() ?? '';
  return cut(firstClause, TITLE_LENGTH);
}

function aboutList(listing: Listing): Pick<Interest, 'listing' | 'title' | 'sector'> {
  return { listing: listing.id, title: listing.title, sector: listing.sector };
}

function base(kind: CaseKind, status: string, track: Track, turn: Party, draft: HandedIn, seed: CaseSeed) {
  const { id, at, programme } = seed;
  return {
    id,
    reference: reference(id, kind),
    version: 1,
    track,
    title: textAnswer(draft.answers, KNOWN_FIELDS.title) ?? '',
    sector: textAnswer(draft.answers, KNOWN_FIELDS.sector),
    statusSince: at,
    createdAt: at,
    owner: draft.account,
    organisation: organisationOf(draft.answers),
    answers: draft.answers,
    form: draft.form,
    formVersion: draft.formVersion,
    ruleVersion: programme.version,
    submittedAt: at,
    submission: 1,
    turn,
    promisedOn: promisedDay(programme, `${kind}:${status}`, turn, at),
    reason: null,
    offline: false,
    source: seed.source ?? 'live',
  };
}
