/** Staff accounts: granted, linked and revoked, each with its audit row in the same transaction. */
import type { StaffRepository } from '../ports/store.ts';
import { appendAudit } from './audit-chain.ts';
import type { Database } from './database.ts';
import { rowWriter } from './insert-rows.ts';
import { linkSeats } from './link-seats.ts';
import { saveAccounts } from './record-rows.ts';
import type { Sql } from './sqlite-driver.ts';

const writeMemberships = rowWriter({
  table: 'membership',
  plain: ['id', 'account', 'role', 'revoked_at'],
  json: ['body'],
  key: 'id',
});

/** Makes the staff repository. */
export function staffRepository(database: Database): StaffRepository {
  return {
    add: (account, body, audit) =>
      database.write(async (sql) => {
        await saveAccounts(sql, [account]);
        const { id, role, revokedAt } = body;
        await writeMemberships(sql, [{ id, account: account.id, role, revoked_at: revokedAt, body }]);
        await appendAudit(sql, [audit]);
      }),
    revoke: (account, at, audit) =>
      database.write(async (sql) => {
        await endAll(sql, account, at);
        await appendAudit(sql, [audit]);
      }),
    link: (address, account, audit) =>
      database.write(async (sql) => {
        await linkSeats(sql, [{ address, account }], audit.at);
        await appendAudit(sql, [audit]);
      }),
  };
}

async function endAll(sql: Sql, account: string, at: string): Promise<void> {
  await sql.run(
    `UPDATE membership SET revoked_at = ?1, body = json_set(body, '$.revokedAt', ?1) WHERE account = ?2 AND revoked_at IS NULL`,
    [at, account],
  );
  await sql.run(`UPDATE inbox SET who = address WHERE who = ? AND status = 'open'`, [account]);
  await sql.run('DELETE FROM web_session WHERE staff = ?', [account]);
  await sql.run('DELETE FROM owner_link WHERE account = ?', [account]);
  await sql.run('DELETE FROM return_link WHERE account = ?', [account]);
  await sql.run(
    'INSERT INTO past_link SELECT account, address FROM address_link WHERE account = ? ON CONFLICT DO NOTHING',
    [account],
  );
  await sql.run('DELETE FROM address_link WHERE account = ?', [account]);
}
