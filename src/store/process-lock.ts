/** One writing process per database: an operating-system lock on a small file beside it, free again the moment its holder dies. */
import { hostname } from 'node:os';
import { botError, isBotError } from '../errors.ts';
import { openSqlite, type SqliteConnection } from './sqlite-driver.ts';
import { sqliteCode } from './sqlite-error.ts';

/** Takes the lock of `file`; the result gives it back. Throws BotError `store` that says who holds it. */
export async function lockProcess(file: string, now: Date): Promise<() => Promise<void>> {
  const lock = await openSqlite(`${file}.lock`);
  try {
    await lock.script('PRAGMA busy_timeout=0');
    await lock.script('BEGIN IMMEDIATE');
    await noteHolder(lock, now);
    // A reserved lock lets others read who holds it; it writes nothing, so it can be held for days.
    await lock.script('COMMIT; BEGIN IMMEDIATE');
    return () => lock.close();
  } catch (error) {
    const refusal = await explain(lock, file, error);
    await lock.close();
    throw refusal;
  }
}

async function noteHolder(lock: SqliteConnection, now: Date): Promise<void> {
  await lock.script('CREATE TABLE IF NOT EXISTS holder (pid INTEGER, host TEXT, since TEXT); DELETE FROM holder');
  await lock.run('INSERT INTO holder (pid, host, since) VALUES (?, ?, ?)', [
    process.pid,
    hostname(),
    now.toISOString(),
  ]);
}

async function explain(lock: SqliteConnection, file: string, error: unknown): Promise<unknown> {
  const busy = isBotError(error) && ['SQLITE_BUSY', 'SQLITE_LOCKED'].includes(sqliteCode(error.cause) ?? '');
  if (!busy) return error;
  const rows = await lock
    .all<{ pid: number; host: string; since: string }>('SELECT pid, host, since FROM holder')
    .catch(() => []);
  const [holder] = rows;
  const who = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'another process';
  return botError(
    'store',
    `the database ${file} is in use by ${who}: stop that process first, or choose another database`,
  );
}
