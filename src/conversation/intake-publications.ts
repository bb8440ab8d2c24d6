/** A list of publications as the answer of the field that holds them: joined with what is there, nothing twice. */
import type { Publication } from '../intake/publication.ts';
import { joinPublications } from '../intake/publications.ts';
import { checkAnswer } from '../programme/check-answer.ts';
import type { Proposals } from '../programme/draft-intake.ts';
import type { Draft } from '../programme/records.ts';
import { contextOf } from './draft-change.ts';
import type { Work } from './work.ts';

/** Proposes the lines for the form's field of that purpose; null without one, or when all of them are there already. */
export function proposePublications(work: Work, draft: Draft, found: readonly Publication[]): Proposals | null {
  const form = work.book.form(draft.form);
  const field = form.stages.flatMap((stage) => stage.fields).find((each) => each.holds === 'publications');
  if (!field || found.length === 0) return null;
  const before = draft.answers[field.id];
  const joined = joinPublications(typeof before === 'string' ? before : '', found);
  if (joined.added === 0) return { entries: [], unread: [], same: found.length };
  const fits = checkAnswer(field, joined.text, contextOf(work, draft)).ok;
  if (!fits) return { entries: [], unread: [{ path: field.id, text: '', reason: 'text-long' }], same: joined.same };
  return { entries: [{ path: field.id, value: joined.text }], unread: [], same: joined.same };
}
