/** A draft in the shape papers are made from: a case that does not exist yet, without a number. */
import type { CaseView } from '../conversation/reducer-types.ts';
import { newApplication, newNeed } from '../programme/new-case.ts';
import type { Programme } from '../programme/programme.ts';
import type { Draft, Listing } from '../programme/records.ts';

/** The view of a draft at an ISO instant; its record has no reference and was never handed in. */
export function draftView(
  draft: Draft,
  listing: Listing | null,
  { at, programme }: { readonly at: string; readonly programme: Programme },
): CaseView {
  const seed = { id: draft.id, at, programme };
  const made =
    listing && draft.purpose === 'application' ? newApplication(draft, listing, null, seed) : newNeed(draft, seed);
  return { record: { ...made, reference: '', submittedAt: null }, siblings: [], listing, owner: null, moves: [] };
}
