/** How a draft is called in messages. */
import type { Draft } from '../programme/records.ts';
import { listingOf } from './focus.ts';
import type { Line } from './say.ts';
import { shorten } from './shorten.ts';
import { line, type Work } from './work.ts';

/** The stage being filled. */
export function stageName(work: Work, draft: Draft): Line {
  const form = work.book.form(draft.form);
  const stage = form.stages.find((each) => each.id === draft.stage);
  return line('draft.name', { what: { bilingual: stage?.title ?? form.title } });
}

/** The stage being filled, with the list's or the need's title where there is one. */
export function draftName(work: Work, draft: Draft): Line {
  const form = work.book.form(draft.form);
  const stage = form.stages.find((each) => each.id === draft.stage);
  const what = { bilingual: stage?.title ?? form.title };
  const title = listingOf(work, draft)?.title ?? draft.answers.title ?? draft.answers.problem;
  return typeof title === 'string'
    ? line('draft.name-of', { what, title: shorten(title, 20) })
    : line('draft.name', { what });
}
