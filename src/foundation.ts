/** What is made once and shared by everything at the edges. */
import type { Config } from './config.ts';
import type { Catalogue } from './conversation/catalogue.ts';
import type { Log } from './log.ts';
import type { ChangeFeed, Clock, Desk, MatchIndex, Store } from './ports.ts';
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
