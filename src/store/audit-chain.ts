/** The audit as a chain: each row carries the hash of the one before, so that a changed or missing row shows. */
import { createHash } from 'node:crypto';
import type { AuditEntry } from '../programme/records.ts';
import type { Database } from './database.ts';
import { rowWriter } from './insert-rows.ts';
import type { Sql } from './sqlite-driver.ts';

/** What the first row is chained to. */
export const CHAIN_START = '0'.repeat(64);

/** One audit row as the table has it. */
export interface AuditRow {
  readonly n: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly from_status: string | null;
  readonly to_status: string | null;
  readonly reason_hash: string | null;
  readonly turn: string;
  readonly prev_hash: string;
  readonly hash: string;
}

/** What checking the chain found: `brokenAt` is the first row that does not fit, `head` the last hash, to be kept outside. */
export interface AuditVerdict {
  readonly rows: number;
  readonly head: string;
  readonly brokenAt: number | null;
}

const COLUMNS = [
  ...['at', 'actor', 'action', 'object_kind', 'object_id', 'from_status', 'to_status', 'reason_hash'],
  ...['turn', 'prev_hash', 'hash'],
];
const writeAudit = rowWriter({ table: 'audit', plain: COLUMNS, json: [], key: null });

/** Appends entries within the open transaction, chained to the last committed row. */
export async function appendAudit(sql: Sql, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const [last] = await sql.all<{ hash: string }>('SELECT hash FROM audit ORDER BY n DESC LIMIT 1');
  let prev = last?.hash ?? CHAIN_START;
  const rows = entries.map((entry) => {
    const hash = seal(prev, entry);
    const row = { ...columnsOf(entry), prev_hash: prev, hash };
    prev = hash;
    return row;
  });
  await writeAudit(sql, rows);
}

/** The entry a row was written from. */
export function entryOf(row: AuditRow): AuditEntry {
  return {
    at: row.at,
    actor: row.actor,
    action: row.action,
    object: { kind: row.object_kind, id: row.object_id },
    from: row.from_status,
    to: row.to_status,
    reasonHash: row.reason_hash,
    turn: row.turn,
  };
}

/** Walks the whole chain in pages. Truncation and a rolled-back file show only against a `head` kept elsewhere. */
export async function verifyAudit(database: Database): Promise<AuditVerdict> {
  let [rows, head, after] = [0, CHAIN_START, 0];
  for (;;) {
    const page = await database.read<AuditRow>('SELECT * FROM audit WHERE n > ? ORDER BY n LIMIT 1000', [after]);
    for (const row of page) {
      // Ids are given without gaps, so a row taken out together with a re-made chain still leaves a hole.
      const fits = row.prev_hash === head && row.hash === seal(head, entryOf(row)) && row.n === after + 1;
      if (!fits) return { rows, head, brokenAt: row.n };
      [rows, head, after] = [rows + 1, row.hash, row.n];
    }
    if (page.length < 1000) return { rows, head, brokenAt: null };
  }
}

/** sha256 over the previous hash and the row's columns in their fixed order: an array has one JSON form only. */
function seal(prev: string, entry: AuditEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([prev, ...Object.values(columnsOf(entry))]))
    .digest('hex');
}

function columnsOf({ at, actor, action, object, from, to, reasonHash, turn }: AuditEntry) {
  const change = { from_status: from, to_status: to, reason_hash: reasonHash, turn };
  return { at, actor, action, object_kind: object.kind, object_id: object.id, ...change };
}
