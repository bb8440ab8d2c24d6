/** The pure core: one event in, the next state, queries and effects out. Reads no clock, makes no random ids. */

import { askCard } from './flow-card.ts';
import { codeRead, giveCode } from './flow-code.ts';
import { greet } from './flow-discover.ts';
import { editedMessage } from './flow-edited.ts';
import { sawAll, tellElsewhere } from './flow-elsewhere.ts';
import { filesArrived } from './flow-files.ts';
import { showFits } from './flow-fits.ts';
import { found } from './flow-found.ts';
import { paperRead } from './flow-intake-read.ts';
import { summarised, tidied } from './flow-model.ts';
import { askAgain } from './flow-next.ts';
import { showQueue } from './flow-queue.ts';
import { requestRead } from './flow-request.ts';
import { tellNews, timerRang } from './flow-timer.ts';
import { draftInHand } from './focus.ts';
import { obey } from './obey.ts';
import { caseRead } from './obey-staff.ts';
import type { Event, Reduce } from './reducer-types.ts';
import { said, understood } from './said.ts';
import type { State } from './state.ts';
import { wordOnQueue } from './word-on-queue.ts';
import { begin, button, finish, line, note, say, type Work, withState } from './work.ts';

/** (state, event, book) → step. Never throws on any event of its type. */
export const reduce: Reduce = (state, event, book) =>
  finish(stampHand(sawAll(handle(tellElsewhere(begin(state, event, book)), event)), state));

/** A case that came into the hands of staff is kept with the time, for a word said much later asks first. */
function stampHand(work: Work, { inHand: before }: State): Work {
  const { inHand } = work.state;
  return inHand && inHand !== before ? withState(work, { inHand: { ...inHand, at: work.event.at } }) : work;
}

const ELSEWHERE = [button('button.open-lists', { do: 'find' }), button('button.status', { do: 'status' })];

function handle(work: Work, event: Event): Work {
  switch (event.type) {
    case 'opened':
      return greet(work);
    case 'said':
      return said(work, event.text);
    case 'chose':
      return outOfPlace(work, event) ? stale(work) : obey(work, event.command);
    case 'stale-button':
      return stale(work);
    case 'sent-files':
      return filesArrived(work, event);
    case 'paper-read':
      return paperRead(work, event);
    case 'edited':
      return editedMessage(work, event);
    case 'sent-unreadable':
      return unreadable(work, event.what);
    case 'understood':
      return understood(work, event);
    case 'tidied':
      return tidied(work, event);
    case 'summarised':
      return summarised(work, event);
    case 'matched':
      return found(work, event);
    case 'fits-found':
      return showFits(work, event);
    case 'card-drafted':
      return askCard(work, event);
    case 'case-read':
      return caseRead(work, event.query.next, event.case);
    case 'request-read':
      return requestRead(work, event.query.next, event.request);
    case 'timer':
      return timerRang(work, event);
    case 'code-read':
      return codeRead(work, event);
    case 'code-wish-read':
      return giveCode(work, event);
    case 'news-found':
      return tellNews(work, event);
    case 'queue-read':
      return event.query.next
        ? wordOnQueue(work, event.query.next, event.cases)
        : showQueue(work, event.cases, event.total);
  }
}

/** Commands that mean something only beside the question they were shown with. */
const BESIDE_QUESTION: readonly string[] = [
  'affirm',
  'deny',
  'choose',
  'skip',
  'keep',
  'back',
  'answer',
  'another-row',
];

/** True for a button of an older message whose question is not the one in hand any more. */
function outOfPlace(work: Work, event: Extract<Event, { type: 'chose' }>): boolean {
  if (event.asked === undefined || !BESIDE_QUESTION.includes(event.command.do)) return false;
  const { focus } = work.state;
  return askedNow(focus) !== event.asked;
}

function askedNow(focus: Work['state']['focus']): string | null {
  if ('path' in focus) return focus.path;
  if (focus.in === 'choose') return focus.question ?? null;
  return focus.in === 'review' ? 'confirm' : null;
}

/** A button of an older message never fills the question in hand. */
function stale(work: Work): Work {
  const told = note(work, line('stale.button'));
  const draft = draftInHand(work);
  return draft ? askAgain(told, draft) : say(told, { lines: [], buttons: ELSEWHERE });
}

function unreadable(work: Work, what: 'voice' | 'sticker' | 'other'): Work {
  if (what === 'sticker') return work;
  const told = note(work, line(`talk.unreadable-${what}`));
  const draft = draftInHand(work);
  return draft ? askAgain(told, draft) : say(told, { lines: [], buttons: ELSEWHERE });
}
