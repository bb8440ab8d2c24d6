/** The rarer effects of a turn, one statement each, in the order the turn gave them. */
import type { Effect } from '../conversation/reducer-types.ts';
import type { TurnResult } from '../ports/turn.ts';
import { isCareEffect, saveCareEffect } from './care-effects.ts';
import { deleteAccount } from './delete-account.ts';
import { insertHandoff, settleMessage, updateHandoff } from './handoff-repository.ts';
import { joinAccounts } from './join-accounts.ts';
import type { Forgotten } from './outbox-rows.ts';
import { everOn, purgeCase, purgeMessages, purgeOthers, purgeTalk } from './purge-words.ts';
import type { Sql } from './sqlite-driver.ts';

/** Applies them within the open transaction; tells what was deleted. */
export async function applySideEffects(sql: Sql, results: readonly TurnResult[], now: string): Promise<Forgotten> {
  const accounts = new Set<string>();
  const seats = new Set<string>();
  const joined = new Map<string, string>();
  for (const result of results) {
    for (const effect of result.effects) {
      if (effect.type === 'delete-account') {
        accounts.add(result.account.id);
        for (const seat of await deleteAccount(sql, result, now)) seats.add(seat);
      } else if (effect.type === 'join-account') {
        await joinAccounts(sql, { ...effect, from: result.account.id }, now);
        joined.set(result.account.id, effect.into);
      } else if (isCareEffect(effect)) {
        await saveCareEffect(sql, effect, result.account.id, now);
      } else {
        await applyOne(sql, effect, result.account.id, now);
      }
    }
  }
  return { accounts, seats, joined };
}

async function applyOne(sql: Sql, effect: Effect, account: string, now: string): Promise<void> {
  switch (effect.type) {
    case 'save-case':
      if (effect.action === 'mark-offline') await purgeCase(sql, effect.record, account, effect.forget ?? []);
      return;
    case 'forget-talk':
      if (effect.messages) return purgeMessages(sql, account);
      await purgeTalk(sql, account);
      await purgeOthers(sql, [...(effect.colleagues ?? []), ...(await everOn(sql, effect.drafts ?? []))], account);
      return;
    case 'save-consent': {
      const { kind, at } = effect.consent;
      const body = JSON.stringify(effect.consent);
      await sql.run('INSERT INTO consent (account, kind, at, body) VALUES (?, ?, ?, ?)', [account, kind, at, body]);
      return;
    }
    case 'withdraw-consent':
      await sql.run('UPDATE consent SET withdrawn_at = ? WHERE account = ? AND kind = ? AND withdrawn_at IS NULL', [
        now,
        account,
        effect.kind,
      ]);
      return;
    case 'save-return-link':
      await sql.run(
        'INSERT INTO return_link (token_hash, account, made_at) VALUES (?, ?, ?) ON CONFLICT (token_hash) DO NOTHING',
        [effect.tokenHash, account, now],
      );
      return;
    case 'revoke-return-links':
      await revokeLinks(sql, account, effect.keep ?? null);
      return;
    case 'cancel-group':
      await cancelGroup(sql, effect.group);
      return;
    case 'log-suggestion':
      await sql.run('INSERT INTO suggestion (account, at, purpose, listings) VALUES (?, ?, ?, ?)', [
        account,
        now,
        effect.purpose,
        JSON.stringify(effect.listings),
      ]);
      return;
    case 'handoff':
      await insertHandoff(sql, effect.request);
      return;
    case 'save-request':
      await updateHandoff(sql, effect.request);
      return;
    case 'settle-message':
      await settleMessage(sql, effect, now);
      return;
    default:
      // Replies and tells are outgoing, audit effects are audit rows, records are written as sets.
      return;
  }
}

/** The links open nothing any more, and the browsers they let in are signed out but for the one in hand. */
async function revokeLinks(sql: Sql, account: string, keep: string | null): Promise<void> {
  await sql.run('DELETE FROM return_link WHERE account = ?', [account]);
  await sql.run(
    `DELETE FROM web_session WHERE joined = 1 AND staff IS NULL AND secret_hash IS NOT ?2
      AND room IN (SELECT body->>'room' FROM address_link WHERE account = ?1 AND body->>'channel' = 'web')`,
    [account, keep],
  );
}

/** Takes unsent deliveries back; what a platform already has stays where it is. */
async function cancelGroup(sql: Sql, group: string): Promise<void> {
  // The delivery goes with its message (ON DELETE CASCADE).
  await sql.run(
    `DELETE FROM message WHERE n IN (SELECT id FROM outbox WHERE cancel_group = ? AND status = 'waiting')`,
    [group],
  );
}
