/** Going on to the bid while the interest handed in before it is open for change: that change is put aside. */
import { saveDraft } from './draft-change.ts';
import { draftInHand } from './focus.ts';
import { draftOf, line, note, ownCase, type Work, withState } from './work.ts';

/** Moves a draft whose interest was handed in on to its next stage and says what becomes of the change; any other draft stays. */
export function leaveChange(work: Work, id: string | undefined): Work {
  const draft = id === undefined ? draftInHand(work) : draftOf(work, id);
  const own = draft?.case ? ownCase(work, draft.case.id) : undefined;
  if (draft?.status !== 'open' || own?.kind !== 'interest') return work;
  const { stages } = work.book.form(draft.form);
  const at = stages.findIndex((each) => each.id === draft.stage);
  const [stage, next] = [stages[at], stages[at + 1]];
  if (stage?.submits !== 'interest' || !next) return work;
  const changed = stage.fields.some(
    ({ id: field }) => JSON.stringify(draft.answers[field]) !== JSON.stringify(own.answers[field]),
  );
  const saved = saveDraft(work, { ...draft, stage: next.id });
  const told = note(saved.work, line(changed ? 'resume.change-aside' : 'resume.change-left'));
  return withState(told, { focus: { in: 'idle' } });
}
