/** A value said while its form waits: for the open question at which that form was put aside. */
import type { AnswerValue } from '../programme/answer.ts';
import type { Field } from '../programme/form.ts';
import { type Asked, nextField } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { readValue } from '../understanding/read-value.ts';
import { contextOf } from './draft-change.ts';
import { readContext } from './focus.ts';
import { draftOf, type Work } from './work.ts';

/** The open question of a waiting form, and the value a text gives it. */
export interface ValueForWaiting {
  readonly draft: Draft;
  readonly asked: Asked;
  readonly value: AnswerValue;
}

/** What the text answers in the draft of this id; null where its open question is of another sort, or cannot take the text. */
export function valueForWaiting(
  work: Work,
  id: string | undefined,
  text: string,
  isOfSort: (field: Field) => boolean,
): ValueForWaiting | null {
  const draft = id === undefined ? undefined : draftOf(work, id);
  if (draft?.status !== 'open') return null;
  const asked = nextField(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft), draft.later);
  if (asked === null || !isOfSort(asked.field)) return null;
  const read = readValue(asked.field, text, readContext(work));
  return read.outcome === 'reject' ? null : { draft, asked, value: read.value };
}
