/** Opening an answer for change: what was handed in is opened again while it may be. */
import { handedInStage } from '../programme/handed-in.ts';
import type { Draft, Listing } from '../programme/records.ts';
import { reviewLines } from '../programme/review-lines.ts';
import { contextOf, saveDraft } from './draft-change.ts';
import { listingOf, localeOf, openNow } from './focus.ts';
import { mayChange, reopened } from './resubmit.ts';
import type { Line } from './say.ts';
import { button, line, ownCase, say, type Work } from './work.ts';

/** A draft that takes changes, and the work so far. */
export interface Opened {
  readonly work: Work;
  readonly draft: Draft;
}

/** The draft ready for a change at `path` (null: no field yet); null when it is too late. */
export function openForChange(work: Work, draft: Draft, path: string | null): Opened | null {
  const reopen = reopened(work, draft);
  return reopen && path !== null ? backToStage(reopen, draft, path) : reopen;
}

/** An answer of an earlier hand-in is changed in its own stage, so that handing in again makes a new version of that case. */
function backToStage(open: Opened, before: Draft, path: string): Opened | null {
  const { work, draft } = open;
  const stage = handedInStage(work.book.form(draft.form), before, path);
  const own = draft.case ? ownCase(work, draft.case.id) : undefined;
  // A bid, or a need that is complete, is handed in again as a whole.
  if (!stage || !own || before.status !== 'open' || own.kind === 'application') return open;
  return mayChange(work, own) ? saveDraft(work, { ...draft, stage: stage.id }) : null;
}

/** Says that it is too late to change, since when, and whom to turn to. */
export function tellFixed(work: Work, draft: Draft): Work {
  return say(work, {
    lines: [
      ...closedLine(work, listingOf(work, draft)),
      line('submit.fixed', { contact: { bilingual: work.book.programme.contact } }),
    ],
    buttons: [button('button.status', { do: 'status' })],
  });
}

/** The day it became too late, where that is why. */
export function closedLine(work: Work, listing: Listing | null | undefined): readonly Line[] {
  const day = listing?.details.deadline;
  return listing && day && !openNow(work, listing) ? [line('care.list-closed', { day: { day } })] : [];
}

/** A path, or the path of the answer the review numbered so; undefined where it has no such number. */
export function pathNumbered(work: Work, draft: Draft, path: string): string | undefined {
  if (!/^\d+$/.test(path)) return path;
  const form = work.book.form(draft.form);
  const rows = reviewLines(form, draft.stage, draft.answers, contextOf(work, draft), localeOf(work));
  return rows.find((row) => row.n === Number(path))?.path;
}
