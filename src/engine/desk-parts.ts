/** What the desk is made of. */
import type { Clock } from '../ports/clock.ts';
import type { Documents } from '../ports/desk.ts';
import type { DraftCard, IsThin, MatchIndex } from '../ports/match.ts';
import type { Store } from '../ports/store.ts';
import type { Programme } from '../programme/programme.ts';

/** What a desk reads from. */
export interface DeskParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly programme: Programme;
  readonly matching: MatchIndex;
  readonly documents: Documents;
  /** Drafts concept cards; left out, cards are written without a draft. */
  readonly draftCard?: DraftCard;
  /** Tells lists that want a card; left out, none is marked. */
  readonly isThin?: IsThin;
}
