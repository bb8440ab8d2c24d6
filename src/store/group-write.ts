/** Group commit: what waits while a transaction runs is written together in the next one, with one sync of the disk. */
import { isBotError } from '../errors.ts';
import type { Database } from './database.ts';
import type { Sql } from './sqlite-driver.ts';

/** Writes all items in the open transaction; the map names those it refused, of which it wrote nothing. */
export type WriteAll<Item> = (sql: Sql, items: readonly Item[]) => Promise<ReadonlyMap<Item, Error>>;

interface Waiting<Item> {
  readonly item: Item;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const AT_ONCE = 256;

/** Makes a writer: each call resolves when its item is on disk and rejects when just its item was refused. */
export function groupWriter<Item>(database: Database, writeAll: WriteAll<Item>): (item: Item) => Promise<void> {
  const waiting: Waiting<Item>[] = [];
  let asked = false;
  const flush = async (): Promise<void> => {
    // The first of a group asks for the lock; those that come while it waits ride along.
    if (asked) return;
    asked = true;
    const take = (): readonly Waiting<Item>[] => {
      asked = false;
      const group = waiting.splice(0, AT_ONCE);
      if (waiting.length > 0) void flush();
      return group;
    };
    await writeGroup(database, writeAll, take);
  };
  return (item) =>
    new Promise<void>((done, failed) => {
      waiting.push({ item, done, failed });
      void flush();
    });
}

async function writeGroup<Item>(
  database: Database,
  writeAll: WriteAll<Item>,
  take: () => readonly Waiting<Item>[],
): Promise<void> {
  let group: readonly Waiting<Item>[] | null = null;
  try {
    const refused = await database.write((sql) => {
      group = take();
      return writeAll(
        sql,
        group.map((one) => one.item),
      );
    });
    settle(group ?? [], refused);
  } catch (error) {
    await writeSingly(database, writeAll, group ?? take(), error);
  }
}

/** One bad item must not cost the others: they are written again, each alone. An outage hits all alike. */
async function writeSingly<Item>(
  database: Database,
  writeAll: WriteAll<Item>,
  group: readonly Waiting<Item>[],
  error: unknown,
): Promise<void> {
  const outage = isBotError(error, 'store') && error.retryable;
  if (outage || group.length === 1) {
    for (const one of group) one.failed(error);
    return;
  }
  for (const one of group) {
    await database
      .write((sql) => writeAll(sql, [one.item]))
      .then((refused) => settle([one], refused))
      .catch(one.failed);
  }
}

function settle<Item>(group: readonly Waiting<Item>[], refused: ReadonlyMap<Item, Error>): void {
  for (const one of group) {
    const error = refused.get(one.item);
    if (error) one.failed(error);
    else one.done();
  }
}
