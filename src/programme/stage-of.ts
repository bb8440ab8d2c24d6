/** Which step of its track a case has reached, as people count it. */
import type { Bilingual } from './form.ts';
import type { Programme } from './programme.ts';
import type { CaseRecord } from './records.ts';

/** "第 `index` 步，共 `of` 步": `index` counts from 1. */
export interface StagePlace {
  readonly index: number;
  readonly of: number;
  readonly label: Bilingual;
}

/** The stage of the case's track that names its `kind:status`; null for cases that left the track (withdrawn, archived). */
export function stageOf(programme: Programme, record: CaseRecord): StagePlace | null {
  const { stages } = programme.tracks[record.track];
  const index = stages.findIndex((stage) => stage.statuses.includes(`${record.kind}:${record.status}`));
  const stage = stages[index];
  return stage === undefined ? null : { index: index + 1, of: stages.length, label: stage.label };
}
