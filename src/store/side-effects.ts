/** The rarer effects of a turn, one statement each, in the order the turn gave them. */
import type { Effect } from '../conversation/reducer-types.ts';
import type { TurnResult } from '../ports/turn.ts';
import { deleteAccount } from './delete-account.ts';
import type { Forgotten } from './outbox-rows.ts';
import { purgeCase, purgeTalk } from './purge-words.ts';
import type { Sql } from './sqlite-driver.ts';

/** Applies them within the open transaction; tells what was deleted. */
export async function applySideEffects(sql: Sql, results: readonly TurnResult[], now: string): Promise<Forgotten> {
  const accounts = new Set<string>();
  const seats = new Set<string>();
  for (const result of results) {
    for (const effect of result.effects) {
      if (effect.type === 'delete-account') {
        accounts.add(result.account.id);
        for (const seat of await deleteAccount(sql, result, now)) seats.add(seat);
      } else {
        await applyOne(sql, effect, result.account.id, now);
      }
    }
  }
  return { accounts, seats };
}

async function applyOne(sql: Sql, effect: Effect, account: string, now: string): Promise<void> {
  switch (effect.type) {
    case 'save-case':
      if (effect.action === 'mark-offline') await purgeCase(sql, effect.record, account);
      return;
    case 'forget-talk':
      await purgeTalk(sql, account);
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
      await sql.run('DELETE FROM return_link WHERE account = ?', [account]);
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
      await sql.run('INSERT INTO handoff (account, at, body) VALUES (?, ?, ?)', [
        account,
        now,
        JSON.stringify({ text: effect.text }),
      ]);
      return;
    default:
      // Replies and tells are outgoing, audit effects are audit rows, records are written as sets.
      return;
  }
}

/** Takes unsent deliveries back; what a platform already has stays where it is. */
async function cancelGroup(sql: Sql, group: string): Promise<void> {
  // The delivery goes with its message (ON DELETE CASCADE).
  await sql.run(
    `DELETE FROM message WHERE n IN (SELECT id FROM outbox WHERE cancel_group = ? AND status = 'waiting')`,
    [group],
  );
}
