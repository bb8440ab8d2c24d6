/** 去处理: from the notice that staff want something, straight into the form at the field it is about. */
import { visibleFields } from '../programme/form-fields.ts';
import type { CaseRecord, Draft } from '../programme/records.ts';
import { fold } from '../text/fold.ts';
import { namedFields } from '../understanding/field-names.ts';
import { contextOf } from './draft-change.ts';
import { resume } from './flow-resume.ts';
import { changeField } from './flow-review.ts';
import { showStatus } from './flow-status.ts';
import { park } from './focus.ts';
import { mayChange } from './resubmit.ts';
import { isOwnTurn } from './status-line.ts';
import { line, mine, note, ownCase, type Work } from './work.ts';

/** Opens the form of a case with what staff wrote: at the field they named, else where it stands; the status when there is nothing to change. */
export function goMend(work: Work, caseId: string): Work {
  const own = ownCase(work, caseId);
  const draft = mine(work).drafts.find((each) => each.case?.id === caseId && each.status !== 'discarded');
  if (!own || !draft || !isOwnTurn(own) || !mayChange(work, own)) return showStatus(work, caseId);
  const told = own.reason ? note(work, line('told.reason', { reason: own.reason })) : work;
  const path = fieldInReason(work, own, draft);
  return path === undefined ? resume(told, draft.id) : changeField(park(told), draft, path);
}

/** The field whose name stands first in the reason, among those of the present and earlier stages. */
function fieldInReason(work: Work, { reason }: CaseRecord, draft: Draft): string | undefined {
  if (!reason) return undefined;
  const form = work.book.form(draft.form);
  const now = form.stages.findIndex((stage) => stage.id === draft.stage);
  const fields = form.stages
    .slice(0, now + 1)
    .toReversed()
    .flatMap((stage) => visibleFields(form, stage.id, draft.answers, contextOf(work, draft)));
  const named = namedFields(fold(reason), fields).toSorted((a, b) => a.start - b.start || b.end - a.end);
  return named[0]?.field.id;
}
