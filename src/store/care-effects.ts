/** Writes of wishes, quiet hours, codes and colleagues, within the open transaction of a turn. */
import type { CareEffect } from '../conversation/care-types.ts';
import type { Effect } from '../conversation/reducer-types.ts';
import { botError } from '../errors.ts';
import type { Sql } from './sqlite-driver.ts';

const TYPES: readonly Effect['type'][] = [
  'save-care',
  'save-subscription',
  'delete-subscriptions',
  'announce',
  'save-code',
  'count-wrong-code',
  'join-draft',
  'leave-draft',
];

/** Wrong tries are counted for an hour at most; older rows say nothing any more. */
const TRIES_KEPT_MS = 24 * 3_600_000;

/** True for an effect that is written here. */
export function isCareEffect(effect: Effect): effect is CareEffect {
  return TYPES.includes(effect.type);
}

/** Writes one. Throws BotError `conflict` for an invitation that ended meanwhile. */
export async function saveCareEffect(sql: Sql, effect: CareEffect, account: string, now: string): Promise<void> {
  switch (effect.type) {
    case 'save-care':
      await sql.run(
        'INSERT INTO care (account, body) VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET body = excluded.body',
        [account, JSON.stringify(effect.settings)],
      );
      return;
    case 'save-subscription':
      await sql.run(
        'INSERT INTO subscription (id, account, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
        [effect.subscription.id, account, JSON.stringify(effect.subscription)],
      );
      return;
    case 'delete-subscriptions':
      await sql.run('DELETE FROM subscription WHERE account = ? AND id IN (SELECT value FROM json_each(?))', [
        account,
        JSON.stringify(effect.ids),
      ]);
      return;
    case 'announce':
      await sql.run(
        `INSERT INTO announced (account, listing, at) SELECT ?1, value, ?2 FROM json_each(?3) WHERE true
          ON CONFLICT DO NOTHING`,
        [account, now, JSON.stringify(effect.listings)],
      );
      return;
    case 'count-wrong-code':
      await sql.run('DELETE FROM code_try WHERE at < ?', [new Date(Date.parse(now) - TRIES_KEPT_MS).toISOString()]);
      await sql.run('INSERT INTO code_try (account, at) VALUES (?, ?)', [account, now]);
      return;
    case 'save-code':
      return saveCode(sql, effect, account, now);
    case 'join-draft':
      return joinDraft(sql, effect, account, now);
    case 'leave-draft':
      // The lead removes, or the colleague leaves; nobody else's row is touched.
      await sql.run(
        `DELETE FROM draft_colleague WHERE draft = ?1 AND account = ?2
          AND (?2 = ?3 OR draft IN (SELECT id FROM draft WHERE account = ?3))`,
        [effect.draft, effect.account, account],
      );
      return;
  }
}

/** One code at a time for a purpose. Should two people ever be given the same six digits, neither may use them. */
async function saveCode(
  sql: Sql,
  { hash, draft, until }: Extract<CareEffect, { type: 'save-code' }>,
  account: string,
  now: string,
): Promise<void> {
  await sql.run('DELETE FROM join_code WHERE until <= ?', [now]);
  if (draft === null) await sql.run('DELETE FROM join_code WHERE account = ? AND draft IS NULL', [account]);
  if ((await sql.run('DELETE FROM join_code WHERE code_hash = ?', [hash])) > 0) return;
  await sql.run('INSERT INTO join_code (code_hash, account, draft, until) VALUES (?, ?, ?, ?)', [
    hash,
    account,
    draft,
    until,
  ]);
}

async function joinDraft(
  sql: Sql,
  { hash, draft }: Extract<CareEffect, { type: 'join-draft' }>,
  account: string,
  now: string,
): Promise<void> {
  const used = await sql.run('DELETE FROM join_code WHERE code_hash = ? AND draft = ? AND until > ?', [
    hash,
    draft,
    now,
  ]);
  if (used !== 1) throw botError('conflict', 'the invitation was used or ended meanwhile', { retryable: true });
  await sql.run('INSERT INTO draft_colleague (draft, account, added_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
    draft,
    account,
    now,
  ]);
}
