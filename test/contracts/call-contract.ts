/** What every store must do with the day's share of questions to the language model. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { inbound, LEASE, NOW, resultOf, seat } from '../store/samples.ts';

const TODAY = '2026-09-07';
const TOMORROW = '2026-09-08';
const MOST = { perPerson: 2, perDay: 5 };

/** Runs the contract on stores made by `make`; each test gets a fresh one and closes it. */
export function callContract(
  name: string,
  make: () => Promise<{ readonly store: Store; readonly done: () => Promise<void> }>,
): void {
  describe(`${name} keeps the contract of the model's share`, () => {
    let store: Store;
    let done: () => Promise<void>;
    beforeEach(async () => {
      ({ store, done } = await make());
    });
    afterEach(() => done());

    const times = async (account: string, wanted: number, day = TODAY, most = MOST): Promise<number> => {
      let taken = 0;
      for (let n = 0; n < wanted; n += 1) if (await store.calls.take(account, day, most)) taken += 1;
      return taken;
    };

    it('gives nobody more than their own share', async () => {
      expect(await times('lin', 4)).toBe(2);
      expect(await times('wang', 4)).toBe(2);
    });

    it('gives all together no more than the share of the day', async () => {
      const taken = [await times('lin', 2), await times('wang', 2), await times('zhao', 2)];
      expect(taken).toEqual([2, 2, 1]);
      expect(await times('lin', 9, TODAY, { perPerson: 9, perDay: 5 })).toBe(0);
    });

    it('counts each of many at once', async () => {
      const asked = Array.from({ length: 20 }, (_, n) => store.calls.take(`p${n % 4}`, TODAY, MOST));
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(MOST.perDay);
    });

    it('gives a new share on a new day', async () => {
      await times('lin', 2);
      expect(await times('lin', 3, TOMORROW)).toBe(2);
    });

    it('asks nothing where the share is none', async () => {
      expect(await times('lin', 1, TODAY, { perPerson: 0, perDay: 5 })).toBe(0);
      expect(await times('lin', 1, TODAY, { perPerson: 5, perDay: 0 })).toBe(0);
    });

    it('shows it to the person, forgets it with them, and keeps what all together have spent', async () => {
      await store.turns.accept([inbound('x', '删除我的数据', { address: seat('me') })]);
      const [claimed] = await store.turns.claim(NOW, 1, LEASE);
      if (!claimed) throw new Error('nothing to claim');
      await times('me', 2);
      expect((await store.records.person('me')).modelQuestions).toEqual([{ day: TODAY, calls: 2 }]);
      await store.turns.commit([resultOf(claimed, 'me', { effects: [{ type: 'delete-account' }] })]);
      expect((await store.records.person('me')).modelQuestions).toEqual([]);
      expect(await times('wang', 9, TODAY, { perPerson: 9, perDay: 5 })).toBe(3);
    });
  });
}
