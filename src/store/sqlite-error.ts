/** SQLite's result codes as sentences an operator can act on. */
import { type BotError, botError } from '../errors.ts';

const SENTENCES: Readonly<Record<string, { readonly say: string; readonly retryable: boolean }>> = {
  SQLITE_FULL: { say: 'the disk is full: nothing more can be saved until space is freed', retryable: true },
  SQLITE_IOERR: { say: 'the disk could not be read or written', retryable: true },
  SQLITE_READONLY: {
    say: 'the database file may not be written: check its owner, its folder and the mount',
    retryable: true,
  },
  SQLITE_BUSY: { say: 'another process holds the database', retryable: true },
  SQLITE_LOCKED: { say: 'another process holds the database', retryable: true },
  SQLITE_CANTOPEN: {
    say: 'the database file cannot be opened: check the path and who may write there',
    retryable: false,
  },
  SQLITE_CORRUPT: {
    say: 'the database file is damaged: stop, keep the file as it is and restore the latest backup',
    retryable: false,
  },
  SQLITE_NOTADB: { say: 'the file is not a database of this programme: check the path', retryable: false },
};

/** The SQLite result code of a driver error, such as `SQLITE_BUSY`; null for other errors. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}

/** Turns a driver error into a coded one: a broken unique rule is a `conflict`, everything else is `store`. */
export function sqliteError(error: Error, doing: string): BotError {
  const code = sqliteCode(error);
  if (code === 'SQLITE_CONSTRAINT' && error.message.includes('UNIQUE')) {
    return botError('conflict', `a unique rule refused ${doing}: ${error.message}`, { cause: error, retryable: true });
  }
  const known = code === null ? undefined : SENTENCES[code];
  const say = known?.say ?? error.message;
  return botError('store', `${say} (${doing})`, { cause: error, retryable: known?.retryable ?? false });
}
