import { join } from 'node:path';
import { expect, it } from 'vitest';
import { USUAL_CARE } from '../../src/programme/care.ts';
import { firstMigration } from '../../src/store/migrations/first.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openSqlite } from '../../src/store/sqlite-driver.ts';
import { anAccount, NOW, randomId, temporaryFolder } from './samples.ts';

it('a database of the first release goes on, with everybody in it and nothing saved for them yet', async () => {
  const { path, remove } = await temporaryFolder();
  const file = join(path, 'old.db');
  const old = await openSqlite(file);
  await old.script(`${firstMigration}; PRAGMA user_version=1`);
  const body = JSON.stringify(anAccount('me'));
  await old.run('INSERT INTO account (id, source, body) VALUES (?, ?, ?)', ['me', 'live', body]);
  await old.close();
  const store = await openStore(`sqlite:${file}`, { clock: { now: () => NOW }, randomId });
  expect(await store.records.account('me')).toMatchObject({ id: 'me' });
  expect(await store.care.of('me')).toEqual({ settings: USUAL_CARE, subscriptions: [], colleagues: [] });
  await store.close();
  await remove();
});
