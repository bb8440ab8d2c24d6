/** Answers the reducer's questions: reads only, outside any transaction, harmless to repeat. */

import type { PersonRequest } from '../conversation/person-request.ts';
import type { Book, Event, EventStamp, Query } from '../conversation/reducer-types.ts';
import { type Actor, can } from '../programme/policy.ts';
import { answerCard } from './answer-card.ts';
import { answerCode, answerCodeWish, answerNews } from './answer-care.ts';
import { answerFits, answerMatch, type MaySuggest } from './answer-match.ts';
import { answerModel } from './answer-model.ts';
import { makeAskModel } from './ask-model.ts';
import { makeOpenPaper } from './open-paper.ts';
import type { Running } from './parts.ts';
import type { Answer } from './play.ts';
import { queueCases } from './queue.ts';
import { readCase } from './read-case.ts';
import type { LiveShelf } from './shelf.ts';

/** Makes the answerer of all queries. */
export function makeAnswer(parts: Running, shelf: LiveShelf, maySuggest: MaySuggest): Answer {
  const ask = makeAskModel(parts);
  const openPaper = makeOpenPaper(parts);
  const { records } = parts.store;

  return async (query: Query, asking: Event, book: Book): Promise<Event> => {
    const { at, turn, channel, under } = asking;
    const stamp: EventStamp = { at, turn, channel, ...(under && { under }) };
    switch (query.type) {
      case 'match':
        return answerMatch(query, stamp, book, shelf, parts);
      case 'fits':
        return answerFits(query, stamp, shelf, maySuggest, parts);
      case 'draft-card':
        return answerCard(query, stamp, parts);
      case 'code':
        return answerCode(query, stamp, book, parts);
      case 'code-wish':
        return answerCodeWish(query, stamp, book, parts);
      case 'news':
        return answerNews(query, stamp, book, shelf, parts);
      case 'case': {
        const found = await readCase(records, parts.programme, actorOf(book), query.by);
        return { ...stamp, type: 'case-read', query, case: found?.view ?? null };
      }
      case 'request': {
        const asked = book.mine.asked?.find((each) => each.id === query.by);
        const request = asked ?? (await parts.store.requests.request(query.by));
        return { ...stamp, type: 'request-read', query, request: mayRead(request, book) ? request : null };
      }
      case 'paper':
        return { ...stamp, type: 'paper-read', query, reading: await openPaper(query.file) };
      case 'queue': {
        const from = { records, programme: parts.programme, actor: actorOf(book), at: stamp.at };
        const cases = await queueCases(from, {});
        return { ...stamp, type: 'queue-read', query, cases: cases.slice(0, query.limit), total: cases.length };
      }
      case 'understand':
      case 'tidy':
      case 'summarise':
        return answerModel(query, stamp, { ask, account: book.mine.account.id, locale: book.mine.account.locale });
    }
  };
}

/** The person's own wish, or any for those who may answer. */
function mayRead(request: PersonRequest | null, book: Book): boolean {
  return request?.account === book.mine.account.id || can(actorOf(book), 'answer-request', { kind: 'programme' });
}

function actorOf(book: Book): Actor {
  return { account: book.mine.account.id, memberships: book.mine.memberships };
}
