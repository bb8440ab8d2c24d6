/** Outgoing messages as rows: one in the transcript, one in the outbox that points to it. */
import type { Outgoing } from '../ports/turn.ts';
import { rowWriter } from './insert-rows.ts';
import { seatOf } from './seat.ts';
import type { Sql } from './sqlite-driver.ts';

const writeMessages = rowWriter({
  table: 'message',
  plain: ['id', 'address', 'account', 'caused_by', 'direction', 'at', 'notice'],
  json: ['body'],
  key: 'id, address',
  keyWhere: `direction = 'out'`,
  keep: true,
});

// A delivery has the number of its message, so that looking from one to the other costs no index.
const WRITE_OUTBOX = `INSERT INTO outbox (id, key, address, updates, cancel_group, due_at, forget)
  SELECT m.n, j.value->>'key', m.address, j.value->>'updates', j.value->>'cancel_group', j.value->>'due_at', j.value->>'forget'
  FROM json_each(?) AS j JOIN message AS m
    ON m.id = j.value->>'message' AND m.address = j.value->>'address' AND m.direction = 'out'
  WHERE true ORDER BY j.key ON CONFLICT (id) DO NOTHING`;

/** What is deleted in this transaction: the last messages to it are forgotten as soon as they are sent. */
export interface Forgotten {
  readonly accounts: ReadonlySet<string>;
  readonly seats: ReadonlySet<string>;
  /** Accounts that became part of another: what they were answered is the other's. */
  readonly joined: ReadonlyMap<string, string>;
}

/** A message to send and the account whose turn made it; null when no turn did. */
export interface Caused {
  readonly out: Outgoing;
  readonly by: string | null;
}

const NOTHING: Forgotten = { accounts: new Set(), seats: new Set(), joined: new Map() };

/** Writes messages to send, in order; a key that is there already is refused silently. */
export async function saveOutgoing(sql: Sql, caused: readonly Caused[], forgotten = NOTHING): Promise<void> {
  const outgoing = caused.map((one) => one.out);
  const fresh = await unknownKeys(sql, outgoing);
  const rows = caused.filter(({ out }) => fresh.delete(out.key)).map((one) => rowsOf(one, forgotten));
  await writeMessages(
    sql,
    rows.map((row) => row.message),
  );
  if (rows.length > 0) await sql.run(WRITE_OUTBOX, [JSON.stringify(rows.map((row) => row.outbox))]);
  await hideReplaced(sql, outgoing);
}

async function unknownKeys(sql: Sql, outgoing: readonly Outgoing[]): Promise<Set<string>> {
  const keys = new Set(outgoing.map((out) => out.key));
  if (keys.size === 0) return keys;
  const list = JSON.stringify([...keys]);
  const known = await sql.all<{ key: string }>('SELECT key FROM outbox WHERE key IN (SELECT value FROM json_each(?))', [
    list,
  ]);
  for (const { key } of known) keys.delete(key);
  return keys;
}

function rowsOf({ out, by }: Caused, forgotten: Forgotten): { readonly message: object; readonly outbox: object } {
  const address = seatOf(out.to);
  const forget = forgotten.seats.has(address) || (out.account !== null && forgotten.accounts.has(out.account));
  const present = (id: string | null): string | null => (id === null ? null : (forgotten.joined.get(id) ?? id));
  const account = forget ? null : present(out.account);
  const { reply, commands, to } = out;
  const causer = present(by);
  const caused_by = causer !== null && causer !== account && !forgotten.accounts.has(causer) ? causer : null;
  const seen = { direction: 'out', at: out.dueAt, notice: reply.notice !== undefined };
  return {
    message: { id: reply.id, address, account, caused_by, ...seen, body: { reply, commands, to } },
    outbox: {
      ...{ key: out.key, address, message: reply.id, updates: out.updates, forget },
      cancel_group: out.group,
      due_at: out.dueAt,
    },
  };
}

async function hideReplaced(sql: Sql, outgoing: readonly Outgoing[]): Promise<void> {
  const replaced = outgoing.flatMap((out) => out.updates ?? []);
  if (replaced.length === 0) return;
  await sql.run(
    `UPDATE message SET replaced = 1 WHERE n IN
      (SELECT id FROM outbox WHERE key IN (SELECT value FROM json_each(?)))`,
    [JSON.stringify(replaced)],
  );
}
