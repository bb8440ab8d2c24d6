/** Opens the store that a database address names. */
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { botError } from '../errors.ts';
import type { Clock, RandomId } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { verifyAudit } from './audit-chain.ts';
import { callRepository } from './call-repository.ts';
import { careRepository } from './care-repository.ts';
import { type Database, openDatabase } from './database.ts';
import { deleteUnusedFiles, fileRepository } from './file-repository.ts';
import { handoffRepository } from './handoff-repository.ts';
import { countDeaths, inHand } from './in-hand.ts';
import { loadRepository } from './load-repository.ts';
import { messageRepository } from './message-repository.ts';
import { migrate, requireCurrentSchema } from './migrate.ts';
import { hideOldLinks } from './outbox-queue.ts';
import { lockProcess } from './process-lock.ts';
import { recordRepository } from './record-repository.ts';
import { sessionRepository } from './session-repository.ts';
import { staffRepository } from './staff-repository.ts';
import { turnRepository } from './turn-repository.ts';
import { vectorRepository } from './vector-repository.ts';
import { wipe, wipeIfOwed } from './wipe.ts';

/** What a store needs of the world. */
export interface StoreOptions {
  readonly clock: Clock;
  readonly randomId: RandomId;
  readonly log?: (line: string) => void;
  /** A short visit beside a running bot (staff commands): takes no lock and changes no schema; must not claim turns. */
  readonly guest?: boolean;
}

/**
 * Opens `sqlite:path` (parent folder made) or `sqlite::memory:`. Throws BotError `config` for another address and
 * `store` for a file that is damaged, foreign, of a newer release or in use; it never starts anew by itself.
 */
export async function openStore(url: string, options: StoreOptions): Promise<Store> {
  const file = fileOf(url);
  if (file !== null) await makeFolder(dirname(file));
  const now = options.clock.now();
  const unlock = file === null || options.guest ? async () => undefined : await lockProcess(file, now);
  try {
    const database = await openDatabase(file);
    try {
      await prepare(database, file ?? ':memory:', options, now);
    } catch (error) {
      await database.close();
      throw error;
    }
    return store(database, { ...options, file }, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw botError('store', `the folder ${folder} for the database cannot be made: check who may write there`, {
      cause,
    });
  });
}

function fileOf(url: string): string | null {
  const path = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : '';
  if (path === '')
    throw botError('config', `"${url}" names no database: write sqlite: and a path, such as sqlite:var/jiebang.db`);
  return path === ':memory:' ? null : resolve(path);
}

async function prepare(database: Database, file: string, options: StoreOptions, now: Date): Promise<void> {
  if (options.guest) return requireCurrentSchema(database, file);
  await migrate(database, file);
  await countDeaths(database, file);
  await database.write((sql) => deleteUnusedFiles(sql, now.toISOString()));
  await database.write((sql) => hideOldLinks(sql, now));
  if (await wipeIfOwed(database)) options.log?.(`database ${file}: rebuilt, so that deleted data leaves no trace`);
  const [waiting] = await database.read<{ n: number }>(`SELECT COUNT(*) AS n FROM inbox WHERE status = 'open'`);
  options.log?.(`database ${file}: checked, ${waiting?.n ?? 0} messages waiting`);
}

function store(
  database: Database,
  options: StoreOptions & { readonly file: string | null },
  unlock: () => Promise<void>,
): Store {
  const now = () => options.clock.now();
  const { clock, randomId } = options;
  const hand = inHand(options.guest ? null : options.file);
  return {
    turns: turnRepository(database, { clock, randomId, inHand: hand, wipe: () => wipeOrLog(database, options) }),
    messages: messageRepository(database, now),
    records: recordRepository(database),
    load: loadRepository(database),
    files: fileRepository(database, now),
    sessions: sessionRepository(database),
    staff: staffRepository(database),
    vectors: vectorRepository(database),
    requests: handoffRepository(database),
    care: careRepository(database),
    calls: callRepository(database),
    verifyAudit: () => verifyAudit(database),
    close: async () => {
      await database.close();
      hand.end();
      await unlock();
    },
  };
}

/** What was deleted is deleted; if the file cannot be rebuilt now, that stays owed to the next start. */
async function wipeOrLog(database: Database, { log }: StoreOptions): Promise<void> {
  await wipe(database).catch((error: unknown) => {
    log?.(`the database could not be rebuilt after a deletion; the next start tries again: ${String(error)}`);
  });
}
