/** Which answers of a draft have been handed in already. */
import type { Form, Stage } from './form.ts';
import type { Draft } from './records.ts';

/** The stage of an earlier hand-in that holds this field; null while nothing was handed in with it. */
export function handedInStage(form: Form, draft: Pick<Draft, 'case' | 'stage' | 'status'>, path: string): Stage | null {
  if (draft.case === null) return null;
  const field = path.replace(/[[#.].*$/, '');
  const at = form.stages.findIndex((stage) => stage.fields.some((each) => each.id === field));
  const now = form.stages.findIndex((stage) => stage.id === draft.stage);
  const stage = form.stages[at];
  return stage !== undefined && (at < now || (at === now && draft.status !== 'open')) ? stage : null;
}
