/** Starting and resuming: taking a list up, posting a need, filling the profile, going on with a draft. */
import type { Draft, Listing } from '../programme/records.ts';
import { progress } from '../programme/progress.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf, openDraft } from './draft-change.ts';
import { answerText } from './flow-answer.ts';
import { askConsent } from './flow-consent.ts';
import { askWhichList, listingMeant, openNow } from './flow-discover.ts';
import { askNext } from './flow-next.ts';
import { hasConsent, listingOf, openDrafts, park } from './focus.ts';
import type { Line } from './say.ts';
import { button, draftOf, line, mine, note, say, withState, type Work } from './work.ts';

/** Takes a list up: its interest first, later stages where the draft stands. */
export function startApplication(work: Work, id: string | undefined): Work {
  const listing = id === undefined ? listingMeant(work) : work.book.shelf.byId(id);
  if (!listing) return askWhichList(work);
  if (!openNow(work, listing)) return notOpen(work, listing);
  const about = withState(work, { about: listing.id });
  if (!hasConsent(work, 'data')) return askConsent(about, 'data', { do: 'apply', listing: listing.id });
  const submitted = mine(work).drafts.find((each) => each.listing === listing.id && each.status === 'submitted');
  if (submitted) return alreadySubmitted(about, submitted);
  const form = work.book.form(work.book.programme.tracks[listing.track].applicationForm);
  const opened = openDraft(park(about), 'application', form, listing);
  const fresh = Object.keys(opened.draft.answers).length === 0;
  const intro = fresh ? note(opened.work, line('apply.begin', { title: listing.title })) : opened.work;
  return askNext(stageIntro(intro, opened.draft), opened.draft);
}

function notOpen(work: Work, listing: Listing): Work {
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
  const own = mine(work).cases.find((each) => each.id === draft.case?.id);
  return say(work, {
    lines: [line('apply.already', { reference: own?.reference ?? '' })],
    buttons: [
      button('button.review', { do: 'review', draft: draft.id }),
      button('button.status', { do: 'status', ...(own && { case: own.id }) }),
    ],
  });
}

/** How many questions this stage has and that answers are saved; said once, at its first question. */
function stageIntro(work: Work, draft: Draft): Work {
  const form = work.book.form(draft.form);
  const stage = form.stages.find((each) => each.id === draft.stage);
  const steps = progress(form, draft.stage, draft.answers, contextOf(work, draft));
  if (!stage || steps.done > 0) return work;
  return note(work, line('form.stage-intro', { title: { bilingual: stage.title }, of: steps.of }));
}

/** Posts a need; words already said become the first answer. */
export function startNeed(work: Work, words: string | undefined): Work {
  const again: Command = words ? { do: 'post-need', words } : { do: 'post-need' };
  if (!hasConsent(work, 'data')) return askConsent(work, 'data', again);
  const form = work.book.form(work.book.programme.needForm);
  const opened = openDraft(park(work), 'need', form, null);
  const begun = stageIntro(opened.work, opened.draft);
  const first = form.stages[0]?.fields[0];
  const empty = Object.keys(opened.draft.answers).length === 0;
  if (words && empty && first) return answerText(begun, opened.draft, first.id, words);
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
    const filled = { ...opened.draft, answers: profile.answers };
    return askNext({ ...opened.work, effects: [...opened.work.effects, { type: 'save-draft', draft: filled }] }, filled);
  }
  return askNext(stageIntro(opened.work, opened.draft), opened.draft);
}

/** 继续: the named draft, the one parked last, or a choice when two wait. */
export function resume(work: Work, id: string | undefined): Work {
  const open = openDrafts(work);
  const named = id === undefined ? undefined : draftOf(work, id);
  if (named) return resumeDraft(work, named);
  if (open.length === 0) return say(work, { lines: [line('resume.nothing')], buttons: [button('button.open-lists', { do: 'find' }), button('button.post-need', { do: 'post-need' })] });
  const only = open[0];
  if (open.length === 1 && only) return resumeDraft(work, only);
  return say(work, {
    lines: [line('resume.which', { n: open.length })],
    buttons: open.slice(0, 4).map((draft) => ({
      label: draftName(work, draft),
      command: { do: 'resume', draft: draft.id } as const,
    })),
  });
}

function resumeDraft(work: Work, draft: Draft): Work {
  const steps = progress(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft));
  const parked = work.state.parked.filter((each) => each !== draft.id);
  const told = note(
    withState(park(work), { parked }),
    line('resume.where', { name: draftName(work, draft), done: steps.done, of: steps.of }),
  );
  const listing = listingOf(work, draft);
  if (listing && !openNow(work, listing)) return notOpen(told, listing);
  return askNext(told, draft);
}

/** How a draft is called in messages. */
export function draftName(work: Work, draft: Draft): Line {
  const title = listingOf(work, draft)?.title ?? draft.answers['title'];
  const stage = work.book.form(draft.form).stages.find((each) => each.id === draft.stage);
  const what = { bilingual: stage?.title ?? work.book.form(draft.form).title };
  if (typeof title === 'string') return line('draft.name-of', { what, title });
  return line('draft.name', { what });
}
