import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { callContract } from '../contracts/call-contract.ts';
import { clock, randomId, temporaryFolder } from './samples.ts';
import { storeInFile, storeInMemory } from './stores.ts';

callContract('the store in memory', storeInMemory);
callContract('the store in a file', storeInFile);

it('a restart gives no new share', async () => {
  const { path, remove } = await temporaryFolder();
  const open = () => openStore(`sqlite:${join(path, 'store.db')}`, { clock, randomId });
  const most = { perPerson: 1, perDay: 9 };
  const first = await open();
  expect(await first.calls.take('lin', '2026-09-07', most)).toBe(true);
  await first.close();
  const second = await open();
  expect(await second.calls.take('lin', '2026-09-07', most)).toBe(false);
  expect(await second.calls.take('wang', '2026-09-07', most)).toBe(true);
  await second.close();
  await remove();
});
