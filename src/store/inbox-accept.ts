/** Putting messages on disk, so that a platform may be told they arrived. */
import { createHash } from 'node:crypto';
import type { RandomId } from '../ports/clock.ts';
import type { Inbound } from '../ports/message.ts';
import { rowWriter } from './insert-rows.ts';
import { seatOf } from './seat.ts';
import type { Sql } from './sqlite-driver.ts';

// Rows go in in their order, so ids are the order of handling; a known seat queues with its account.
const ACCEPT = `INSERT INTO inbox (turn, address, who, received_at, body)
  SELECT j.value->>'turn', j.value->>'address', COALESCE(l.account, j.value->>'address'),
    j.value->>'received_at', j.value->'body'
  FROM json_each(?) AS j LEFT JOIN address_link AS l ON l.address = j.value->>'address' ORDER BY j.key`;

const writeKeys = rowWriter({ table: 'inbox_key', plain: ['key'], json: [], key: 'key', keep: true });

/** Stores delivered batches, each in the platform's order; a message with any key seen before is left out. */
export async function acceptBatches(
  sql: Sql,
  batches: readonly (readonly Inbound[])[],
  randomId: RandomId,
): Promise<void> {
  const messages = batches.flatMap((batch) => [...batch].sort((a, b) => a.sequence - b.sequence));
  const keyed = messages.map((message) => ({ message, keys: message.keys.map(keyHash) }));
  const seen = await knownKeys(
    sql,
    keyed.flatMap((one) => one.keys),
  );
  const fresh = keyed.filter(({ keys }) => {
    const duplicate = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !duplicate;
  });
  if (fresh.length === 0) return;
  await sql.run(ACCEPT, [JSON.stringify(fresh.map(({ message }) => inboxRow(message, randomId())))]);
  const keys = new Set(fresh.flatMap((one) => one.keys));
  await writeKeys(
    sql,
    [...keys].map((key) => ({ key })),
  );
}

async function knownKeys(sql: Sql, keys: readonly string[]): Promise<Set<string>> {
  const known = await sql.all<{ key: string }>(
    'SELECT key FROM inbox_key WHERE key IN (SELECT value FROM json_each(?))',
    [JSON.stringify(keys)],
  );
  return new Set(known.map((row) => row.key));
}

function inboxRow(message: Inbound, turn: string) {
  return {
    turn,
    address: seatOf(message.address),
    received_at: message.receivedAt,
    body: message,
  };
}

/** Keys outlive a person's deletion, to refuse late redeliveries: so only their hash is kept. */
function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}
