/** The two tracks as transition tables: who may move which case from where to where. */
import type {
  ApplicationStatus,
  CaseKind,
  CaseStatus,
  InterestStatus,
  ListingStatus,
  NeedStatus,
  Party,
  Track,
} from './records.ts';

/** What staff, recommenders and owners may do to a case. `accept` takes the case in hand (受理). */
export type StaffAction =
  | 'accept'
  | 'return'
  | 'ask-more'
  | 'recommend'
  | 'vet'
  | 'not-select'
  | 'publish'
  | 'extend'
  | 'close'
  | 'start-review'
  | 'shortlist'
  | 'unshortlist'
  | 'preselect'
  | 'mark-offline'
  | 'stamped'
  | 'withdraw';

/** Every way a case moves: the acts above, and what its own person does. `resubmit` hands a new version in. */
export type CaseAction = StaffAction | 'complete' | 'resubmit' | 'grow';

/** In which capacity somebody moves a case: `applicant` and `owner` are the case's own person, `system` the clock. */
export type Mover = 'applicant' | 'owner' | 'recommender' | 'reviewer' | 'decider' | 'system';

/** One row of a lifecycle. */
export interface Transition {
  readonly kind: CaseKind;
  readonly action: CaseAction;
  /** Set where only this track has the step. */
  readonly track?: Track;
  readonly from: readonly CaseStatus[];
  /** The status afterwards; null keeps it. */
  readonly to: CaseStatus | null;
  readonly by: readonly Mover[];
  /** Whose turn it is afterwards; null keeps it. */
  readonly turn: Party | null;
  /** Set where the step is open only while it is this party's turn. */
  readonly onTurn?: Party;
  /** The party concerned is owed a sentence: the move is refused without one. */
  readonly needsReason: boolean;
  /** Staff may take it back within `rules.undoSeconds`. */
  readonly undoable: boolean;
}

interface Step<Status extends CaseStatus> {
  readonly action: CaseAction;
  readonly track?: Track;
  readonly from: readonly Status[];
  readonly to: Status | null;
  readonly by: readonly Mover[];
  readonly turn: Party | null;
  readonly onTurn?: Party;
  readonly needsReason?: boolean;
  readonly undoable?: boolean;
}

const OFFICE: readonly Mover[] = ['reviewer', 'decider'];
const STAFF_MOVERS: ReadonlySet<Mover> = new Set<Mover>(['recommender', 'reviewer', 'decider']);

/** By default what staff do may be taken back, and what people do with their own case may not. */
function table<Status extends CaseStatus>(kind: CaseKind, steps: readonly Step<Status>[]): readonly Transition[] {
  return steps.map((step) => ({
    needsReason: false,
    undoable: step.by.some((mover) => STAFF_MOVERS.has(mover)),
    ...step,
    kind,
  }));
}

const needs = table<NeedStatus>('need', [
  { action: 'accept', from: ['posted'], to: null, by: OFFICE, turn: 'owner', onTurn: 'staff' },
  {
    action: 'ask-more',
    from: ['posted', 'complete', 'recommended'],
    to: null,
    by: [...OFFICE, 'recommender'],
    turn: 'owner',
    needsReason: true,
  },
  { action: 'complete', from: ['posted', 'returned'], to: 'complete', by: ['owner'], turn: 'recommender' },
  { action: 'resubmit', from: ['posted'], to: null, by: ['owner'], turn: 'staff' },
  { action: 'resubmit', from: ['complete'], to: null, by: ['owner'], turn: 'recommender' },
  { action: 'resubmit', from: ['recommended'], to: null, by: ['owner'], turn: 'experts', onTurn: 'owner' },
  { action: 'recommend', from: ['complete'], to: 'recommended', by: ['recommender', ...OFFICE], turn: 'experts' },
  { action: 'vet', from: ['recommended'], to: 'vetted', by: OFFICE, turn: 'staff' },
  { action: 'publish', from: ['vetted'], to: 'published', by: ['decider'], turn: 'nobody' },
  { action: 'return', from: ['complete'], to: 'returned', by: ['recommender'], turn: 'owner', needsReason: true },
  {
    action: 'return',
    from: ['posted', 'complete', 'recommended', 'vetted'],
    to: 'returned',
    by: OFFICE,
    turn: 'owner',
    needsReason: true,
  },
  {
    action: 'not-select',
    from: ['posted', 'complete', 'recommended', 'vetted'],
    to: 'not-selected',
    by: ['decider'],
    turn: 'nobody',
    needsReason: true,
  },
  {
    action: 'withdraw',
    from: ['posted', 'complete', 'recommended', 'vetted', 'returned'],
    to: 'withdrawn',
    by: ['owner'],
    turn: 'nobody',
  },
  // The text is purged at once: there would be nothing to take back to.
  {
    action: 'mark-offline',
    from: ['posted', 'complete', 'recommended', 'vetted', 'returned'],
    to: null,
    by: [...OFFICE, 'owner'],
    turn: null,
    undoable: false,
  },
]);

