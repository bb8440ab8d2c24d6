/** Starting: taking a list up, posting a need, filling the profile. */

import type { AnswerValue } from '../programme/answer.ts';
import { visibleFields } from '../programme/form-fields.ts';
import { progress } from '../programme/progress.ts';
import type { Draft, Listing } from '../programme/records.ts';
import { cut } from '../text/cut.ts';
import type { Command } from '../understanding/command.ts';
import { overAnswers } from '../understanding/cues.ts';
import { needOpening } from '../understanding/need-opening.ts';
import { sectorOf } from '../understanding/search-words.ts';
import { contextOf, openDraft, saveDraft } from './draft-change.ts';
import { draftName } from './draft-name.ts';
import { askWhereToChange } from './flow-change-there.ts';
import { askConsent } from './flow-consent.ts';
import { askWhichList, listingMeant, showDetail } from './flow-discover.ts';
import { type Filling, takeMany } from './flow-many.ts';
import { askNext } from './flow-next.ts';
import { draftInHand, hasConsent, openNow, park, readContext } from './focus.ts';
import { mayChange } from './resubmit.ts';
import { button, line, mine, note, ownCase, say, type Work, withState } from './work.ts';

/** So many last characters of a value tell that it stands in a title. */
const TELLING = 3;
/** The most of a first message that becomes an answer. */
const FIRST_WORDS = 1000;
/** A stage of more questions may be more comfortable to fill in on a computer. */
const MANY_QUESTIONS = 8;

type Apply = Extract<Command, { do: 'apply' }>;

/** Takes a list up: its interest first, later stages where the draft stands. */
export function startApplication(work: Work, { listing: id, words }: Pick<Apply, 'listing' | 'words'>): Work {
  const listing = id === undefined ? listingMeant(work) : work.book.shelf.byId(id);
  if (id !== undefined && !listing) return showDetail(work, id);
  if (!listing || (id === undefined && !openNow(work, listing))) return askWhichList(work);
  if (!openNow(work, listing)) return notOpen(work, listing);
  const about = withState(work, { about: listing.id });
  if (!hasConsent(work, 'data'))
    return askConsent(about, 'data', { do: 'apply', listing: listing.id, ...(words && { words }) });
  const submitted = mine(work).drafts.find((each) => each.listing === listing.id && each.status === 'submitted');
  if (submitted) return alreadySubmitted(about, submitted);
  const form = work.book.form(work.book.programme.tracks[listing.track].applicationForm);
  const opened = openDraft(park(about), 'application', form, listing);
  const told = tellParked(work, opened);
  const fresh = Object.keys(opened.draft.answers).length === 0;
  const begun = fresh
    ? note(told, line('apply.begin', { title: listing.title }))
    : note(told, line('resume.name', { name: draftName(work, opened.draft) }));
  const intro = stageIntro(begun, opened.draft);
  return words === undefined
    ? askNext(intro, opened.draft)
    : takeMany(intro, opened.draft, null, cuesIn(intro, opened.draft, words));
}

/** The form that was open waits with all its answers, and this is said. */
function tellParked(before: Work, { work, draft }: { readonly work: Work; readonly draft: Draft }): Work {
  const left = draftInHand(before);
  const waits = left !== undefined && left.id !== draft.id && left.status === 'open';
  if (!waits || Object.keys(left.answers).length === 0) return work;
  return note(work, line('form.parked', { name: draftName(before, left) }));
}

/** Values said while starting, for fields of the stage in hand; `known` are the answers that stay. */
function cuesIn(work: Work, draft: Draft, words: string, known = draft.answers): readonly Filling[] {
  const form = work.book.form(draft.form);
  const fields = visibleFields(form, draft.stage, draft.answers, contextOf(work, draft));
  const cues = overAnswers(words, { ...readContext(work), fields, answers: known });
  const title = draft.listing === null ? '' : (work.book.shelf.byId(draft.listing)?.title ?? '');
  return cues.filter(({ value }) => !endsInTitle(value, title)).map(({ path, value }) => ({ do: 'set', path, value }));
}

