/** What every store must do with messages, turns and deliveries. */
import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { LEASE, NOW } from '../store/samples.ts';
import { commitContract } from './commit-contract.ts';
import { inboxContract } from './inbox-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import type { Scene } from './turn-scene.ts';

/** Runs the contract on stores made by `make`; each test gets a fresh one and ends it. */
export function turnRepositoryContract(
  name: string,
  make: () => Promise<{ readonly store: Store; readonly done: () => Promise<void> }>,
): void {
  describe(`${name} keeps the turn repository's contract`, () => {
    let made: Awaited<ReturnType<typeof make>>;
    beforeEach(async () => {
      made = await make();
    });
    afterEach(() => made.done());
    const claim: Scene['claim'] = (limit = 10, at = NOW) => made.store.turns.claim(at, limit, LEASE);
    const scene: Scene = {
      store: () => made.store,
      claim,
      claimOne: async (at = NOW) => {
        const [turn] = await claim(1, at);
        if (!turn) throw new Error('nothing to claim');
        return turn;
      },
    };
    inboxContract(scene);
    commitContract(scene);
    outboxContract(scene);
  });
}
