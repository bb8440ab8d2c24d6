import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { groupWriter } from '../../src/store/group-write.ts';
import { one } from '../../src/store/sqlite-driver.ts';
import { temporaryFolder } from './samples.ts';

describe.each([['in memory'], ['in a file']])('one writer %s', (where) => {
  let database: Database;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const names = async () =>
    (await database.read<{ name: string }>('SELECT name FROM t ORDER BY n')).map((row) => row.name);
  const add = (name: string) => database.write((sql) => sql.run('INSERT INTO t (name) VALUES (?)', [name]));
  beforeEach(async () => {
    folder = await temporaryFolder();
    database = await openDatabase(where === 'in memory' ? null : join(folder.path, 'store.db'));
    await database.alone((sql) =>
      sql.script('CREATE TABLE t (n INTEGER PRIMARY KEY, name TEXT UNIQUE CHECK (length(name) < 9))'),
    );
  });
  afterEach(async () => {
    await database.close();
    await folder.remove();
  });

  it("keeps another flow's write out of a transaction that is rolled back", async () => {
    const failing = database.write(async (sql) => {
      await sql.run(`INSERT INTO t (name) VALUES ('lost')`);
      await wait(20);
      throw new Error('changed my mind');
    });
    const outcomes = await Promise.allSettled([failing, add('kept')]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'fulfilled']);
    expect(await names()).toEqual(['kept']);
  });

  it('shows a reader nothing of a transaction that is under way', async () => {
    const writing = database.write(async (sql) => {
      await sql.run(`INSERT INTO t (name) VALUES ('one')`);
      await wait(20);
      await sql.run(`INSERT INTO t (name) VALUES ('two')`);
    });
    await wait(5);
    const seen = await names();
    await writing;
    expect([0, 2]).toContain(seen.length);
    expect(await names()).toEqual(['one', 'two']);
  });

  it('runs with the settings that durable papers need', async () => {
    const settings = await database.alone(async (sql) => {
      const read = async (name: string) => Object.values(await one<Record<string, unknown>>(sql, `PRAGMA ${name}`))[0];
      return [
        await read('journal_mode'),
        await read('synchronous'),
        await read('foreign_keys'),
        await read('secure_delete'),
      ];
    });
    expect(settings).toEqual([where === 'in memory' ? 'memory' : 'wal', 2, 1, 1]);
  });

  it('writes what waits together in one transaction, and leaves out only the bad', async () => {
    const groups: number[] = [];
    const write = groupWriter<string>(database, async (sql, items) => {
      groups.push(items.length);
      for (const name of items) await sql.run('INSERT INTO t (name) VALUES (?)', [name]);
      return new Map();
    });
    await Promise.all(['a', 'b', 'c', 'd'].map(write));
    expect(groups).toEqual([4]);
    const outcomes = await Promise.allSettled(['e', 'a', 'f', 'much too long', 'g'].map(write));
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'conflict' } });
    expect(outcomes[3]).toMatchObject({ reason: { code: 'store' } });
    expect(await names()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('says that the disk is full, keeps what was acknowledged and goes on when there is space again', async () => {
    const limit = (pages: number) => database.alone((sql) => sql.script(`PRAGMA max_page_count=${pages}`));
    const big = groupWriter<number>(database, async (sql, items) => {
      for (const n of items) await sql.run('INSERT INTO big (n, bytes) VALUES (?, zeroblob(5000))', [n]);
      return new Map();
    });
    await database.alone((sql) => sql.script('CREATE TABLE big (n INTEGER PRIMARY KEY, bytes BLOB)'));
    await limit(40);
    const written: number[] = [];
    const refused: unknown[] = [];
    for (let n = 0; n < 40; n += 2) {
      const both = await Promise.allSettled([big(n), big(n + 1)]);
      for (const [k, outcome] of both.entries()) {
        if (outcome.status === 'fulfilled') written.push(n + k);
        else refused.push(outcome.reason);
      }
    }
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({
      code: 'store',
      retryable: true,
      message: expect.stringContaining('the disk is full'),
    });
    const kept = await database.read<{ n: number }>('SELECT n FROM big ORDER BY n');
    expect(kept.map((row) => row.n)).toEqual(written);
    await limit(10_000);
    await big(99);
    expect(await database.read('SELECT n FROM big WHERE n = 99')).toEqual([{ n: 99 }]);
  });

  it('takes ten thousand writes at once without losing one', async () => {
    const write = groupWriter<number>(database, async (sql, items) => {
      await sql.run('INSERT INTO t (name) SELECT value FROM json_each(?)', [JSON.stringify(items)]);
      return new Map();
    });
    await Promise.all(Array.from({ length: 10_000 }, (_, n) => write(n)));
    expect(await database.read('SELECT COUNT(*) AS n FROM t')).toEqual([{ n: 10_000 }]);
  });
});

it('lets no reader write to a file', async () => {
  const folder = await temporaryFolder();
  const database = await openDatabase(join(folder.path, 'store.db'));
  await expect(database.read('CREATE TABLE t (n INTEGER)')).rejects.toMatchObject({ code: 'store' });
  await database.close();
  await folder.remove();
});
