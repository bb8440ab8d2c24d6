/** One event through the pure reducer: its questions are answered until it asks none. */
import type { Book, Effect, Event, Mine, Query, Reduce, State } from '../conversation/reducer-types.ts';
import { botError } from '../errors.ts';
import { applyEffects } from './apply-effects.ts';

/** Answers one question with the event that tells the answer. Read-only. */
export type Answer = (query: Query, asking: Event, book: Book) => Promise<Event>;

/** What playing needs beside the event. */
export interface Player {
  readonly reduce: Reduce;
  readonly answer: Answer;
  readonly bookOf: (mine: Mine) => Book;
}

/** Where an event led; `mine` has the effects applied. */
export interface Played {
  readonly state: State;
  readonly mine: Mine;
  readonly effects: readonly Effect[];
}

/** More rounds of questions than this mean a reducer that never ends. */
const MOST_ROUNDS = 8;

/** Plays one event to its end. Throws what the reducer throws, and BotError `data` when it keeps asking. */
export async function play(player: Player, state: State, mine: Mine, first: Event): Promise<Played> {
  let now: Played = { state, mine, effects: [] };
  let events: readonly Event[] = [first];
  for (let round = 0; events.length > 0; round += 1) {
    if (round > MOST_ROUNDS)
      throw botError('data', `the reducer still asks after ${MOST_ROUNDS} rounds (${first.type})`);
    const queries: Query[] = [];
    for (const event of events) {
      const step = player.reduce(now.state, event, player.bookOf(now.mine));
      const effects = [...now.effects, ...step.effects];
      now = { state: step.state, mine: applyEffects(now.mine, step.effects), effects };
      queries.push(...step.queries);
    }
    const asking = player.bookOf(now.mine);
    events = await Promise.all(queries.map((query) => player.answer(query, first, asking)));
  }
  return now;
}
