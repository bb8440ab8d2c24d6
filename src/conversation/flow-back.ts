/** 上一步: the question before, with its present answer; later answers stay. */

import type { AnswerValue } from '../programme/answer.ts';
import { isRows } from '../programme/answer-path.ts';
import type { Field } from '../programme/form.ts';
import { visibleFields } from '../programme/form-fields.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { contextOf } from './draft-change.ts';
import { askField } from './flow-ask.ts';
import { askAgain } from './flow-next.ts';
import { line, note, type Work } from './work.ts';

/** Asks the question before the one in hand again; the first question says that it is the first. */
export function goBack(work: Work, draft: Draft): Work {
  const { focus } = work.state;
  const context = contextOf(work, draft);
  const form = work.book.form(draft.form);
  const paths = visibleFields(form, draft.stage, draft.answers, context).flatMap((field) =>
    pathsOf(field, draft.answers[field.id]),
  );
  const here = 'path' in focus ? paths.indexOf(focus.path) : -1;
  const earlier =
    here >= 0 ? paths.slice(0, here) : paths.filter((path) => path !== ('path' in focus ? focus.path : ''));
  const before = earlier.at(-1);
  const asked = before === undefined ? null : fieldAt(form, before, context);
  return asked ? askField(work, draft, asked, 'change') : askAgain(note(work, line('form.first-already')), draft);
}

/** Answered paths of a field in the order they were asked; nothing for fields not yet answered, but the field itself. */
function pathsOf(field: Field, value: AnswerValue | undefined): readonly string[] {
  if (value === undefined || value === null || !isRows(value) || field.kind !== 'rows')
    return value === undefined ? [] : [field.id];
  return value.flatMap((row, index) =>
    (field.cells ?? []).filter((cell) => cell.id in row).map((cell) => `${field.id}[${index}].${cell.id}`),
  );
}
