/** Handing a stage in: only on the review's version, once, and with a word on what happens next and by when. */
import type { Stage } from '../programme/form.ts';
import type { CaseAction } from '../programme/lifecycle.ts';
import { type MoveResult, move } from '../programme/move.ts';
import { newApplication, newInterest, newNeed } from '../programme/new-case.ts';
import type { CaseRecord, Draft, Interest, Listing, Profile } from '../programme/records.ts';
import { cut } from '../text/cut.ts';
import { saveDraft } from './draft-change.ts';
import { fieldsText } from './draft-text.ts';
import { mayWithDraft, onlyLead } from './flow-colleague.ts';
import { askConsent } from './flow-consent.ts';
import { blockingProblems, reviewDraft, tellMissing } from './flow-review.ts';
import { afterHandIn } from './flow-submitted.ts';
import { hasConsent, listingOf, openNow } from './focus.ts';
import { handInAction, ownFacts } from './resubmit.ts';
import type { Line } from './say.ts';
import { button, derivedId, effect, line, mine, note, ownCase, say, type Work, withState } from './work.ts';

/** The most of a profile that is looked up at once. */
const LONGEST_WISH = 2000;

/** Submits the draft's stage when it is complete and the person has just seen this very version. */
export function submitDraft(work: Work, draft: Draft, version: number | undefined): Work {
  if (!mayWithDraft(work, 'submit', draft)) return onlyLead(work, draft);
  const { focus } = work.state;
  const onScreen = focus.in === 'review' && focus.draft === draft.id && focus.version === draft.version;
  const seen = onScreen && focus.next === undefined;
  if (draft.status !== 'open') return already(work, draft);
  const stage = work.book.form(draft.form).stages.find((each) => each.id === draft.stage);
  if (!stage || blockingProblems(work, draft).length > 0) return tellMissing(work, draft);
  if (version !== undefined && version !== draft.version)
    return reviewDraft(note(work, line('submit.changed-since')), draft);
  if (onScreen && focus.next !== undefined && version === undefined)
    return reviewDraft(
      note(work, line(focus.next === 1 ? 'submit.look-first' : 'submit.rest-first')),
      draft,
      focus.next,
    );
  if (!seen && version === undefined) return reviewDraft(note(work, line('submit.look-first')), draft);
  return handIn(work, draft, stage);
}

function already(work: Work, draft: Draft): Work {
  const { focus } = work.state;
  const isOver = focus.in === 'review' && focus.draft === draft.id;
  return say(isOver ? withState(work, { focus: { in: 'idle' } }) : work, {
    lines: [line('submit.already', { reference: referenceOf(work, draft) })],
    buttons: [button('button.status', { do: 'status', ...(draft.case && { case: draft.case.id }) })],
  });
}

function referenceOf(work: Work, draft: Draft): string {
  return draft.case ? (ownCase(work, draft.case.id)?.reference ?? '') : '';
}

function handIn(work: Work, draft: Draft, stage: Stage): Work {
  const listing = listingOf(work, draft);
  switch (stage.submits) {
    case 'need':
    case 'need-complete':
      return handInNeed(work, draft, stage);
    case 'interest':
      return listing ? handInInterest(work, draft, stage, listing) : reviewDraft(work, draft);
    case 'application':
      return listing ? handInApplication(work, draft, stage, listing) : reviewDraft(work, draft);
    case 'profile':
      return saveProfile(work, draft, stage);
    case 'listing':
      return reviewDraft(work, draft);
  }
}

function handInNeed(work: Work, draft: Draft, stage: Stage): Work {
  const own = draft.case ? ownCase(work, draft.case.id) : undefined;
  const seed = { id: derivedId(work.event, `need:${draft.id}`), at: work.event.at, programme: work.book.programme };
  if (!own) return store(work, draft, stage, newNeed(draft, seed), 0, 'submit', null);
  return moveOwn(work, draft, stage, own, stage.submits === 'need-complete' ? handInAction(own) : 'resubmit');
}

function handInInterest(work: Work, draft: Draft, stage: Stage, listing: Listing): Work {
  const own = draft.case ? ownCase(work, draft.case.id) : undefined;
  if (!openNow(work, listing)) return closed(work, draft, listing);
  if (own) return moveOwn(work, draft, stage, own, 'resubmit');
  const seed = { id: derivedId(work.event, `interest:${draft.id}`), at: work.event.at, programme: work.book.programme };
  return store(work, draft, stage, newInterest(draft, listing, seed), 0, 'submit', null);
}

