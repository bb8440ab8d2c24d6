/** After a deletion: the file itself must forget. Deleted rows are zeroed, but shifted pages and the journal keep shreds. */
import type { Database } from './database.ts';
import { one, type Sql, type SqliteConnection } from './sqlite-driver.ts';

/** Largest database, in bytes, that is rebuilt at once: about a second. A larger one is rebuilt at the next start. */
const AT_ONCE = 256 * 1024 * 1024;

/** Notes, within the transaction that deletes, that the file must be rebuilt: a crash right after it forgets nothing. */
export async function oweWipe(sql: Sql): Promise<void> {
  await sql.run(`INSERT INTO upkeep (task) VALUES ('wipe') ON CONFLICT (task) DO NOTHING`);
}

/** Does what is owed: rebuilds the file without shreds and cuts the journal. Above `limit` bytes only the journal is cut. */
export async function wipe(database: Database, limit = AT_ONCE): Promise<void> {
  await database.alone(async (sql) => {
    const { bytes } = await one<{ bytes: number }>(
      sql,
      'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
    );
    if (bytes <= limit) await rebuild(sql);
    await cutJournal(sql);
  });
}

/** Does at the start what the last run still owed; tells whether there was anything to do. */
export async function wipeIfOwed(database: Database): Promise<boolean> {
  return database.alone(async (sql) => {
    const owed = await sql.all(`SELECT 1 FROM upkeep WHERE task = 'wipe'`);
    if (owed.length === 0) return false;
    await rebuild(sql);
    await cutJournal(sql);
    return true;
  });
}

function rebuild(sql: SqliteConnection): Promise<void> {
  return sql.script(`VACUUM; DELETE FROM upkeep WHERE task = 'wipe'`);
}

function cutJournal(sql: SqliteConnection): Promise<void> {
  return sql.script('PRAGMA wal_checkpoint(TRUNCATE)');
}