/** True where words hold a value for the first stage of this list's form, which need not be open yet. */
export function holdsValues(work: Work, id: string, words: string): boolean {
  const listing = work.book.shelf.byId(id);
  if (!listing) return false;
  const form = work.book.form(work.book.programme.tracks[listing.track].applicationForm);
  const fields = form.stages[0]?.fields ?? [];
  return overAnswers(words, { ...readContext(work), fields, answers: {} }).length > 0;
}

/** 我要揭智慧工厂那个榜 names the list by words of its title, and no unit. */
function endsInTitle(value: AnswerValue, title: string): boolean {
  return typeof value === 'string' && value.length >= TELLING && title.includes(value.slice(-TELLING));
}

/** The list takes no bids: why, and where to look instead. */
export function notOpen(work: Work, listing: Listing): Work {
  const key = listing.status === 'archived' ? 'apply.archive' : 'apply.closed';
  return say(work, {
    lines: [line(key, { title: listing.title, contact: { bilingual: work.book.programme.contact } })],
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
  const begun = note(work, line('form.stage-intro', { title: { bilingual: stage.title }, of: steps.of }));
  return steps.of > MANY_QUESTIONS ? note(begun, line('intake.offline-hint')) : begun;
}

/** Posts a need; words already said become the first answer. Needs handed in before stay what they are. */
export function startNeed(work: Work, words: string | undefined): Work {
  const isSector = (name: string): boolean => sectorOf(name, work.book.programme)?.whole === true;
  const { rest, sector } = needOpening(words ?? '', isSector);
  const said = cut(rest, FIRST_WORDS);
  // The wish itself goes through the consent only where it names the sector: what is left of it then tells the trouble.
  const kept = sector === undefined ? said : cut(words ?? '', FIRST_WORDS);
  const again: Command = kept ? { do: 'post-need', words: kept } : { do: 'post-need' };
  if (!hasConsent(work, 'data')) return askConsent(work, 'data', again);
  const form = work.book.form(work.book.programme.needForm);
  const opened = openDraft(park(work), 'need', form, null);
  const empty = Object.keys(opened.draft.answers).length === 0;
  const parked = tellParked(work, opened);
  const begun = empty
    ? stageIntro(parked, opened.draft)
    : note(parked, line('resume.name', { name: draftName(work, opened.draft) }));
  const first = form.stages[0]?.fields[0];
  if (kept && empty && first) {
    const all = [said, sector].filter(Boolean).join('，');
    const others = cuesIn(begun, opened.draft, all).filter((each) => each.do !== 'answer' && each.path !== first.id);
    const told: readonly Filling[] = said ? [{ do: 'answer', text: said }] : [];
    return takeMany(begun, opened.draft, first.id, [...told, ...others]);
  }
  return askNext(begun, opened.draft);
}

/** Fills or changes the profile: what the person does, for matching and for later forms. */
export function startProfile(work: Work, { words, here }: { readonly words?: string; readonly here?: boolean }): Work {
  const elsewhere = words !== undefined && !here ? askWhereToChange(work, words) : null;
  if (elsewhere) return elsewhere;
  if (!hasConsent(work, 'data')) return askConsent(work, 'data', { do: 'profile', ...(words && { words }) });
  const form = work.book.form(work.book.programme.profileForm);
  const opened = openDraft(park(work), 'profile', form, null);
  const { profile } = mine(work);
  const empty = Object.keys(opened.draft.answers).length === 0;
  if (profile && empty) {
    const filled = saveDraft(opened.work, { ...opened.draft, answers: profile.answers });
    return askOrTake(filled.work, filled.draft, words);
  }
  return askOrTake(stageIntro(opened.work, opened.draft), opened.draft, words);
}

/** 我换单位了，改成示例大学: what was said goes in at once, also where an older answer stands. */
function askOrTake(work: Work, draft: Draft, words: string | undefined): Work {
  const said = words === undefined ? [] : cuesIn(work, draft, words, {});
  return said.length === 0 ? askNext(work, draft) : takeMany(work, draft, null, said);
}
