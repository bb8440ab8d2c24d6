/** Small readings of the state that several flows share. */

import { isOpen } from '../programme/open.ts';
import type { Consent, Draft, Listing, Locale } from '../programme/records.ts';
import { dayIn } from '../programme/working-days.ts';
import type { ReadContext } from '../understanding/read-value.ts';
import { draftOf, mine, type Work, withState } from './work.ts';

/** The language the person is answered in. */
export function localeOf(work: Work): Locale {
  return mine(work).account.locale;
}

/** The draft the open question belongs to, when one is open. */
export function draftInHand(work: Work): Draft | undefined {
  const { focus } = work.state;
  return 'draft' in focus && focus.draft !== undefined ? draftOf(work, focus.draft) : undefined;
}

/** Leaves the form: its draft is parked (two at most are kept in mind; none is lost). */
export function park(work: Work): Work {
  const draft = draftInHand(work);
  const idle = withState(work, { focus: { in: 'idle' } });
  if (draft?.status !== 'open') return idle;
  const parked = [...work.state.parked.filter((id) => id !== draft.id), draft.id].slice(-2);
  return withState(idle, { parked });
}

/** The list a draft takes up. */
export function listingOf(work: Work, draft: Draft): Listing | undefined {
  return draft.listing === null ? undefined : work.book.shelf.byId(draft.listing);
}

/** Drafts that can be gone on with, the one last touched first. */
export function openDrafts(work: Work): readonly Draft[] {
  return mine(work)
    .drafts.filter(
      (draft) =>
        draft.status === 'open' &&
        (Object.keys(draft.answers).length > 0 || draft.case !== null || draft.intake !== undefined),
    )
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

/** True once the person agreed to the present text of this consent; with `object`, for that very thing. */
export function hasConsent(work: Work, kind: Consent['kind'], object?: string): boolean {
  const text = work.book.consentText(kind, localeOf(work));
  return mine(work).consents.some(
    (each) => each.kind === kind && each.textVersion === text.version && each.object === object,
  );
}

/** What reading a value needs to know: the day, the language and the programme. */
export function readContext(work: Work): ReadContext {
  const { programme } = work.book;
  return { today: dayIn(programme.timeZone, work.event.at), locale: localeOf(work), programme };
}

/** True while bids are taken at the event's time. */
export function openNow(work: Work, listing: Listing): boolean {
  return isOpen(listing, work.event.at, work.book.programme.timeZone);
}
