/** A person's wish to be forgotten: everything of theirs goes, but for submitted papers, which the law keeps without them. */
import type { TurnResult } from '../ports/turn.ts';
import { leftBehind } from '../programme/left-behind.ts';
import type { AuditEntry, CaseRecord } from '../programme/records.ts';
import { ERASED, erasedMark } from '../programme/reference.ts';
import { appendAudit } from './audit-chain.ts';
import { forgetCalls } from './call-repository.ts';
import { deleteUnusedFiles, releaseFiles, releaseUploads } from './file-repository.ts';
import { deleteMentions } from './purge-words.ts';
import { CASE_KINDS, saveCases } from './record-rows.ts';
import type { Sql } from './sqlite-driver.ts';
import { oweWipe } from './wipe.ts';

/** Deletes the account of the turn within the open transaction; tells which seats were its own. */
export async function deleteAccount(
  sql: Sql,
  { account: { id }, turn }: TurnResult,
  now: string,
): Promise<readonly string[]> {
  const links = await sql.all<{ address: string; room: string; channel: string }>(
    `SELECT address, body->>'room' AS room, body->>'channel' AS channel FROM address_link WHERE account = ?`,
    [id],
  );
  const seats = links.map((link) => link.address);
  const kept = await deleteRecords(sql, id, { at: now, turn: turn.messages[0]?.turn ?? '' });
  await deleteNotices(sql, id, kept);
  await deleteTalk(
    sql,
    id,
    seats,
    turn.messages.map((message) => message.inbox),
  );
  const rooms = links.filter((link) => link.channel === 'web').map((link) => link.room);
  await sql.run('DELETE FROM web_session WHERE room IN (SELECT value FROM json_each(?))', [JSON.stringify(rooms)]);
  // Links, memberships, consents, drafts, profile, conversation and sessions go with the account (ON DELETE CASCADE).
  await forgetCalls(sql, id);
  await sql.run('DELETE FROM account WHERE id = ?', [id]);
  await releaseUploads(sql, seats);
  await deleteUnusedFiles(sql, now);
  await oweWipe(sql);
  return seats;
}

/** Tells the ids of the cases that stay. */
async function deleteRecords(
  sql: Sql,
  account: string,
  when: Pick<AuditEntry, 'at' | 'turn'>,
): Promise<readonly string[]> {
  const owned = await sql.all<{ body: string }>('SELECT body FROM case_record WHERE owner = ?', [account]);
  const cases = owned.map((row): CaseRecord => JSON.parse(row.body));
  const [kept, gone] = [cases.filter(mustStay), cases.filter((record) => !mustStay(record))];
  await saveCases(sql, kept.map(leftBehind));
  const held = await sql.all<{ id: string }>(
    'SELECT id FROM draft WHERE account = ?1 UNION ALL SELECT id FROM profile WHERE account = ?1',
    [account],
  );
  const holders = JSON.stringify([...gone, ...held].map((record) => record.id));
  for (const kind of CASE_KINDS) {
    await sql.run(`DELETE FROM ${kind} WHERE id IN (SELECT value FROM json_each(?))`, [holders]);
  }
  await releaseFiles(sql, holders);
  await appendAudit(
    sql,
    gone.filter((record) => record.submittedAt !== null).map((record) => erased(record, account, when)),
  );
  await deleteMentions(
    sql,
    gone.flatMap((record) => [record.id, record.reference]),
  );
  await sql.run(
    `DELETE FROM vector WHERE EXISTS
      (SELECT 1 FROM json_each(?) AS j WHERE vector.key >= j.value AND vector.key < j.value || '~')`,
    [holders],
  );
  return kept.map((record) => record.id);
}

/** Staff were told of a case by its number: the number, opened later, is known as one that was taken back and deleted. */
function erased(record: CaseRecord, actor: string, when: Pick<AuditEntry, 'at' | 'turn'>): AuditEntry {
  const object = { kind: record.kind, id: erasedMark(record.reference) };
  return { ...when, actor, action: ERASED, object, from: record.status, to: record.sector, reasonHash: null };
}

/** What others were told because of this person goes too, unless it is about a paper that stays. */
async function deleteNotices(sql: Sql, account: string, kept: readonly string[]): Promise<void> {
  const notices = await sql.all<{ n: number }>(
    `SELECT n FROM message WHERE caused_by = ?1 AND COALESCE(body->'reply'->'notice'->'case'->>'id', '')
      NOT IN (SELECT value FROM json_each(?2))`,
    [account, JSON.stringify(kept)],
  );
  const list = JSON.stringify(notices.map((row) => row.n));
  const among = 'n IN (SELECT value FROM json_each(?))';
  await sql.run(`DELETE FROM message WHERE ${among}`, [list]);
  await sql.run('UPDATE message SET caused_by = NULL WHERE caused_by = ?', [account]);
}

/** Papers handed in belong to the procedure; a withdrawn one has no further use. */
function mustStay(record: CaseRecord): boolean {
  return record.submittedAt !== null && record.status !== 'withdrawn';
}

/** Messages both ways, and the inbox rows; what was said after this turn began stays, as from a stranger. */
async function deleteTalk(
  sql: Sql,
  account: string,
  seats: readonly string[],
  handled: readonly number[],
): Promise<void> {
  const list = JSON.stringify(seats);
  // Deliveries go with their messages (ON DELETE CASCADE).
  await sql.run('DELETE FROM message WHERE address IN (SELECT value FROM json_each(?))', [list]);
  await sql.run(
    'DELETE FROM message WHERE account = ?1 AND address IN (SELECT address FROM past_link WHERE account = ?1)',
    [account],
  );
  await sql.run(
    `DELETE FROM inbox WHERE address IN (SELECT value FROM json_each(?1))
      AND (status <> 'open' OR id IN (SELECT value FROM json_each(?2)))`,
    [list, JSON.stringify(handled)],
  );
  // What the product's own clock wanted to say has nobody left to be said to.
  await sql.run(
    `DELETE FROM inbox WHERE address IN (SELECT value FROM json_each(?)) AND json_extract(body, '$.timer') IS NOT NULL`,
    [list],
  );
  await sql.run(`UPDATE inbox SET who = address WHERE address IN (SELECT value FROM json_each(?))`, [list]);
}
