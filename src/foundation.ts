/** What is made once and shared by everything at the edges. */
import type { Config } from './config.ts';
import type { Catalogue } from './conversation/catalogue.ts';
import type { Log } from './log.ts';
import type { Clock } from './ports/clock.ts';
import type { ChangeFeed, Desk } from './ports/desk.ts';
import type { MatchIndex } from './ports/match.ts';
import type { Store } from './ports/store.ts';
import type { Form } from './programme/form.ts';
import type { Programme } from './programme/programme.ts';

/** What the edges are made of. */
export interface Foundation {
  readonly config: Config;
  readonly store: Store;
  readonly desk: Desk;
  readonly programme: Programme;
  readonly forms: readonly Form[];
  readonly catalogue: Catalogue;
  readonly matching: MatchIndex;
  readonly feed: ChangeFeed;
  readonly log: Log;
  readonly clock: Clock;
}
