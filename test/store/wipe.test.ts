import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { oweWipe, wipe } from '../../src/store/wipe.ts';
import { aListing, clock, randomId, temporaryFolder } from './samples.ts';

describe('wiping what a deletion left', () => {
  let file: string;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const openIt = (log: (line: string) => void = () => undefined) =>
    openStore(`sqlite:${file}`, { clock, randomId, log });
  beforeEach(async () => {
    folder = await temporaryFolder();
    file = join(folder.path, 'store.db');
    const store = await openIt();
    await store.load.load({ cases: Array.from({ length: 200 }, (_, n) => aListing(`l${n}`)) });
    await store.close();
  });
  afterEach(() => folder.remove());

  it('rebuilds a small database at once and cuts the journal', async () => {
    const database = await openDatabase(file);
    const { size } = await stat(file);
    await database.write(async (sql) => {
      await sql.run('DELETE FROM listing');
      await oweWipe(sql);
    });
    await wipe(database);
    expect((await stat(file)).size).toBeLessThan(size);
    expect((await stat(`${file}-wal`)).size).toBe(0);
    await database.close();
  });

  it('leaves a large one to the next start, as it would after a crash', async () => {
    const database = await openDatabase(file);
    await database.write(async (sql) => {
      await sql.run('DELETE FROM listing');
      await oweWipe(sql);
    });
    await wipe(database, 1);
    await wipe(database, 1);
    await database.close();
    const { size } = await stat(file);
    const lines: string[] = [];
    for (let start = 0; start < 2; start += 1) await (await openIt((line) => lines.push(line))).close();
    expect(lines.filter((line) => line.includes('rebuilt'))).toHaveLength(1);
    expect((await stat(file)).size).toBeLessThan(size);
    expect((await readFile(file)).includes('高温合金')).toBe(false);
  });
});
