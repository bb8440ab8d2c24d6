/** What the parts of the turn repository's contract share. */

import type { Store } from '../../src/ports/store.ts';
import type { ClaimedTurn } from '../../src/ports/turn.ts';

/** The store of the running test, and short ways to claim from it. */
export interface Scene {
  readonly store: () => Store;
  readonly claim: (limit?: number, at?: Date) => Promise<readonly ClaimedTurn[]>;
  /** The oldest waiting turn; throws when nothing waits. */
  readonly claimOne: (at?: Date) => Promise<ClaimedTurn>;
}

/** What was said in each turn. */
export function saidIn(turns: readonly ClaimedTurn[]): readonly (readonly (string | undefined)[])[] {
  return turns.map((turn) => turn.messages.map((message) => message.inbound.said));
}
