/** The only file that knows npm sqlite3: promises over its callbacks, statements prepared once. */
import type { Database, Statement } from 'sqlite3';
import { botError } from '../errors.ts';
import { sqliteError } from './sqlite-error.ts';

/** What may be bound to a placeholder. */
export type SqlValue = string | number | null | Uint8Array;

/** Runs statements on one connection, in the order they are given. Throws BotError `store` or `conflict`. */
export interface Sql {
  /** All rows of a statement; `Row` is what its columns are, as its author knows. */
  all<Row>(statement: string, params?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Runs a statement and tells how many rows it changed. */
  run(statement: string, params?: readonly SqlValue[]): Promise<number>;
}

/** One open connection. */
export interface SqliteConnection extends Sql {
  /** Runs several statements without parameters, as migrations need. */
  script(statements: string): Promise<void>;
  /** Finalises every prepared statement, then closes. */
  close(): Promise<void>;
}

/** Opens `file` (or `:memory:`), creating it unless `create` is false. Throws BotError `store`. */
export async function openSqlite(file: string, create = true): Promise<SqliteConnection> {
  const { default: sqlite } = await import('sqlite3');
  const mode = sqlite.OPEN_READWRITE | sqlite.OPEN_FULLMUTEX | (create ? sqlite.OPEN_CREATE : 0);
  const database = await new Promise<Database>((resolve, reject) => {
    const opening: Database = new sqlite.Database(file, mode, (error) =>
      error ? reject(sqliteError(error, `opening ${file}`)) : resolve(opening),
    );
  });
  return connection(database);
}

function connection(database: Database): SqliteConnection {
  const prepared = new Map<string, Promise<Statement>>();
  const statementOf = (text: string): Promise<Statement> => {
    const known = prepared.get(text);
    if (known) return known;
    const made = prepare(database, text);
    prepared.set(text, made);
    made.catch(() => prepared.delete(text));
    return made;
  };
  return {
    all: async <Row>(text: string, params: readonly SqlValue[] = []) => all<Row>(await statementOf(text), text, params),
    run: async (text, params = []) => run(await statementOf(text), text, params),
    script: (statements) =>
      new Promise((resolve, reject) => {
        database.exec(statements, (error) => (error ? reject(sqliteError(error, brief(statements))) : resolve()));
      }),
    close: async () => {
      const statements = await Promise.allSettled(prepared.values());
      prepared.clear();
      for (const one of statements) if (one.status === 'fulfilled') await finalize(one.value);
      await new Promise<void>((resolve, reject) => {
        database.close((error) => (error ? reject(sqliteError(error, 'closing')) : resolve()));
      });
    },
  };
}

function prepare(database: Database, text: string): Promise<Statement> {
  return new Promise((resolve, reject) => {
    const statement: Statement = database.prepare(text, (error) =>
      error ? reject(sqliteError(error, brief(text))) : resolve(statement),
    );
  });
}

function all<Row>(statement: Statement, text: string, params: readonly SqlValue[]): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    statement.all<Row>(params.map(bindable), (error, rows) =>
      error ? reject(sqliteError(error, brief(text))) : resolve(rows),
    );
  });
}

function run(statement: Statement, text: string, params: readonly SqlValue[]): Promise<number> {
  return new Promise((resolve, reject) => {
    statement.run(params.map(bindable), function (error) {
      if (error) reject(sqliteError(error, brief(text)));
      else resolve(this.changes);
    });
  });
}

function finalize(statement: Statement): Promise<void> {
  return new Promise((resolve) => {
    statement.finalize(() => resolve());
  });
}

/** The driver stores only Buffers as BLOB; a view on the same bytes costs nothing. */
function bindable(value: SqlValue): string | number | null | Buffer {
  if (!(value instanceof Uint8Array)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

/** The statement's opening words for an error; never its parameters, which are people's data. */
function brief(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, 60);
}

/** Reads the only row of a statement that always gives one. */
export async function one<Row>(sql: Sql, statement: string, params: readonly SqlValue[] = []): Promise<Row> {
  const [row] = await sql.all<Row>(statement, params);
  if (row === undefined) throw botError('store', `no row where one is always there (${brief(statement)})`);
  return row;
}
