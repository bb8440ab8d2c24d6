/** A person who wrote in two channels becomes one account: a code given in the old one was typed in the new one. */

import type { Address } from '../conversation/address.ts';
import { botError } from '../errors.ts';
import { joinDrafts } from '../programme/join-drafts.ts';
import type { CaseRecord, Draft, Profile } from '../programme/records.ts';
import { joinCalls } from './call-repository.ts';
import { linkSeats } from './link-seats.ts';
import { saveCases, saveDrafts, saveProfiles } from './record-rows.ts';
import type { Sql } from './sqlite-driver.ts';

/** Two accounts and the code that joins them, used in `channel`. */
export interface Joining {
  readonly hash: string;
  readonly from: string;
  readonly into: string;
  readonly channel: string;
}

/**
 * Moves everything of `from` to `into` within the open transaction and forgets `from`. Throws BotError `conflict` when
 * the code was used meanwhile or either belongs to staff; then nothing has happened.
 */
export async function joinAccounts(sql: Sql, joining: Joining, now: string): Promise<void> {
  const { hash, from, into, channel } = joining;
  const used = await sql.run(
    'DELETE FROM join_code WHERE code_hash = ? AND account = ? AND draft IS NULL AND until > ?',
    [hash, into, now],
  );
  const moved = used === 1 && from !== into && !(await isStaff(sql, [from, into]));
  if (!moved) throw botError('conflict', 'the code was used or ended meanwhile', { retryable: true });
  await joinProfiles(sql, from, into);
  await joinAllDrafts(sql, from, into);
  await giveCases(sql, from, into);
  await giveRows(sql, from, into);
  await joinCalls(sql, from, into);
  await giveSeats(sql, from, into, now);
  // A turn of the old channel under way is run again on what is there now, and says that the talk goes on elsewhere.
  await sql.run(
    `UPDATE conversation SET version = version + 1, state = json_set(state, '$.joinedFrom', ?) WHERE account = ?`,
    [channel, into],
  );
  await sql.run('DELETE FROM account WHERE id = ?', [from]);
}

async function isStaff(sql: Sql, accounts: readonly string[]): Promise<boolean> {
  const rows = await sql.all(
    `SELECT 1 FROM membership WHERE account IN (SELECT value FROM json_each(?)) AND revoked_at IS NULL
      AND role IN ('viewer', 'reviewer', 'decider', 'admin') LIMIT 1`,
    [JSON.stringify(accounts)],
  );
  return rows.length > 0;
}

async function bodies<Row>(sql: Sql, statement: string, account: string): Promise<readonly Row[]> {
  return (await sql.all<{ body: string }>(statement, [account])).map((row): Row => JSON.parse(row.body));
}

/** One profile per person: what the newer one says wins, what only the older one says stays. */
async function joinProfiles(sql: Sql, from: string, into: string): Promise<void> {
  const read = (account: string) => bodies<Profile>(sql, 'SELECT body FROM profile WHERE account = ?', account);
  const [[theirs], [ours]] = [await read(from), await read(into)];
  if (!theirs) return;
  if (!ours) return saveProfiles(sql, [{ ...theirs, account: into, version: theirs.version + 1 }]);
  const [older, newer] = ours.updatedAt > theirs.updatedAt ? [theirs, ours] : [ours, theirs];
  const { id, version } = ours;
  await sql.run('DELETE FROM profile WHERE id = ?', [theirs.id]);
  await sql.run('DELETE FROM file_use WHERE holder = ?', [theirs.id]);
  await dropVectors(sql, theirs.id);
  await saveProfiles(sql, [
    { ...older, ...newer, id, account: into, version: version + 1, answers: { ...older.answers, ...newer.answers } },
  ]);
}

async function dropVectors(sql: Sql, id: string): Promise<void> {
  await sql.run(`DELETE FROM vector WHERE key >= ?1 AND key < ?1 || '~'`, [id]);
}

