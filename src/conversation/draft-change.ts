/** Changes to drafts: opening one, setting an answer, taking a change back. */
import type { AnswerValue } from '../programme/answer.ts';
import { valueAt, withAnswer } from '../programme/answer-path.ts';
import type { Form } from '../programme/form.ts';
import type { FormContext } from '../programme/form-context.ts';
import type { Draft, DraftPurpose, Listing } from '../programme/records.ts';
import { dayIn } from '../programme/working-days.ts';
import { derivedId, effect, mine, type Work } from './work.ts';

/** How many changes 撤销 can take back. */
const UNDO_DEPTH = 10;

/** The open draft for this purpose (and list), or a new one; a need already posted does not stand in the way of the next. */
export function openDraft(
  work: Work,
  purpose: DraftPurpose,
  form: Form,
  listing: Listing | null,
): { work: Work; draft: Draft } {
  const found = mine(work).drafts.find(
    (draft) =>
      draft.purpose === purpose &&
      draft.account === mine(work).account.id &&
      draft.status === 'open' &&
      draft.listing === (listing?.id ?? null) &&
      (purpose !== 'need' || draft.case === null),
  );
  if (found) return { work, draft: found };
  const at = work.event.at;
  const draft: Draft = {
    id: derivedId(work.event, `draft:${purpose}:${listing?.id ?? ''}`),
    account: work.book.mine.account.id,
    purpose,
    listing: listing?.id ?? null,
    case: null,
    form: form.id,
    formVersion: form.version,
    stage: form.stages[0]?.id ?? '',
    answers: {},
    filledBy: {},
    undo: [],
    status: 'open',
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  return { work: effect(work, { type: 'save-draft', draft }), draft };
}

/** Saves a changed draft under the next version. */
export function saveDraft(work: Work, draft: Draft): { work: Work; draft: Draft } {
  const saved = { ...draft, version: draft.version + 1, updatedAt: work.event.at };
  return { work: effect(work, { type: 'save-draft', draft: saved }), draft: saved };
}

/** Sets one answer and remembers what it was before. A rows marker (`x#done`) is not a change to undo by itself. */
export function setAnswer(work: Work, draft: Draft, path: string, value: AnswerValue): { work: Work; draft: Draft } {
  return setAnswers(work, draft, [{ path, value }]);
}

/** Sets several answers at once, as one version; each can be taken back by itself. */
export function setAnswers(
  work: Work,
  draft: Draft,
  entries: readonly { readonly path: string; readonly value: AnswerValue }[],
): { work: Work; draft: Draft } {
  let { answers } = draft;
  const before = entries.map(({ path, value }) => {
    const changed = { path, before: valueAt(answers, path) };
    answers = withAnswer(answers, path, value);
    return changed;
  });
  const written = Object.fromEntries(entries.map(({ path }) => [path, work.event.turn]));
  return saveDraft(work, {
    ...draft,
    answers,
    filledBy: { ...draft.filledBy, ...written },
    undo: [...draft.undo, ...before].slice(-UNDO_DEPTH),
  });
}

/** Takes the last change back; null when there is none. */
export function undoAnswer(work: Work, draft: Draft): { work: Work; draft: Draft; path: string } | null {
  const last = draft.undo.at(-1);
  if (!last) return null;
  const answers = withAnswer(draft.answers, last.path, last.before);
  return { ...saveDraft(work, { ...draft, answers, undo: draft.undo.slice(0, -1) }), path: last.path };
}

/** What the form's rules may look at for this draft: programme, track and the list's indicators. */
export function contextOf(work: Work, draft: Draft): FormContext {
  const listing = draft.listing === null ? undefined : work.book.shelf.byId(draft.listing);
  const track = listing?.track ?? (draft.purpose === 'need' ? 'enterprise-demand' : null);
  return {
    programme: work.book.programme,
    track,
    indicators: listing?.details.indicators ?? [],
    today: dayIn(work.book.programme.timeZone, work.event.at),
    ...(listing && { list: { money: listing.details.money, termMonths: listing.details.termMonths } }),
  };
}
