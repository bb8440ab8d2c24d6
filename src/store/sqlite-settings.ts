/** The settings a connection must run with; read back, because SQLite ignores what it cannot do without a word. */
import { botError } from '../errors.ts';
import { one, type SqliteConnection } from './sqlite-driver.ts';

/** Sets journal, durability and safety, and reads them back. Throws BotError `store` when one did not take. */
export async function applySettings(sql: SqliteConnection, inMemory: boolean): Promise<void> {
  const wanted: readonly (readonly [string, string, string | number])[] = [
    ['busy_timeout', '5000', 5000],
    ['journal_mode', 'WAL', inMemory ? 'memory' : 'wal'],
    ['synchronous', 'FULL', 2],
    ['foreign_keys', 'ON', 1],
    ['secure_delete', 'ON', 1],
    ['temp_store', 'MEMORY', 2],
    ['trusted_schema', 'OFF', 0],
    // Random keys touch many pages: room for them in memory and in the journal keeps old history from slowing new messages.
    ['cache_size', '-32000', -32000],
    ['wal_autocheckpoint', '8000', 8000],
  ];
  for (const [name, setting, expected] of wanted) {
    await sql.script(`PRAGMA ${name}=${setting}`);
    const row = await one<Readonly<Record<string, string | number>>>(sql, `PRAGMA ${name}`);
    const [actual] = Object.values(row);
    if (actual !== expected) {
      throw botError(
        'store',
        `the database refuses the setting ${name}=${setting} (it stays ${actual}); is it on a network drive?`,
      );
    }
  }
}

/** Checks the whole file's structure. Throws BotError `store` when something is damaged. */
export async function quickCheck(sql: SqliteConnection, file: string): Promise<void> {
  const row = await one<Readonly<Record<string, string>>>(sql, 'PRAGMA quick_check(1)');
  const [verdict] = Object.values(row);
  if (verdict === 'ok') return;
  throw botError(
    'store',
    `the database ${file} is damaged: stop, keep the file as it is and restore the latest backup (${String(verdict).split('\n')[0]})`,
  );
}
