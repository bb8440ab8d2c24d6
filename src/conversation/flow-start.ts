/** Starting: taking a list up, posting a need, filling the profile. */

import { progress } from '../programme/progress.ts';
import type { Draft, Listing } from '../programme/records.ts';
import { cut } from '../text/cut.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf, openDraft, saveDraft } from './draft-change.ts';
import { draftName } from './draft-name.ts';
import { answerText } from './flow-answer.ts';
import { askConsent } from './flow-consent.ts';
import { askWhichList, listingMeant } from './flow-discover.ts';
import { askNext } from './flow-next.ts';
import { hasConsent, openNow, park } from './focus.ts';
import { mayChange } from './resubmit.ts';
import { button, line, mine, note, ownCase, say, type Work, withState } from './work.ts';

/** The most of a first message that becomes an answer. */
const FIRST_WORDS = 1000;

/** Takes a list up: its interest first, later stages where the draft stands. */
export function startApplication(work: Work, id: string | undefined): Work {
  const listing = id === undefined ? listingMeant(work) : work.book.shelf.byId(id);
  if (!listing || (id === undefined && !openNow(work, listing))) return askWhichList(work);
  if (!openNow(work, listing)) return notOpen(work, listing);
  const about = withState(work, { about: listing.id });
  if (!hasConsent(work, 'data')) return askConsent(about, 'data', { do: 'apply', listing: listing.id });
  const submitted = mine(work).drafts.find((each) => each.listing === listing.id && each.status === 'submitted');
  if (submitted) return alreadySubmitted(about, submitted);
  const form = work.book.form(work.book.programme.tracks[listing.track].applicationForm);
  const opened = openDraft(park(about), 'application', form, listing);
  const fresh = Object.keys(opened.draft.answers).length === 0;
  const begun = fresh ? note(opened.work, line('apply.begin', { title: listing.title })) : opened.work;
  return askNext(stageIntro(begun, opened.draft), opened.draft);
}

/** The list takes no bids: why, and where to look instead. */
export function notOpen(work: Work, listing: Listing): Work {
  const key = listing.status === 'archived' ? 'apply.archive' : 'apply.closed';
  return say(work, {
    lines: [line(key, { title: listing.title })],
    buttons: [
      button('button.similar', { do: 'find', words: listing.title }),
      button('button.open-lists', { do: 'find' }),
    ],
  });
}

function alreadySubmitted(work: Work, draft: Draft): Work {
  const own = draft.case ? ownCase(work, draft.case.id) : undefined;
  const change = own !== undefined && mayChange(work, own);
  return say(work, {
    lines: [line('apply.already', { reference: own?.reference ?? '' })],
    buttons: [
      button(change ? 'button.change' : 'button.review', { do: 'review', draft: draft.id }),
      button('button.status', { do: 'status', ...(own && { case: own.id }) }),
    ],
  });
}

/** How many questions this stage has and that answers are saved at once; said at its first question only. */
export function stageIntro(work: Work, draft: Draft): Work {
  const form = work.book.form(draft.form);
  const stage = form.stages.find((each) => each.id === draft.stage);
  const steps = progress(form, draft.stage, draft.answers, contextOf(work, draft));
  if (!stage || steps.done > 0) return work;
  return note(work, line('form.stage-intro', { title: { bilingual: stage.title }, of: steps.of }));
}

/** Posts a need; words already said become the first answer. Needs handed in before stay what they are. */
export function startNeed(work: Work, words: string | undefined): Work {
  const said = words === undefined ? undefined : cut(words, FIRST_WORDS);
  const again: Command = said ? { do: 'post-need', words: said } : { do: 'post-need' };
  if (!hasConsent(work, 'data')) return askConsent(work, 'data', again);
  const form = work.book.form(work.book.programme.needForm);
  const opened = openDraft(park(work), 'need', form, null);
  const empty = Object.keys(opened.draft.answers).length === 0;
  const begun = empty
    ? stageIntro(opened.work, opened.draft)
    : note(opened.work, line('resume.name', { name: draftName(work, opened.draft) }));
  const first = form.stages[0]?.fields[0];
  if (said && empty && first) return answerText(begun, opened.draft, first.id, said);
  return askNext(begun, opened.draft);
}

/** Fills or changes the profile: what the person does, for matching and for later forms. */
export function startProfile(work: Work): Work {
  if (!hasConsent(work, 'data')) return askConsent(work, 'data', { do: 'profile' });
  const form = work.book.form(work.book.programme.profileForm);
  const opened = openDraft(park(work), 'profile', form, null);
  const { profile } = mine(work);
  const empty = Object.keys(opened.draft.answers).length === 0;
  if (profile && empty) {
    const filled = saveDraft(opened.work, { ...opened.draft, answers: profile.answers });
    return askNext(filled.work, filled.draft);
  }
  return askNext(stageIntro(opened.work, opened.draft), opened.draft);
}
