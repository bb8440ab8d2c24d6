/** 撤回: a staff act is undone while its notices still wait. */
import type { Transition } from './lifecycle.ts';
import { type Refused, refuse } from './move-guard.ts';
import type { CaseRecord } from './records.ts';

/** When the act happened, when its undoing was asked for (ISO instants), and how long the programme allows between. */
export interface TakeBackFacts {
  readonly at: string;
  readonly actedAt: string;
  readonly undoSeconds: number;
  readonly step: Pick<Transition, 'undoable'>;
}

/** The case as it was before the act, one version further up; refused when late, or when the case has moved on since. */
export function takeBack<Case extends CaseRecord>(
  record: Case,
  previous: Case,
  facts: TakeBackFacts,
): { readonly ok: true; readonly record: Case } | Refused {
  if (record.id !== previous.id || record.version !== previous.version + 1) return refuse('moved-on');
  if (!facts.step.undoable) return refuse('too-late');
  const waited = Date.parse(facts.at) - Date.parse(facts.actedAt);
  if (!(waited <= facts.undoSeconds * 1000)) return refuse('too-late');
  return { ok: true, record: { ...previous, version: record.version + 1 } };
}
