/** Answers the reducer's questions: reads only, outside any transaction, harmless to repeat. */
import type { Book, Event, EventStamp, Query } from '../conversation/reducer-types.ts';
import type { Actor } from '../programme/policy.ts';
import { answerFits, answerMatch, type MaySuggest } from './answer-match.ts';
import type { Running } from './parts.ts';
import type { Answer } from './play.ts';
import { queueCases } from './queue.ts';
import { readCase } from './read-case.ts';
import type { LiveShelf } from './shelf.ts';
import { makeUnderstand } from './understand.ts';

/** Makes the answerer of all queries. */
export function makeAnswer(parts: Running, shelf: LiveShelf, maySuggest: MaySuggest): Answer {
  const understand = makeUnderstand(parts);
  const { records } = parts.store;

  return async (query: Query, asking: Event, book: Book): Promise<Event> => {
    const stamp: EventStamp = { at: asking.at, turn: asking.turn, channel: asking.channel };
    switch (query.type) {
      case 'match':
        return answerMatch(query, stamp, book, shelf, parts);
      case 'fits':
        return answerFits(query, stamp, shelf, maySuggest, parts);
      case 'case': {
        const found = await readCase(records, parts.programme, actorOf(book), query.by);
        return { ...stamp, type: 'case-read', query, case: found?.view ?? null };
      }
      case 'queue': {
        const from = { records, programme: parts.programme, actor: actorOf(book), at: stamp.at };
        const cases = await queueCases(from, {});
        return { ...stamp, type: 'queue-read', query, cases: cases.slice(0, query.limit), total: cases.length };
      }
      case 'understand':
        return {
          ...stamp,
          type: 'understood',
          text: query.text,
          command: await understand(query.text, book.mine.account.locale),
        };
    }
  };
}

function actorOf(book: Book): Actor {
  return { account: book.mine.account.id, memberships: book.mine.memberships };
}
