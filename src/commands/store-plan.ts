/** Writing an import: in batches, without touching what people have worked on since. */
import { createHash } from 'node:crypto';
import type { Catalogue } from '../conversation/catalogue.ts';
import type { Store } from '../ports/store.ts';
import type { AuditEntry, CaseRecord, Locale, Profile } from '../programme/records.ts';
import type { ImportPlan, Planned } from './import-plan.ts';
import type { RowProblem } from './import-row.ts';
import { showProgress } from './show-progress.ts';

/** How many rows were new, changed, already there, or left alone because they moved on. */
export interface Stored {
  readonly added: number;
  readonly updated: number;
  readonly same: number;
  readonly kept: number;
  readonly notes: readonly RowProblem[];
}

/** How notes are written, and the instant of the import. */
export interface StoreSetting {
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  readonly now: Date;
}

type Fate = 'added' | 'updated' | 'same' | 'kept';

const BATCH = 200;
/** Enough to see whether anything but imports ever touched a record. */
const RECENT = 20;

/** Stores the planned records; a bot may be running beside it. */
export async function storePlan(store: Store, { planned }: ImportPlan, setting: StoreSetting): Promise<Stored> {
  const progress = showProgress(planned.length);
  const profiles = new Map((await store.records.profiles()).map((profile) => [profile.id, profile]));
  const fates: { readonly row: Planned; readonly fate: Fate }[] = [];
  for (let start = 0; start < planned.length; start += BATCH) {
    const batch = planned.slice(start, start + BATCH);
    const rows = await Promise.all(batch.map((row) => compared(store, row, profiles)));
    await store.load.load(loadable(rows, setting));
    fates.push(...rows);
    progress.at(start + batch.length);
  }
  progress.end();
  const count = (fate: Fate) => fates.filter((each) => each.fate === fate).length;
  const notes = fates.flatMap(({ row, fate }) => (fate === 'kept' ? [keptNote(row, setting)] : []));
  return { added: count('added'), updated: count('updated'), same: count('same'), kept: count('kept'), notes };
}

interface Row {
  readonly row: Planned;
  readonly before: CaseRecord | Profile | null;
  readonly fate: Fate;
}

async function compared(store: Store, row: Planned, profiles: ReadonlyMap<string, Profile>): Promise<Row> {
  const { record } = row;
  const before = 'kind' in record ? await store.records.case(record.id) : (profiles.get(record.id) ?? null);
  if (before === null) return { row, before, fate: 'added' };
  if (contentOf(record) === contentOf(before)) return { row, before, fate: 'same' };
  const moves = await store.records.audit(record.id, RECENT);
  return { row, before, fate: moves.every(({ action }) => action === 'import') ? 'updated' : 'kept' };
}

/** What a row says of a record, without its times and versions. */
function contentOf(record: CaseRecord | Profile): string {
  const details = 'details' in record ? record.details : null;
  const status = 'kind' in record ? [record.status, record.track, record.title] : [record.name];
  return JSON.stringify([record.answers, details, status]);
}

function loadable(rows: readonly Row[], { now }: StoreSetting): Parameters<Store['load']['load']>[0] {
  const changed = rows.filter(({ fate }) => fate === 'added' || fate === 'updated');
  const records = changed.map(({ row, before }) => ({ ...row.record, version: (before?.version ?? 0) + 1 }));
  return {
    cases: records.flatMap((record) => ('kind' in record ? [record] : [])),
    profiles: records.flatMap((record) => ('kind' in record ? [] : [record])),
    audit: changed.map(({ row, before }) => auditOf(row.record, before, now.toISOString())),
  };
}

function auditOf(record: CaseRecord | Profile, before: CaseRecord | Profile | null, at: string): AuditEntry {
  const status = (each: CaseRecord | Profile | null) => (each !== null && 'kind' in each ? each.status : null);
  const turn = createHash('sha256').update(`import:${record.id}:${at}`).digest('hex').slice(0, 32);
  const kind = 'kind' in record ? record.kind : 'profile';
  return {
    at,
    actor: 'system',
    action: 'import',
    object: { kind, id: record.id },
    from: status(before),
    to: status(record),
    reasonHash: null,
    turn,
  };
}

function keptNote({ line, record }: Planned, { catalogue, locale }: StoreSetting): RowProblem {
  const reference = 'kind' in record ? record.reference : record.name;
  return { line, column: '', what: catalogue.text({ key: 'import.moved-on', vars: { reference } }, locale) };
}
