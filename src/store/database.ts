/** One writer at a time on one connection, readers beside it: nobody else ever sees the raw handle. */
import { openSqlite, type Sql, type SqliteConnection, type SqlValue } from './sqlite-driver.ts';
import { applySettings, quickCheck } from './sqlite-settings.ts';

/** The open database. */
export interface Database {
  /** Runs `work` in one transaction of its own: all of it is on disk when this resolves, or none of it happened. */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Reads committed rows; never waits for a writer when the database is a file. */
  read<Row>(statement: string, params?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Runs statements that no transaction may hold (checkpoint, vacuum, migrations), alone. */
  alone<T>(work: (sql: SqliteConnection) => Promise<T>): Promise<T>;
  /** Waits for all work, moves the journal into the file and closes. */
  close(): Promise<void>;
}

/** Opens `file`, or a database in memory for null, checks and sets it up. Throws BotError `store`. */
export async function openDatabase(file: string | null): Promise<Database> {
  const writer = await openSqlite(file ?? ':memory:');
  try {
    // The check comes first: settings that write would touch a damaged file.
    if (file !== null) await quickCheck(writer, file);
    await applySettings(writer, file === null);
    const reader = file === null ? writer : await openReader(file);
    return database(writer, reader);
  } catch (error) {
    await writer.close();
    throw error;
  }
}

async function openReader(file: string): Promise<SqliteConnection> {
  const reader = await openSqlite(file, false);
  await reader.script('PRAGMA busy_timeout=5000; PRAGMA query_only=ON');
  return reader;
}

function database(writer: SqliteConnection, reader: SqliteConnection): Database {
  const lock = promiseLock();
  return {
    write: (work) => lock(() => transaction(writer, work)),
    // In memory there is one connection: a read waits its turn, else it would see half a transaction.
    read: <Row>(statement: string, params: readonly SqlValue[] = []) =>
      reader === writer ? lock(() => writer.all<Row>(statement, params)) : reader.all<Row>(statement, params),
    alone: (work) => lock(() => work(writer)),
    close: () =>
      lock(async () => {
        if (reader !== writer) await reader.close();
        await writer.script('PRAGMA wal_checkpoint(TRUNCATE)');
        await writer.close();
      }),
  };
}

async function transaction<T>(sql: Sql, work: (sql: Sql) => Promise<T>): Promise<T> {
  await sql.run('BEGIN IMMEDIATE');
  try {
    const result = await work(sql);
    await sql.run('COMMIT');
    return result;
  } catch (error) {
    // A full disk may have ended the transaction already: then there is nothing left to roll back.
    await sql.run('ROLLBACK').catch(() => 0);
    throw error;
  }
}

/** Runs works one after the other, in the order they came; a failed one does not stop the next. */
export function promiseLock(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
