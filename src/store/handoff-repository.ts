/** Wishes for a person: read by the desk, written with the turn that changes them. */
import type { PersonRequest } from '../conversation/person-request.ts';
import type { NoticeInfo } from '../conversation/say.ts';
import type { RequestRepository } from '../ports/store.ts';
import type { Database } from './database.ts';
import type { Sql } from './sqlite-driver.ts';

interface Row {
  readonly account: string;
  readonly body: string;
}

/** The longest list of waiting wishes read at once. */
const MOST = 200;

const UNDER = `SELECT o.key, m.body->'reply'->>'notice' AS notice FROM outbox AS o JOIN message AS m ON m.n = o.id
  WHERE o.receipt->>'ts' = ?1 AND o.receipt->>'channel' = ?2 AND m.body->'reply'->'notice' IS NOT NULL
  ORDER BY o.id DESC LIMIT 1`;

/** A notice about one version of a case says so in its key; whoever acts replaces it by one of the next version. */
const VERSION = /^notice:[^:]+:(\d+):/;

/** Makes the reads; wishes that wait for staff come first, then those answered, each oldest first. */
export function handoffRepository(database: Database): RequestRepository {
  return {
    request: async (id) => {
      const [row] = await database.read<Row>('SELECT account, body FROM handoff WHERE id = ?', [id]);
      return row ? requestOf(row) : null;
    },
    waiting: async () => {
      const rows = await database.read<Row>(
        `SELECT account, body FROM handoff WHERE status <> 'closed' ORDER BY status = 'answered', at LIMIT ${MOST}`,
      );
      return rows.map(requestOf);
    },
    noticeOf: async (room, thread) => {
      const [row] = await database.read<{ key: string; notice: string }>(UNDER, [thread, room]);
      if (!row) return null;
      const { case: about }: NoticeInfo = JSON.parse(row.notice);
      const version = VERSION.exec(row.key)?.[1];
      return version === undefined ? about : { ...about, version: Number(version) };
    },
  };
}

/** The account of the column counts: accounts may have been joined since. */
function requestOf({ account, body }: Row): PersonRequest {
  const request: PersonRequest = JSON.parse(body);
  return { ...request, account };
}

/** Writes a new wish within the open transaction. */
export async function insertHandoff(sql: Sql, request: PersonRequest): Promise<void> {
  const { id, account, version, status, at } = request;
  await sql.run(
    'INSERT INTO handoff (id, account, version, status, at, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    [id, account, version, status, at, JSON.stringify(request)],
  );
}

/** Writes a further version; one that is gone with its person stays gone. */
export async function updateHandoff(sql: Sql, request: PersonRequest): Promise<void> {
  const { id, version, status } = request;
  await sql.run('UPDATE handoff SET version = ?, status = ?, body = ? WHERE id = ?', [
    version,
    status,
    JSON.stringify(request),
    id,
  ]);
}

/** A message that was put aside is tried again, or left; a delivery that was left stays in its transcript. */
export async function settleMessage(
  sql: Sql,
  { box, id, retry }: { readonly box: 'inbox' | 'outbox'; readonly id: number; readonly retry: boolean },
  now: string,
): Promise<void> {
  if (box === 'inbox' && retry)
    await sql.run(`UPDATE inbox SET status = 'open', attempts = 0, reason = NULL WHERE id = ? AND status = 'parked'`, [
      id,
    ]);
  else if (box === 'inbox') await sql.run(`DELETE FROM inbox WHERE id = ? AND status = 'parked'`, [id]);
  else if (retry)
    await sql.run(
      `UPDATE outbox SET status = 'waiting', due_at = ?, reason = NULL, dismissed = 0 WHERE id = ? AND status = 'parked'`,
      [now, id],
    );
  else await sql.run(`UPDATE outbox SET dismissed = 1 WHERE id = ? AND status = 'parked'`, [id]);
}
