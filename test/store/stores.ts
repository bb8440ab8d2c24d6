/** Makers of fresh stores for contracts and stories. */
import { join } from 'node:path';
import type { Store } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { clock, randomId, temporaryFolder } from './samples.ts';

/** A store and how to end it, its file included. */
export interface MadeStore {
  readonly store: Store;
  readonly done: () => Promise<void>;
}

export async function storeInMemory(): Promise<MadeStore> {
  const store = await openStore('sqlite::memory:', { clock, randomId });
  return { store, done: () => store.close() };
}

export async function storeInFile(): Promise<MadeStore> {
  const folder = await temporaryFolder();
  const store = await openStore(`sqlite:${join(folder.path, 'made/on/the/way/store.db')}`, { clock, randomId });
  const done = async (): Promise<void> => {
    await store.close();
    await folder.remove();
  };
  return { store, done };
}
