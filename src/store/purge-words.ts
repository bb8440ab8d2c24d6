/** R41: a matter turned out to be secret. What was written about it goes from drafts, talk, notices and files at once. */
import type { CaseRecord } from '../programme/records.ts';
import { releaseFiles, releaseUploads } from './file-repository.ts';
import type { Sql } from './sqlite-driver.ts';
import { oweWipe } from './wipe.ts';

const SEATS = `SELECT address FROM address_link WHERE account = ?1
    UNION SELECT address FROM past_link WHERE account = ?1`;
const IS_NOTICE = `body->'reply'->'notice' IS NOT NULL`;

/** Forgets what the account said and was answered, within the open transaction, and nothing else; notices stay. */
export async function purgeMessages(sql: Sql, account: string): Promise<void> {
  await sql.run(`DELETE FROM message WHERE direction = 'in' AND (account = ?1 OR address IN (${SEATS}))`, [account]);
  await sql.run(`DELETE FROM message WHERE direction = 'out' AND account = ? AND NOT (${IS_NOTICE})`, [account]);
  await sql.run(`DELETE FROM inbox WHERE status = 'parked' AND address IN (${SEATS})`, [account]);
  await oweWipe(sql);
}

/** Forgets what the account said and was answered, and what was made of it, within the open transaction; notices about its cases stay. */
export async function purgeTalk(sql: Sql, account: string): Promise<void> {
  await purgeMessages(sql, account);
  // A wish for a person was passed on to staff word for word.
  await sql.run(`DELETE FROM message WHERE caused_by = ? AND NOT (${IS_NOTICE})`, [account]);
  await sql.run('DELETE FROM handoff WHERE account = ?', [account]);
  // What was looked for may have been saved as a wish.
  await sql.run(`DELETE FROM subscription WHERE account = ? AND body->>'words' <> ''`, [account]);
  const own = await sql.all<{ address: string }>(SEATS, [account]);
  await releaseUploads(
    sql,
    own.map((seat) => seat.address),
  );
}

/** Forgets the words behind a case whose record is emptied already; `actor` is whose turn emptied it, `words` what no message may say any more. */
export async function purgeCase(
  sql: Sql,
  record: CaseRecord,
  actor: string,
  words: readonly string[] = [],
): Promise<void> {
  const { id, reference, owner } = record;
  const drafts = await sql.all<{ id: string }>(`SELECT id FROM draft WHERE body->'case'->>'id' = ?`, [id]);
  const ids = drafts.map((draft) => draft.id);
  const others = await everOn(sql, ids);
  await deleteDrafts(sql, ids);
  await purgeOthers(sql, others, actor);
  if (owner !== null) {
    await emptyInterest(sql, record, owner);
    await purgeTalk(sql, owner);
    // A turn of theirs under way is run again on what is left; their open question was about words that are gone.
    if (owner !== actor) await sql.run('DELETE FROM conversation WHERE account = ?', [owner]);
  }
  if (record.kind === 'listing') await dropDrafts(sql, id, actor);
  await blankMessages(sql, [id, reference, ...words], reference);
  await oweWipe(sql);
}

/** Bids begun on a list and not handed in go with what was said about them. */
async function dropDrafts(sql: Sql, listing: string, actor: string): Promise<void> {
  const drafts = await sql.all<{ id: string; account: string }>('SELECT id, account FROM draft WHERE listing = ?', [
    listing,
  ]);
  const ids = drafts.map((draft) => draft.id);
  const others = await everOn(sql, ids);
  await deleteDrafts(sql, ids);
  const writers = drafts.map((draft) => draft.account);
  if (writers.includes(actor)) await purgeTalk(sql, actor);
  await purgeOthers(sql, [...writers, ...others], actor);
}

/** Who writes or ever wrote along on these drafts, also by an account joined with another since: the audit remembers who left. */
export async function everOn(sql: Sql, drafts: readonly string[]): Promise<readonly string[]> {
  if (drafts.length === 0) return [];
  const rows = await sql.all<{ account: string }>(
    `WITH RECURSIVE ever (account) AS (
      SELECT account FROM draft_colleague WHERE draft IN (SELECT value FROM json_each(?1))
      UNION SELECT to_status FROM audit WHERE object_id IN (SELECT value FROM json_each(?1)) AND action = 'join-draft'
      UNION SELECT a.to_status FROM ever AS e JOIN audit AS a ON a.action = 'join-account' AND a.from_status = e.account)
    SELECT account FROM ever WHERE account IS NOT NULL`,
    [JSON.stringify(drafts)],
  );
  return rows.map((row) => row.account);
}

/** The talk of everybody but `actor`; a turn of theirs under way is run again on what is left. */
export async function purgeOthers(sql: Sql, accounts: readonly string[], actor: string): Promise<void> {
  for (const account of new Set(accounts)) {
    if (account === actor) continue;
    await purgeTalk(sql, account);
    await sql.run('DELETE FROM conversation WHERE account = ?', [account]);
  }
}

/** Deletes drafts with their files, within the open transaction. */
async function deleteDrafts(sql: Sql, ids: readonly string[]): Promise<void> {
  const list = JSON.stringify(ids);
  await releaseFiles(sql, list);
  await sql.run('DELETE FROM draft WHERE id IN (SELECT value FROM json_each(?))', [list]);
}

/** A bid grew from an interest that says much the same. */
async function emptyInterest(sql: Sql, record: CaseRecord, owner: string): Promise<void> {
  if (record.kind !== 'application' || record.interest === null) return;
  await sql.run(
    `UPDATE interest SET body = json_set(body, '$.answers', json('{}'), '$.title', reference, '$.reason', NULL)
      WHERE id = ? AND owner = ?`,
    [record.interest, owner],
  );
}

/** Messages to others stay as rows, so that a platform's copy can still be changed in place, but say only the number. */
async function blankMessages(sql: Sql, names: readonly string[], left: string): Promise<void> {
  await sql.run(
    `UPDATE message SET body = json_set(body, '$.reply.text', ?1, '$.reply.buttons', json('[]'),
        '$.reply.cards', json('[]'), '$.reply.files', json('[]'), '$.commands', json('{}'))
      WHERE direction = 'out' AND ${NAMING}`,
    [left, asWritten(names)],
  );
  await sql.run(`UPDATE message SET body = json_set(body, '$.text', ?1) WHERE direction = 'in' AND ${NAMING}`, [
    left,
    asWritten(names),
  ]);
}

/** The names as they stand inside a JSON text. */
function asWritten(names: readonly string[]): string {
  return JSON.stringify(names.map((name) => JSON.stringify(name).slice(1, -1)));
}

/** Rows of `message` that name one of the ids or references of the list `?2`. */
const NAMING = 'EXISTS (SELECT 1 FROM json_each(?2) AS j WHERE instr(message.body, j.value) > 0)';

/** Deletes what staff were shown of cases that are gone. */
export async function deleteMentions(sql: Sql, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await sql.run(`DELETE FROM message WHERE direction = ?1 AND ${NAMING}`, ['out', JSON.stringify(names)]);
}
