import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { clock, randomId, temporaryFolder } from './samples.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let lives = 0;
beforeEach(async () => {
  folder = await temporaryFolder();
  lives = 0;
});
afterEach(() => folder.remove());

const fileOf = (life: number): string => join(folder.path, `life-${life}.db`);
const open = (): Promise<Store> => openStore(`sqlite:${fileOf(lives)}`, { clock, randomId });

/** The next life of a process that was killed: what the disk held at that moment, and nothing of the clean end. */
async function killed(store: Store): Promise<Store> {
  const before = `life-${lives}.db`;
  lives += 1;
  const names = (await readdir(folder.path)).filter((name) => name.startsWith(before) && !name.endsWith('.lock'));
  for (const name of names)
    await copyFile(join(folder.path, name), join(folder.path, name.replace(before, `life-${lives}.db`)));
  await store.close();
  return open();
}

/** Messages of these people in the inbox, by person. */
async function waiting(store: Store, ...users: readonly string[]): Promise<readonly number[]> {
  await store.turns.accept(
    users.map((user, sequence) => ({
      ...{ keys: [user], address: { channel: 'web', room: user, user }, receivedAt: clock.now().toISOString() },
      ...{ sequence, said: 'hello' },
    })),
  );
  const turns = await store.turns.claim(clock.now(), 9, 1000);
  return turns.map((turn) => turn.messages[0]?.inbox ?? -1);
}

const nobody = { deadly: [], marked: [], afterDeath: false };

describe('what was in hand when the process died', () => {
  it('is counted, and marked to be read alone after the fourth time: a chance kill seldom hits one message so often', async () => {
    let store = await open();
    const [one = -1, two = -1, three = -1] = await waiting(store, 'lin', 'wang', 'zhao');
    for (const inbox of [one, two, three]) await store.turns.reading(inbox, [inbox]);
    await store.turns.reading(two, []);
    for (let deaths = 1; deaths < 4; deaths += 1) {
      store = await killed(store);
      expect(await store.turns.suspects()).toEqual({ ...nobody, afterDeath: true });
      await store.turns.reading(one, [one]);
    }
    store = await killed(store);
    expect(await store.turns.suspects()).toEqual({ deadly: [], marked: [one], afterDeath: true });
    await store.close();
  });

  it('is deadly when it was read alone twice, and only what ran alone is blamed', async () => {
    let store = await open();
    const [one = -1, two = -1] = await waiting(store, 'lin', 'wang');
    await store.turns.alone(one);
    await store.turns.reading(one, [one]);
    await store.turns.reading(one, []);
    await store.turns.reading(one, [one]);
    store = await killed(store);
    expect((await store.turns.suspects()).marked).toEqual([]);
    for (let deaths = 0; deaths < 2; deaths += 1) {
      expect((await store.turns.suspects()).deadly).toEqual([]);
      await store.turns.alone(two);
      await store.turns.reading(two, [two]);
      store = await killed(store);
    }
    const { deadly, marked } = await store.turns.suspects();
    expect(deadly.map((each) => [each.message.inbox, each.reason])).toEqual([[two, expect.stringMatching('alone')]]);
    expect(marked).toEqual([]);
    await store.close();
  });

  it('costs no try: those are for turns that fail', async () => {
    const first = await open();
    const [one = -1] = await waiting(first, 'lin');
    await first.turns.reading(one, [one]);
    const second = await killed(first);
    expect((await second.turns.claim(clock.now(), 9, 1000)).map((turn) => turn.attempts)).toEqual([0]);
    await second.close();
  });

  it('counts nothing after a clean end, though a turn was still at work, and leaves no file', async () => {
    const first = await open();
    const [one = -1] = await waiting(first, 'lin');
    await first.turns.reading(one, [one]);
    await first.close();
    await first.turns.reading(one, [one]);
    expect((await readdir(folder.path)).filter((name) => name.endsWith('.hand'))).toEqual([]);
    const second = await open();
    expect(await second.turns.suspects()).toEqual(nobody);
    await second.close();
  });
});
