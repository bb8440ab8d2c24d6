/** What an import would do with each row: store it, or say why not. Nothing is written here. */
import { stageOfForm } from '../programme/form-fields.ts';
import type { CaseRecord, Profile, Track } from '../programme/records.ts';
import { fold } from '../text/fold.ts';
import { type Columns, type ImportKind, matchColumns } from './import-columns.ts';
import { type ImportSetting, listingOf, needOf, profileOf } from './import-records.ts';
import { missingIn, type ReadRow, type RowContext, type RowProblem, readRow } from './import-row.ts';
import type { Table } from './read-table.ts';

/** A record made of a row. */
export interface Planned {
  readonly line: number;
  readonly record: CaseRecord | Profile;
}

/** Good rows as records; `errors` are rows left out, `notes` worth knowing. */
export interface ImportPlan {
  readonly planned: readonly Planned[];
  readonly errors: readonly RowProblem[];
  readonly notes: readonly RowProblem[];
  readonly rows: number;
}

interface RowPlan {
  readonly record: CaseRecord | Profile | null;
  readonly errors: readonly RowProblem[];
  readonly notes: readonly RowProblem[];
}

const ARCHIVED = /往年|归档|歸檔|archived?/i;

/** Plans the import of a table. */
export function planImport(table: Table, kind: ImportKind, context: RowContext, setting: ImportSetting): ImportPlan {
  const columns = matchColumns(table.columns, context.form, kind);
  if (columns.known.every((column) => column.field === undefined)) {
    return { planned: [], errors: [headProblem('import.no-columns', '', context)], notes: [], rows: table.rows.length };
  }
  const seen = new Map<string, number>();
  const planned: Planned[] = [];
  const errors: RowProblem[] = [];
  const notes = columns.unknown.map((heading) => headProblem('import.unknown-column', heading, context));
  for (const each of table.rows) {
    const row = readRow(each, columns, context);
    const plan = planRow(row, kind, columns, context, setting);
    errors.push(...plan.errors);
    notes.push(...plan.notes);
    if (plan.record === null) continue;
    const before = seen.get(plan.record.id);
    if (before === undefined) planned.push({ line: row.line, record: plan.record });
    else notes.push({ line: row.line, column: '', what: say(context, 'import.same-row', { line: before }) });
    if (before === undefined) seen.set(plan.record.id, row.line);
  }
  return { planned, errors, notes, rows: table.rows.length };
}

function planRow(
  row: ReadRow,
  kind: ImportKind,
  columns: Columns,
  context: RowContext,
  setting: ImportSetting,
): RowPlan {
  if (kind === 'lists') return planList(row, context, setting);
  if (kind === 'needs') return planNeed(row, context, setting);
  const errors = [...row.problems, ...missingIn(row, 'profile', context)];
  const hasContact = columns.known.some(({ field }) => field?.id === 'contact' || field?.id === 'email');
  const dropped = hasContact && ('contact' in row.answers || 'email' in row.answers);
  const notes = dropped ? [{ line: row.line, column: '', what: say(context, 'import.contact-dropped', {}) }] : [];
  return errors.length > 0 ? { record: null, errors, notes: [] } : { record: profileOf(row, setting), errors, notes };
}

/** A list of an earlier year needs no more than its title: what a source does not say is left open. */
function planList(given: ReadRow, context: RowContext, setting: ImportSetting): RowPlan {
  const { programme } = context.ctx;
  const isArchived = ARCHIVED.test(given.extras.status ?? '');
  const row: ReadRow =
    'visibility' in given.answers ? given : { ...given, answers: { ...given.answers, visibility: 'public' } };
  const track = trackOf(row.extras.track, context);
  const names = {
    one: programme.tracks['key-technology'].label.zh,
    other: programme.tracks['enterprise-demand'].label.zh,
  };
  const trackProblem =
    track === null ? [{ line: row.line, column: 'track', what: say(context, 'import.track-missing', names) }] : [];
  const missing = missingIn(row, 'listing', context);
  const titleLabel = context.form.stages[0]?.fields.find((field) => field.id === 'title')?.label;
  const needed = isArchived
    ? missing.filter(({ column }) => column === titleLabel?.zh || column === titleLabel?.en)
    : missing;
  const errors = [...row.problems, ...trackProblem, ...needed];
  return {
    record: errors.length > 0 || track === null ? null : listingOf(row, track, isArchived, setting),
    errors,
    notes: [],
  };
}

function planNeed(row: ReadRow, context: RowContext, setting: ImportSetting): RowPlan {
  const errors = [...row.problems, ...missingIn(row, 'post', context)];
  if (errors.length > 0) return { record: null, errors, notes: [] };
  const later = stageOfForm(context.form, 'complete')?.fields.some((field) => field.id in row.answers) ?? false;
  const open = missingIn(row, 'complete', context);
  const names = [...new Set(open.map(({ column }) => column))].join('、');
  const notes =
    later && open.length > 0
      ? [{ line: row.line, column: '', what: say(context, 'import.incomplete', { columns: names }) }]
      : [];
  return { record: needOf(row, open.length === 0, setting), errors, notes };
}

function trackOf(text: string | undefined, { ctx }: RowContext): Track | null {
  const word = fold(text ?? '').replace(/\s/g, '');
  const tracks: readonly Track[] = ['key-technology', 'enterprise-demand'];
  const found = tracks.find((track) => {
    const { zh, en } = ctx.programme.tracks[track].label;
    return [track, zh, zh.replace(/类$/, ''), en].some((name) => fold(name).replace(/\s/g, '') === word);
  });
  return found ?? null;
}

function headProblem(key: string, column: string, context: RowContext): RowProblem {
  const columns = context.form.stages
    .flatMap((stage) => stage.fields)
    .map((field) => (context.locale === 'en' ? field.label.en : field.label.zh));
  return { line: 1, column, what: say(context, key, { column, columns: columns.join('、') }) };
}

function say({ catalogue, locale }: RowContext, key: string, vars: Readonly<Record<string, string | number>>): string {
  return catalogue.text({ key, vars }, locale);
}
