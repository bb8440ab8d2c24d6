/** Records as rows: the columns that are searched, and the whole record as JSON. */
import type { Account, Batch, CaseKind, CaseRecord, Draft, Profile } from '../programme/records.ts';
import { rowWriter } from './insert-rows.ts';
import type { Sql } from './sqlite-driver.ts';

/** Every kind of case, which is also the name of its table. */
export const CASE_KINDS: readonly CaseKind[] = ['listing', 'need', 'interest', 'application'];

const account = { table: 'account', plain: ['id', 'source'], json: ['body'], key: 'id' };
const writeAccounts = rowWriter(account);
const writeNewAccounts = rowWriter({ ...account, keep: true });
const writeBatches = rowWriter({ table: 'batch', plain: ['id', 'source'], json: ['body'], key: 'id' });
const writeProfiles = rowWriter({
  table: 'profile',
  plain: ['id', 'account', 'version', 'discoverable', 'source'],
  json: ['body'],
  key: 'id',
});
const writeDrafts = rowWriter({
  table: 'draft',
  plain: ['id', 'account', 'purpose', 'listing', 'status', 'version', 'updated_at'],
  json: ['body'],
  key: 'id',
});
const CASE_COLUMNS = [
  ...['id', 'reference', 'version', 'track', 'status', 'sector', 'owner', 'bidder'],
  ...['listing', 'turn', 'source', 'status_since', 'created_at', 'submitted_at'],
];
const writeCases = new Map(
  CASE_KINDS.map((kind) => [kind, rowWriter({ table: kind, plain: CASE_COLUMNS, json: ['body'], key: 'id' })]),
);

/** Writes accounts; with `keep`, those already there stay as they are. */
export async function saveAccounts(sql: Sql, accounts: readonly Account[], keep = false): Promise<void> {
  const rows = accounts.map((body) => ({ id: body.id, source: body.source, body }));
  await (keep ? writeNewAccounts : writeAccounts)(sql, rows);
}

/** Writes batches of lists. */
export async function saveBatches(sql: Sql, batches: readonly Batch[]): Promise<void> {
  await writeBatches(
    sql,
    batches.map((body) => ({ id: body.id, source: body.source, body })),
  );
}

/** Writes profiles and what files they use. */
export async function saveProfiles(sql: Sql, profiles: readonly Profile[]): Promise<void> {
  const rows = profiles.map((body) => {
    const { id, account: owner, version, discoverable, source } = body;
    return { id, account: owner, version, discoverable, source, body };
  });
  await writeProfiles(sql, rows);
  await saveFileUses(sql, profiles);
}

/** Writes drafts and what files they use. */
export async function saveDrafts(sql: Sql, drafts: readonly Draft[]): Promise<void> {
  const rows = drafts.map((body) => {
    const { id, account: owner, purpose, listing, status, version, updatedAt } = body;
    return { id, account: owner, purpose, listing, status, version, updated_at: updatedAt, body };
  });
  await writeDrafts(sql, rows);
  await saveFileUses(sql, drafts);
}

/** Writes cases of all kinds and what files they use. */
export async function saveCases(sql: Sql, cases: readonly CaseRecord[]): Promise<void> {
  if (cases.length === 0) return;
  for (const [kind, write] of writeCases) {
    await write(sql, cases.filter((record) => record.kind === kind).map(caseRow));
  }
  await saveFileUses(sql, cases);
}

function caseRow(body: CaseRecord): object {
  const { id, reference, version, track, status, sector, owner, turn, source } = body;
  return {
    ...{ id, reference, version, track, status, sector, owner, turn, source, body },
    listing: body.kind === 'listing' ? null : body.listing,
    // 一家单位对一个榜只有一份有效申报: a unit is its credit code; without one, its account.
    bidder: body.kind === 'application' ? (body.organisation?.creditCode ?? owner) : null,
    status_since: body.statusSince,
    created_at: body.createdAt,
    submitted_at: body.submittedAt,
  };
}

/** Notes which files each record holds, undo steps included, so that a file is deleted with its last holder. */
async function saveFileUses(sql: Sql, records: readonly { readonly id: string }[]): Promise<void> {
  if (records.length === 0) return;
  const uses = records.flatMap((record) => filesIn(record).map((sha256) => ({ holder: record.id, sha256 })));
  const holders = JSON.stringify(records.map((record) => record.id));
  await sql.run('DELETE FROM file_use WHERE holder IN (SELECT value FROM json_each(?))', [holders]);
  await writeFileUses(sql, uses);
}

const writeFileUses = rowWriter({
  table: 'file_use',
  plain: ['holder', 'sha256'],
  json: [],
  key: 'holder, sha256',
  keep: true,
});

/** The sha256 of every stored file anywhere in a record. */
export function filesIn(record: unknown): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('sha256' in value && typeof value.sha256 === 'string') found.add(value.sha256);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(record);
  return [...found];
}