const listings = table<ListingStatus>('listing', [
  { action: 'vet', from: ['drafted'], to: 'vetted', by: OFFICE, turn: 'staff' },
  { action: 'publish', from: ['vetted'], to: 'published', by: ['decider'], turn: 'applicant' },
  { action: 'return', from: ['vetted'], to: 'drafted', by: ['decider'], turn: 'staff', needsReason: true },
  { action: 'extend', from: ['published', 'closed'], to: 'published', by: ['decider'], turn: 'applicant' },
  { action: 'close', from: ['published'], to: 'closed', by: ['decider', 'system'], turn: 'staff' },
  { action: 'start-review', from: ['closed'], to: 'under-review', by: OFFICE, turn: 'experts' },
  {
    action: 'shortlist',
    track: 'enterprise-demand',
    from: ['under-review'],
    to: 'shortlisted',
    by: ['decider'],
    turn: 'owner',
  },
  {
    action: 'preselect',
    track: 'key-technology',
    from: ['under-review'],
    to: 'preselected',
    by: ['decider'],
    turn: 'staff',
  },
  {
    action: 'withdraw',
    from: ['drafted', 'vetted', 'published', 'closed'],
    to: 'withdrawn',
    by: ['decider'],
    turn: 'nobody',
    needsReason: true,
  },
  {
    action: 'mark-offline',
    from: ['drafted', 'vetted', 'published', 'closed'],
    to: null,
    by: OFFICE,
    turn: null,
    undoable: false,
  },
]);

const interests = table<InterestStatus>('interest', [
  { action: 'resubmit', from: ['declared'], to: null, by: ['applicant'], turn: 'applicant' },
  { action: 'grow', from: ['declared'], to: 'grown', by: ['applicant'], turn: 'nobody' },
  { action: 'withdraw', from: ['declared'], to: 'withdrawn', by: ['applicant'], turn: 'nobody' },
  {
    action: 'mark-offline',
    from: ['declared'],
    to: null,
    by: [...OFFICE, 'applicant'],
    turn: null,
    undoable: false,
  },
]);

const applications = table<ApplicationStatus>('application', [
  { action: 'accept', from: ['submitted'], to: 'accepted', by: OFFICE, turn: 'staff' },
  {
    action: 'ask-more',
    from: ['submitted', 'accepted'],
    to: null,
    by: OFFICE,
    turn: 'applicant',
    needsReason: true,
  },
  {
    action: 'return',
    from: ['submitted', 'accepted'],
    to: 'returned',
    by: OFFICE,
    turn: 'applicant',
    needsReason: true,
  },
  {
    action: 'resubmit',
    from: ['submitted', 'accepted', 'returned'],
    to: 'submitted',
    by: ['applicant'],
    turn: 'staff',
  },
  {
    action: 'stamped',
    from: ['submitted', 'accepted', 'returned', 'under-review'],
    to: null,
    by: OFFICE,
    turn: null,
  },
  { action: 'start-review', from: ['accepted'], to: 'under-review', by: OFFICE, turn: 'experts' },
  {
    action: 'shortlist',
    track: 'enterprise-demand',
    from: ['under-review'],
    to: 'shortlisted',
    by: ['decider'],
    turn: 'staff',
  },
  {
    action: 'unshortlist',
    track: 'enterprise-demand',
    from: ['shortlisted'],
    to: 'under-review',
    by: ['decider'],
    turn: 'experts',
    needsReason: true,
  },
  {
    action: 'preselect',
    track: 'key-technology',
    from: ['under-review'],
    to: 'preselected',
    by: ['decider'],
    turn: 'staff',
  },
  {
    action: 'not-select',
    from: ['accepted', 'under-review'],
    to: 'not-selected',
    by: ['decider'],
    turn: 'nobody',
    needsReason: true,
  },
  {
    action: 'withdraw',
    from: ['submitted', 'accepted', 'returned'],
    to: 'withdrawn',
    by: ['applicant'],
    turn: 'nobody',
  },
  {
    action: 'mark-offline',
    from: ['submitted', 'accepted', 'returned'],
    to: null,
    by: [...OFFICE, 'applicant'],
    turn: null,
    undoable: false,
  },
]);

/** All lifecycles, by kind of case. */
export const LIFECYCLES: Readonly<Record<CaseKind, readonly Transition[]>> = {
  need: needs,
  listing: listings,
  interest: interests,
  application: applications,
};

/** The steps a case of this kind and track has. */
export function transitionsFor(kind: CaseKind, track: Track): readonly Transition[] {
  return LIFECYCLES[kind].filter((step) => step.track === undefined || step.track === track);
}