/** A bid goes to the enterprise, so it has a consent of its own; then it grows from the interest. */
function handInApplication(work: Work, draft: Draft, stage: Stage, listing: Listing): Work {
  if (listing.track === 'enterprise-demand' && !hasConsent(work, 'hand-over', listing.id)) {
    return askConsent(work, 'hand-over', { do: 'submit', draft: draft.id, version: draft.version });
  }
  const own = draft.case ? ownCase(work, draft.case.id) : undefined;
  if (own?.kind === 'application') return moveOwn(work, draft, stage, own, 'resubmit');
  if (!openNow(work, listing)) return closed(work, draft, listing);
  const interest = own?.kind === 'interest' ? own : null;
  const seed = {
    id: derivedId(work.event, `application:${draft.id}`),
    at: work.event.at,
    programme: work.book.programme,
  };
  const grown = interest ? grow(work, interest, listing) : work;
  return store(grown, draft, stage, newApplication(draft, listing, interest, seed), 0, 'submit', null);
}

function grow(work: Work, interest: Interest, listing: Listing): Work {
  const result = move(interest, 'grow', ownFacts(work, interest, listing));
  if (!result.ok) return work;
  return effect(work, {
    type: 'save-case',
    record: result.record,
    expected: interest.version,
    action: 'grow',
    from: interest.status,
  });
}

function closed(work: Work, draft: Draft, listing: Listing): Work {
  return say(withState(work, { focus: { in: 'idle' } }), {
    lines: [
      line('submit.closed', { title: listing.title, day: { day: listing.details.deadline ?? '' } }),
      line('submit.kept', { contact: { bilingual: work.book.programme.contact } }),
    ],
    buttons: [
      button('button.similar', { do: 'find', words: listing.title }),
      button('button.review', { do: 'review', draft: draft.id }),
    ],
  });
}

/** A case already handed in gets a new version; staff are told once per version. */
function moveOwn(work: Work, draft: Draft, stage: Stage, own: CaseRecord, action: CaseAction): Work {
  const listing = listingOf(work, draft) ?? null;
  const result: MoveResult = move(own, action, {
    ...ownFacts(work, own, listing),
    answers: draft.answers,
    formVersion: draft.formVersion,
  });
  if (!result.ok) return refused(work, own, line(`move.${result.reason}`, result.vars));
  return store(work, draft, stage, result.record, own.version, action, own.status);
}

function refused(work: Work, own: CaseRecord, why: Line): Work {
  return say(withState(work, { focus: { in: 'idle' } }), {
    lines: [why, line('submit.kept', { contact: { bilingual: work.book.programme.contact } })],
    buttons: [button('button.status', { do: 'status', case: own.id }), button('button.handoff', { do: 'handoff' })],
  });
}

function store(
  work: Work,
  draft: Draft,
  stage: Stage,
  record: CaseRecord,
  expected: number,
  action: string,
  from: string | null,
): Work {
  const form = work.book.form(draft.form);
  const next = form.stages[form.stages.findIndex((each) => each.id === stage.id) + 1];
  const goesOn = next !== undefined && next.id !== 'award';
  const saved = saveDraft(work, {
    ...draft,
    case: { kind: record.kind, id: record.id },
    stage: goesOn ? next.id : draft.stage,
    status: goesOn ? 'open' : 'submitted',
    undo: [],
  });
  const stored = effect(saved.work, { type: 'save-case', record, expected, action, from });
  return afterHandIn(withState(stored, { focus: { in: 'idle' } }), saved.draft, record, expected === 0);
}

function saveProfile(work: Work, draft: Draft, stage: Stage): Work {
  const { profile, account } = mine(work);
  const named = draft.answers.name ?? draft.answers.unit;
  const saved: Profile = {
    id: profile?.id ?? derivedId(work.event, 'profile'),
    account: account.id,
    name: typeof named === 'string' ? named : (account.name ?? ''),
    answers: draft.answers,
    formVersion: draft.formVersion,
    version: (profile?.version ?? 0) + 1,
    updatedAt: work.event.at,
    discoverable: draft.answers.discoverable === true,
    source: 'live',
  };
  const done = saveDraft(work, { ...draft, status: 'submitted', stage: stage.id });
  const stored = effect(done.work, { type: 'save-profile', profile: saved, expected: profile?.version ?? 0 });
  const words = cut(fieldsText(draft), LONGEST_WISH);
  const told = withState(stored, { focus: { in: 'idle' } });
  return {
    ...told,
    queries: [
      ...told.queries,
      { type: 'match', words, sector: null, track: null, openOnly: true, from: 0, limit: 3, purpose: 'profile' },
    ],
  };
}
