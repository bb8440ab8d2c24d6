/** `jiebang import FILE`: lists, needs or profiles from CSV, Excel or JSONL, row by row. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readConfig } from '../config.ts';
import { type Catalogue, makeCatalogue } from '../conversation/catalogue.ts';
import { readForms, readMessages, readProgramme } from '../data-files.ts';
import { botError } from '../errors.ts';
import { SYSTEM_CLOCK, visitStore } from '../main.ts';
import type { Store } from '../ports/store.ts';
import type { Form } from '../programme/form.ts';
import type { Programme } from '../programme/programme.ts';
import type { Locale } from '../programme/records.ts';
import { dayIn } from '../programme/working-days.ts';
import type { ImportKind } from './import-columns.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { importReport } from './import-report.ts';
import { readTable } from './read-table.ts';
import { type Stored, storePlan } from './store-plan.ts';

/** Options of the command line. */
export interface ImportOptions {
  readonly kind: string;
  readonly check: boolean;
  readonly report?: string;
}

/** What an import needs beside the file. */
export interface ImportSurroundings {
  readonly programme: Programme;
  readonly forms: readonly Form[];
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  readonly now: Date;
}

const KINDS: readonly ImportKind[] = ['lists', 'needs', 'profiles'];
const MOST_BYTES = 50_000_000;
/** Problems printed; the report file has them all. */
const PRINTED = 20;

/** Imports a file and prints a summary; rows that are wrong are reported and make the exit code 1. */
export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const kind = KINDS.find((each) => each === options.kind);
  if (!kind) throw botError('config', `--kind ${options.kind}: it must be one of ${KINDS.join(', ')}.`);
  const config = readConfig();
  const programme = readProgramme(config.programme);
  const now = SYSTEM_CLOCK.now();
  const around = {
    programme,
    forms: readForms(programme),
    catalogue: makeCatalogue(readMessages()),
    locale: config.staffLocale,
    now,
  };
  const plan = await readPlan(await readBytes(file), basename(file), kind, around);
  const stored = options.check ? null : await withStore((store) => storePlan(store, plan, around));
  const notes = [...plan.notes, ...(stored?.notes ?? [])];
  if (options.report)
    await writeFile(options.report, importReport(plan.errors, notes, around.catalogue, around.locale));
  for (const { line, column, what } of [...plan.errors, ...notes].slice(0, PRINTED))
    print(`  ${line}${column ? ` [${column}]` : ''}: ${what}`);
  print(summary(kind, plan, stored));
  if (plan.errors.length > 0) process.exitCode = 1;
}

/** Reads bytes as a plan of records. Throws BotError `data` for a file that is no table. */
export async function readPlan(
  bytes: Uint8Array,
  name: string,
  kind: ImportKind,
  around: ImportSurroundings,
): Promise<ImportPlan> {
  const { programme, forms, catalogue, locale, now } = around;
  const id = { lists: programme.listingForm, needs: programme.needForm, profiles: programme.profileForm }[kind];
  const form = forms.find((each) => each.id === id);
  if (!form) throw botError('data', `the programme names the form ${id}, which is not there`);
  const at = now.toISOString();
  const ctx = { programme, track: null, indicators: [], today: dayIn(programme.timeZone, at) };
  return planImport(
    await readTable(bytes, name),
    kind,
    { form, ctx, catalogue, locale },
    { programme, at, formVersion: form.version },
  );
}

/** One line for the operator. */
export function summary(kind: ImportKind, { rows, planned, errors }: ImportPlan, stored: Stored | null): string {
  const bad = new Set(errors.map(({ line }) => line)).size;
  const read = `${kind}: ${rows} rows read, ${planned.length} good, ${bad} with problems`;
  if (stored === null) return `${read}; checked only, nothing stored.`;
  return `${read}; ${stored.added} added, ${stored.updated} updated, ${stored.same} already there, ${stored.kept} left as they are.`;
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) throw botError('config', `${file} is larger than ${MOST_BYTES / 1_000_000} MB: split it`);
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'BotError') throw cause;
    throw botError('config', `${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await visitStore(readConfig());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
