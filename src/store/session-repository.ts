/** Web sessions, return links and one-time staff links; of every secret only the hash is here. */
import type { SessionRepository } from '../ports/store.ts';
import type { Database } from './database.ts';
import { linkSeats } from './link-seats.ts';

/** Makes the session repository. */
export function sessionRepository(database: Database): SessionRepository {
  const write = async (statement: string, params: readonly (string | number | null)[]): Promise<void> => {
    await database.write((sql) => sql.run(statement, params));
  };
  return {
    open: ({ secretHash, room, staff, at, until, joined = false }) =>
      write(
        `INSERT INTO web_session (secret_hash, room, staff, opened_at, until, joined) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (secret_hash) DO UPDATE SET until = excluded.until`,
        [secretHash, room, staff, at.toISOString(), until.toISOString(), joined ? 1 : 0],
      ),
    find: async (secretHash, now) => {
      const [row] = await database.read<{ room: string; staff: string | null }>(
        'SELECT room, staff FROM web_session WHERE secret_hash = ? AND until > ?',
        [secretHash, now.toISOString()],
      );
      return row ?? null;
    },
    close: (secretHash) => write('DELETE FROM web_session WHERE secret_hash = ?', [secretHash]),
    accountOfReturnLink: async (tokenHash) => {
      const [row] = await database.read<{ account: string }>('SELECT account FROM return_link WHERE token_hash = ?', [
        tokenHash,
      ]);
      return row?.account ?? null;
    },
    link: (address, account, at) => database.write((sql) => linkSeats(sql, [{ address, account }], at.toISOString())),
    addOwnerLink: (tokenHash, account, until) =>
      write('INSERT INTO owner_link (token_hash, account, until) VALUES (?, ?, ?)', [
        tokenHash,
        account,
        until.toISOString(),
      ]),
    useOwnerLink: (tokenHash, now) =>
      database.write(async (sql) => {
        const [row] = await sql.all<{ account: string }>(
          'UPDATE owner_link SET used_at = ?1 WHERE token_hash = ?2 AND used_at IS NULL AND until > ?1 RETURNING account',
          [now.toISOString(), tokenHash],
        );
        return row?.account ?? null;
      }),
  };
}