/** Drafts for the same thing become one; all others change hands as they are. */
async function joinAllDrafts(sql: Sql, from: string, into: string): Promise<void> {
  const read = (account: string) => bodies<Draft>(sql, 'SELECT body FROM draft WHERE account = ? ORDER BY id', account);
  const [theirs, ours] = [await read(from), await read(into)];
  const times = await timesOf(sql, [...theirs, ...ours]);
  for (const draft of theirs) {
    const same = ours.find((each) => isSame(each, draft));
    if (!same) {
      await saveDrafts(sql, [{ ...draft, account: into, version: draft.version + 1 }]);
      continue;
    }
    // The one that was handed in already keeps its case.
    const [kept, other] = same.case === null && draft.case !== null ? [draft, same] : [same, draft];
    const joined = joinDrafts(kept, other, (turn) => times.get(turn));
    await sql.run('DELETE FROM file_use WHERE holder = ?', [other.id]);
    await sql.run('UPDATE OR IGNORE draft_colleague SET draft = ? WHERE draft = ?', [kept.id, other.id]);
    await sql.run('DELETE FROM draft WHERE id = ?', [other.id]);
    await saveDrafts(sql, [{ ...joined, account: into }]);
  }
}

/** Two open forms for one list, or for one profile. Of two needs each is its own; two bids handed in stay two. */
function isSame(a: Draft, b: Draft): boolean {
  if (a.status !== 'open' || b.status !== 'open' || a.purpose !== b.purpose || a.form !== b.form) return false;
  if (a.purpose === 'need' || a.purpose === 'listing') return false;
  return a.listing === b.listing;
}

/** Message id → when it was said, for what the drafts were filled by. */
async function timesOf(sql: Sql, drafts: readonly Draft[]): Promise<ReadonlyMap<string, string>> {
  const turns = [...new Set(drafts.flatMap((draft) => Object.values(draft.filledBy)))];
  const rows = await sql.all<{ id: string; at: string }>(
    `SELECT id, at FROM message WHERE direction = 'in' AND id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(turns)],
  );
  return new Map(rows.map((row) => [row.id, row.at]));
}

async function giveCases(sql: Sql, from: string, into: string): Promise<void> {
  const cases = await bodies<CaseRecord>(sql, 'SELECT body FROM case_record WHERE owner = ?', from);
  await saveCases(
    sql,
    cases.map((record) => ({ ...record, owner: into, version: record.version + 1 })),
  );
}

/** Rows that only name the account; where the other has the same already, theirs stays. */
async function giveRows(sql: Sql, from: string, into: string): Promise<void> {
  for (const table of ['membership', 'consent', 'subscription', 'handoff']) {
    await sql.run(`UPDATE ${table} SET account = ?1, body = json_set(body, '$.account', ?1) WHERE account = ?2`, [
      into,
      from,
    ]);
  }
  for (const table of ['return_link', 'suggestion', 'code_try']) {
    await sql.run(`UPDATE ${table} SET account = ?1 WHERE account = ?2`, [into, from]);
  }
  for (const table of ['announced', 'draft_colleague', 'past_link', 'care']) {
    await sql.run(`UPDATE OR IGNORE ${table} SET account = ?1 WHERE account = ?2`, [into, from]);
  }
  // Nobody is their own colleague.
  await sql.run(
    'DELETE FROM draft_colleague WHERE account = ?1 AND draft IN (SELECT id FROM draft WHERE account = ?1)',
    [into],
  );
  await sql.run('UPDATE message SET account = ?1 WHERE account = ?2', [into, from]);
  await sql.run('UPDATE message SET caused_by = ?1 WHERE caused_by = ?2', [into, from]);
}

async function giveSeats(sql: Sql, from: string, into: string, now: string): Promise<void> {
  const seats = await bodies<Address>(sql, 'SELECT body FROM address_link WHERE account = ?', from);
  await linkSeats(
    sql,
    seats.map((address) => ({ address, account: into })),
    now,
  );
}
