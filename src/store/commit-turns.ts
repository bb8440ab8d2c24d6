/** One transaction for all turns that wait: records, conversations, transcript, audit, outbox, inbox marks. */
import type { TurnResult } from '../ports/turn.ts';
import type { Account, CaseRecord, Draft, Profile } from '../programme/records.ts';
import { appendAudit } from './audit-chain.ts';
import { rowWriter } from './insert-rows.ts';
import { linkSeats, type SeatLink } from './link-seats.ts';
import { saveOutgoing } from './outbox-rows.ts';
import { saveAccounts, saveCases, saveDrafts, saveProfiles } from './record-rows.ts';
import { seatOf } from './seat.ts';
import { applySideEffects } from './side-effects.ts';
import type { Sql } from './sqlite-driver.ts';
import { refusedUnits, type Unit } from './turn-checks.ts';

const writeConversations = rowWriter({
  table: 'conversation',
  plain: ['account', 'version'],
  json: ['state'],
  key: 'account',
});
const writeSaid = rowWriter({
  table: 'message',
  plain: ['id', 'address', 'account', 'direction', 'at'],
  json: ['body'],
  key: null,
});

/** Writes every unit whose ground has not moved; the others are refused with BotError `conflict`. */
export async function commitUnits(sql: Sql, units: readonly Unit[], now: string): Promise<ReadonlyMap<Unit, Error>> {
  const refused = await refusedUnits(sql, units);
  const results = units.filter((unit) => !refused.has(unit)).flat();
  if (results.length > 0) await writeResults(sql, results, now);
  return refused;
}

async function writeResults(sql: Sql, results: readonly TurnResult[], now: string): Promise<void> {
  await saveAccounts(sql, latest(results.map((result) => result.account)), true);
  await writeRecords(sql, results);
  await linkSeats(sql, linksOf(results), now);
  await writeConversations(sql, latest(results.map(conversationRow), 'account'));
  await writeSaid(sql, results.flatMap(saidRows));
  const forgotten = await applySideEffects(sql, results, now);
  await appendAudit(
    sql,
    results.flatMap((result) => result.audit),
  );
  await saveOutgoing(
    sql,
    results.flatMap(({ outgoing, account }) => outgoing.map((out) => ({ out, by: account.id }))),
    forgotten,
  );
  await closeInbox(sql, results);
}

async function writeRecords(sql: Sql, results: readonly TurnResult[]): Promise<void> {
  const accounts: Account[] = [];
  const cases: CaseRecord[] = [];
  const profiles: Profile[] = [];
  const drafts = new Map<string, Draft | null>();
  for (const effect of results.flatMap((result) => result.effects)) {
    if (effect.type === 'save-account') accounts.push(effect.account);
    else if (effect.type === 'save-case') cases.push(effect.record);
    else if (effect.type === 'save-profile') profiles.push(effect.profile);
    else if (effect.type === 'save-draft') drafts.set(effect.draft.id, effect.draft);
    else if (effect.type === 'delete-draft') drafts.set(effect.id, null);
  }
  await saveAccounts(sql, latest(accounts));
  // Freed places first: a discarded draft makes room for a new one of the same list.
  await deleteDrafts(
    sql,
    [...drafts].filter(([, draft]) => draft === null).map(([id]) => id),
  );
  const kept = [...drafts.values()].filter((draft) => draft !== null);
  await saveDrafts(
    sql,
    closedFirst(kept, (draft) => draft.status !== 'open'),
  );
  await saveCases(
    sql,
    closedFirst(latest(cases), (record) => record.status === 'withdrawn'),
  );
  await saveProfiles(sql, latest(profiles));
}

async function deleteDrafts(sql: Sql, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const list = JSON.stringify(ids);
  await sql.run('DELETE FROM file_use WHERE holder IN (SELECT value FROM json_each(?))', [list]);
  await sql.run('DELETE FROM draft WHERE id IN (SELECT value FROM json_each(?))', [list]);
}

function linksOf(results: readonly TurnResult[]): readonly SeatLink[] {
  return results.flatMap((result) => (result.link ? [{ address: result.link, account: result.account.id }] : []));
}

function conversationRow({ account, turn, state }: TurnResult) {
  return { account: account.id, version: turn.version + 1, state };
}

function saidRows({ account, turn, said }: TurnResult): readonly object[] {
  const turns = new Map(turn.messages.map((message) => [message.inbox, message.turn]));
  return said.map((one) => ({
    id: turns.get(one.inbox) ?? `inbox-${one.inbox}`,
    address: seatOf(one.address),
    account: account.id,
    direction: 'in',
    at: one.at,
    body: { text: one.text, messageId: one.messageId },
  }));
}

async function closeInbox(sql: Sql, results: readonly TurnResult[]): Promise<void> {
  const ids = results.flatMap((result) => result.turn.messages.map((message) => message.inbox));
  await sql.run('DELETE FROM inbox WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]);
}

/** The last of each key, for writing a set in one statement. */
function latest<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[];
function latest<Key extends string, Row extends Readonly<Record<Key, string>>>(
  rows: readonly Row[],
  key: Key,
): readonly Row[];
function latest(rows: readonly Readonly<Record<string, unknown>>[], key = 'id'): readonly object[] {
  return [...new Map(rows.map((row) => [row[key], row])).values()];
}

function closedFirst<Row>(rows: readonly Row[], closed: (row: Row) => boolean): readonly Row[] {
  return [...rows].sort((a, b) => Number(closed(b)) - Number(closed(a)));
}
