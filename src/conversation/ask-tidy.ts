/** Puts a company's long description to a language model, where one is switched on, for clearer words. */
import type { AnswerValue } from '../programme/answer.ts';
import type { Asked } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { localeOf } from './focus.ts';
import { query, type Work } from './work.ts';

/** Shorter descriptions are clear enough, or too thin to be put better. */
const RAMBLING = 120;

/** True where a model is asked to put a long description of a company's problem more clearly. */
export function isRambling(work: Work, draft: Draft, { field }: Asked, text: string): boolean {
  return (
    work.book.model !== null &&
    work.event.type === 'said' &&
    draft.purpose === 'need' &&
    field.kind === 'long-text' &&
    text.length >= RAMBLING
  );
}

/** Asks for clearer words; the person's own are stored when there are none. */
export function askTidy(work: Work, draft: Draft, { path, field }: Asked, value: AnswerValue, text: string): Work {
  return query(work, {
    type: 'tidy',
    draft: draft.id,
    path,
    label: field.label[localeOf(work) === 'en' ? 'en' : 'zh'],
    text,
    value,
  });
}
