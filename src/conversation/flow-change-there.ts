/** 我的电话换成…: what was handed in or begun with the old value is offered first, then the profile. */
import { visibleFields } from '../programme/form-fields.ts';
import type { Draft } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { overAnswers } from '../understanding/cues.ts';
import { contextOf } from './draft-change.ts';
import { draftName } from './draft-name.ts';
import { isGuest } from './flow-colleague.ts';
import { park, readContext } from './focus.ts';
import { openForChange } from './open-for-change.ts';
import { button, line, mine, ownCase, say, type Work } from './work.ts';

/** How somebody is reached; other answers of the profile say what somebody does. */
const REACHED_BY: readonly string[] = ['contact', 'email'];
/** The most papers offered beside the profile. */
const MOST = 3;

/** Asks where the new number or address belongs; null when it stands in no paper that may still be changed. */
export function askWhereToChange(work: Work, words: string): Work | null {
  const form = work.book.form(work.book.programme.profileForm);
  const context = { programme: work.book.programme, track: null, indicators: [], today: readContext(work).today };
  const fields = visibleFields(form, form.stages[0]?.id ?? '', {}, context);
  const cue = overAnswers(words, { ...readContext(work), fields, answers: {} }).find((each) =>
    REACHED_BY.includes(each.path),
  );
  const field = fields.find((each) => each.id === cue?.path);
  if (!cue || !field || typeof cue.value !== 'string') return null;
  const { path, value } = cue;
  const papers = mine(work).drafts.filter((draft) => holdsOther(work, draft, path, value));
  if (papers.length === 0) return null;
  return say(park(work), {
    lines: [line('change.where', { label: { bilingual: field.label }, value })],
    buttons: [
      ...papers.slice(0, MOST).map((draft) => ({
        label: line('button.change-there', { name: nameOf(work, draft) }),
        command: { do: 'correct', path, text: value, draft: draft.id } satisfies Command,
      })),
      button('button.change-profile', { do: 'profile', words, here: true }),
    ],
  });
}

/** True for an own need or bid that says something else there and may still be changed. */
function holdsOther(work: Work, draft: Draft, path: string, value: string): boolean {
  if (draft.purpose !== 'need' && draft.purpose !== 'application') return false;
  const held = draft.answers[path];
  if (draft.status === 'discarded' || isGuest(work, draft) || typeof held !== 'string' || held.includes(value))
    return false;
  return fieldIn(work, draft, path) && openForChange(work, draft, path) !== null;
}

function fieldIn(work: Work, draft: Draft, path: string): boolean {
  const form = work.book.form(draft.form);
  const context = contextOf(work, draft);
  return form.stages.some((stage) =>
    visibleFields(form, stage.id, draft.answers, context).some((each) => each.id === path),
  );
}

function nameOf(work: Work, draft: Draft) {
  return (draft.case && ownCase(work, draft.case.id)?.reference) ?? draftName(work, draft);
}
