import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBotError } from '../../src/errors.ts';
import { openStore, type StoreOptions } from '../../src/store/open-store.ts';
import { behindItsBack } from './raw.ts';
import { AT, aListing, anAccount, anAudit, clock, randomId, temporaryFolder } from './samples.ts';

describe('opening the store', () => {
  let file: string;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const openIt = (more: Partial<StoreOptions> = {}) => openStore(`sqlite:${file}`, { clock, randomId, ...more });
  const refusal = async (opening: Promise<unknown>): Promise<string> => {
    const error = await opening.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!isBotError(error)) throw new Error('it was not refused with a coded error');
    return `${error.code}: ${error.message}`;
  };
  beforeEach(async () => {
    folder = await temporaryFolder();
    file = join(folder.path, 'store.db');
  });
  afterEach(() => folder.remove());

  it('keeps everything from one start to the next', async () => {
    const lines: string[] = [];
    const first = await openIt();
    await first.load.load({ cases: [aListing('l1')] });
    await first.close();
    const second = await openIt({ log: (line) => lines.push(line) });
    expect((await second.records.case('l1'))?.id).toBe('l1');
    await second.close();
    expect(lines).toEqual([`database ${file}: checked, 0 messages waiting`]);
    await expect(stat(`${file}-wal`)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('names what is wrong with an address it cannot read', async () => {
    for (const url of ['', 'sqlite:', 'postgres://x', 'store.db']) {
      expect(await refusal(openStore(url, { clock, randomId }))).toContain('config: ');
    }
  });

  it('refuses a file that is no database, and leaves it as it is', async () => {
    await writeFile(file, 'the minutes of the last meeting\n'.repeat(500));
    expect(await refusal(openIt())).toMatch(/^store: the file is not a database/);
    expect(await readFile(file, 'utf8')).toContain('the minutes of the last meeting');
  });

  it('refuses a database of something else and one of a newer release', async () => {
    await writeFile(file, '');
    await behindItsBack(file, (sql) => sql.run('CREATE TABLE wine (year INTEGER)'));
    expect(await refusal(openIt())).toMatch(/^store: .* is a database of something else/);
    await behindItsBack(file, (sql) => sql.run('PRAGMA user_version=999'));
    expect(await refusal(openIt())).toMatch(/^store: .* newer release \(schema 999/);
  });

  it('refuses a damaged file with advice, and resets nothing', async () => {
    const store = await openIt();
    await store.load.load({ cases: Array.from({ length: 300 }, (_, n) => aListing(`l${n}`)) });
    await store.close();
    const damaged = await open(file, 'r+');
    for (let page = 8; page < 60; page += 3) await damaged.write(Buffer.alloc(2000, 0x5a), 0, 2000, page * 4096 + 7);
    await damaged.close();
    const { size } = await stat(file);
    expect(await refusal(openIt())).toMatch(/^store: .*(damaged).*restore the latest backup/);
    expect((await stat(file)).size).toBe(size);
  });

  it('tells a second opener who holds the database, and lets it in once the holder is gone', async () => {
    const store = await openIt();
    expect(await refusal(openIt())).toBe(
      `store: the database ${file} is in use by process ${process.pid} on ${hostname()}, since ${AT}: stop that process first, or choose another database`,
    );
    await store.close();
    await (await openIt()).close();
  });

  it('lets a guest add staff beside a running bot, which sees it at once', async () => {
    const store = await openIt();
    const guest = await openIt({ guest: true });
    const role = {
      id: 'm',
      account: 's',
      role: 'admin',
      organisation: null,
      division: null,
      grantedAt: AT,
      revokedAt: null,
    } as const;
    await Promise.all([
      guest.staff.add(anAccount('s'), role, anAudit('s')),
      store.load.load({ audit: [anAudit('l')] }),
    ]);
    await guest.close();
    expect((await store.records.staff()).map((member) => member.account.id)).toEqual(['s']);
    expect(await store.verifyAudit()).toMatchObject({ rows: 2, brokenAt: null });
    await store.close();
  });

  it('does not let a guest make or change the schema', async () => {
    expect(await refusal(openIt({ guest: true }))).toMatch(/^store: .* schema 0 and this release needs/);
  });

  it('says what is wrong with a folder it cannot make', async () => {
    await writeFile(join(folder.path, 'plain'), '');
    const url = `sqlite:${join(folder.path, 'plain/inside/store.db')}`;
    expect(await refusal(openStore(url, { clock, randomId }))).toMatch(/^store: the folder .* cannot be made/);
    await mkdir(join(folder.path, 'taken.db'));
    expect(await refusal(openStore(`sqlite:${join(folder.path, 'taken.db')}`, { clock, randomId }))).toMatch(
      /^store: .*cannot be opened/,
    );
  });
});
