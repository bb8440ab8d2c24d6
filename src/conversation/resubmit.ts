/** Changing what was handed in: whether its own person still may, and opening its draft again. */
import type { CaseAction } from '../programme/lifecycle.ts';
import { move } from '../programme/move.ts';
import type { MoveFacts } from '../programme/move-guard.ts';
import type { CaseRecord, Draft, Listing } from '../programme/records.ts';
import { saveDraft } from './draft-change.ts';
import { ownCase, type Work } from './work.ts';

/** The facts of a move by the case's own person. */
export function ownFacts(work: Work, record: Pick<CaseRecord, 'kind'>, listing: Listing | null): MoveFacts {
  const actorRole = record.kind === 'need' || record.kind === 'listing' ? 'owner' : 'applicant';
  return { at: work.event.at, programme: work.book.programme, actorRole, siblings: [], listing };
}

/** The list a case of the person is about. */
export function listingOfCase(work: Work, record: CaseRecord): Listing | null {
  const id = 'listing' in record ? record.listing : null;
  return id === null ? null : (work.book.shelf.byId(id) ?? null);
}

/** How a new version of this case is handed in: a need that is not yet complete is completed by it. */
export function handInAction(record: CaseRecord): CaseAction {
  return record.kind === 'need' && (record.status === 'posted' || record.status === 'returned')
    ? 'complete'
    : 'resubmit';
}

/** True while the case's own person may hand in a new version. */
export function mayChange(work: Work, record: CaseRecord): boolean {
  return move(record, handInAction(record), ownFacts(work, record, listingOfCase(work, record))).ok;
}

/** The draft, open: one that was handed in is opened again while its case may still be changed; null when it may not. */
export function reopened(work: Work, draft: Draft): { readonly work: Work; readonly draft: Draft } | null {
  if (draft.status === 'open') return { work, draft };
  if (draft.status === 'discarded') return null;
  const own = draft.case ? ownCase(work, draft.case.id) : undefined;
  if (draft.purpose !== 'profile' && !(own && mayChange(work, own))) return null;
  return saveDraft(work, { ...draft, status: 'open' });
}
