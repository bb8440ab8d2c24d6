/** What has to be sent, in order per seat, and what became of it. */
import type { Address } from '../conversation/address.ts';
import type { Receipt, Reply } from '../ports/channel.ts';
import type { Delivery, TurnRepository } from '../ports/turn.ts';
import type { Database } from './database.ts';
import { groupWriter } from './group-write.ts';
import { seatOf } from './seat.ts';
import type { Sql } from './sqlite-driver.ts';
import { oweWipe } from './wipe.ts';

interface WaitingRow {
  readonly id: number;
  readonly key: string;
  readonly attempts: number;
  readonly body: string;
  readonly receipt: string | null;
}

/** A row that holds up later ones of its seat at time `at`. One that waits for its first due time (the 10 s in which
 * staff may take an act back) holds up nobody: people's own answers do not wait behind it. */
const held = (at: string): string => `EXISTS (SELECT 1 FROM outbox AS e
  WHERE e.address = o.address AND e.status = 'waiting' AND e.id < o.id AND (e.due_at <= ${at} OR e.reason IS NOT NULL))`;

/** Rows to send now. The plus keeps rows of long ago out of it: without, the whole table is walked in the order of ids. */
export const DUE = `SELECT o.id, o.key, o.attempts, m.body, u.receipt FROM outbox AS o
  JOIN message AS m ON m.n = o.id
  LEFT JOIN outbox AS u ON u.key = o.updates
  WHERE o.status = 'waiting' AND o.due_at <= ?1 AND NOT ${held('?1')}
    AND (?3 IS NULL OR (o.address >= ?3 AND o.address < ?3 || '~'))
  ORDER BY +o.id LIMIT ?2`;

/** When the next row is due. */
export const NEXT = `SELECT o.due_at FROM outbox AS o
  WHERE o.status = 'waiting' AND NOT ${held('o.due_at')} ORDER BY o.due_at LIMIT 1`;

const NOTICES = `SELECT COUNT(*) AS n FROM outbox AS o
  JOIN message AS m ON m.n = o.id
  WHERE o.address = ? AND o.status = 'waiting' AND m.notice = 1`;

/** What became of a row; fields left out stay as they are. */
interface Mark {
  readonly id: number;
  readonly status?: 'sent' | 'parked';
  readonly due_at?: string;
  readonly sent_at?: string;
  readonly receipt?: Receipt;
  /** Why it waits or failed. */
  readonly reason: string | null;
}

// Only a waiting row changes: one that staff took back meanwhile is gone, and nothing is sent twice.
const MARK = `UPDATE outbox SET
    status = COALESCE(j.value->>'status', status),
    due_at = COALESCE(j.value->>'due_at', due_at),
    sent_at = j.value->>'sent_at',
    receipt = j.value->'receipt',
    reason = j.value->>'reason',
    attempts = attempts + (COALESCE(j.value->>'status', '') = 'parked')
  FROM json_each(?) AS j WHERE outbox.id = j.value->>'id' AND outbox.status = 'waiting'`;

/** The outbox half of the turn repository. */
export type OutboxQueue = Pick<
  TurnRepository,
  'due' | 'delivered' | 'postpone' | 'fail' | 'failed' | 'nextDue' | 'noticesWaiting'
>;

/** Makes the outbox queue; marks that wait together share a transaction. `wipe` clears what a deletion left on disk. */
export function outboxQueue(database: Database, wipe: () => Promise<void>): OutboxQueue {
  let forgot = false;
  const write = groupWriter<Mark>(database, async (sql, marks) => {
    forgot = (await writeMarks(sql, marks)) || forgot;
    return new Map();
  });
  const mark = async (row: Mark): Promise<void> => {
    await write(row);
    if (!forgot) return;
    forgot = false;
    await wipe();
  };
  return {
    due: async (now, limit, channel) => {
      const prefix = channel === undefined ? null : `${channel}\u001f`;
      return (await database.read<WaitingRow>(DUE, [now.toISOString(), limit, prefix])).map(delivery);
    },
    delivered: (id, receipt, at) => mark({ id, status: 'sent', sent_at: at.toISOString(), receipt, reason: null }),
    postpone: (id, until, reason) => mark({ id, due_at: until.toISOString(), reason }),
    fail: (id, reason) => mark({ id, status: 'parked', reason }),
    failed: () => failedRows(database),
    nextDue: async () => {
      const [row] = await database.read<{ due_at: string }>(NEXT);
      return row ? new Date(row.due_at) : null;
    },
    noticesWaiting: async (to) => {
      const [row] = await database.read<{ n: number }>(NOTICES, [seatOf(to)]);
      return row?.n ?? 0;
    },
  };
}

/** A return link opens somebody's papers: its secret is taken out of the transcript once it was sent and there was time to see it. */
const LINK_MINUTES = 10;
const HIDE_LINKS = `UPDATE message SET body = json_remove(body, '$.reply.link')
  WHERE substr(body->'reply'->>'link', 1, 3) = '/r/'
    AND n IN (SELECT o.id FROM outbox AS o WHERE o.id = message.n AND o.status = 'sent' AND o.sent_at < ?)`;

/** Takes secrets of return links sent before `now` less ten minutes out of the transcript. */
export async function hideOldLinks(sql: Sql, now: Date): Promise<void> {
  await sql.run(HIDE_LINKS, [new Date(now.getTime() - LINK_MINUTES * 60_000).toISOString()]);
}

/** True when the last message to a deleted person went, and its rows with it. */
async function writeMarks(sql: Sql, marks: readonly Mark[]): Promise<boolean> {
  await sql.run(MARK, [JSON.stringify(marks)]);
  const done = JSON.stringify(marks.filter((mark) => mark.status).map((mark) => mark.id));
  const gone = await sql.run(
    'DELETE FROM message WHERE n IN (SELECT id FROM outbox WHERE forget = 1 AND id IN (SELECT value FROM json_each(?)))',
    [done],
  );
  if (gone > 0) await oweWipe(sql);
  const latest = marks
    .map((mark) => mark.sent_at ?? '')
    .toSorted()
    .at(-1);
  if (latest) await hideOldLinks(sql, new Date(latest));
  return gone > 0;
}

function delivery(row: WaitingRow): Delivery {
  const { reply, to }: { reply: Reply; to: Address } = JSON.parse(row.body);
  const updates: Receipt | null = row.receipt === null ? null : JSON.parse(row.receipt);
  return { id: row.id, key: row.key, to, reply, attempts: row.attempts, updates };
}

async function failedRows(database: Database) {
  const rows = await database.read<{ id: number; body: string; reason: string | null; due_at: string }>(
    `SELECT o.id, m.body, o.reason, o.due_at FROM outbox AS o
      JOIN message AS m ON m.n = o.id WHERE o.status = 'parked' AND o.dismissed = 0 ORDER BY o.id`,
  );
  return rows.map((row) => {
    const { to }: { to: Address } = JSON.parse(row.body);
    return { id: row.id, address: to, reason: row.reason ?? '', at: row.due_at };
  });
}
