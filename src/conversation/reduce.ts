/** The pure core: one event in, the next state, queries and effects out. Reads no clock, makes no random ids. */
import { greet, showHits } from './flow-discover.ts';
import { showFits } from './flow-fits.ts';
import { editedMessage } from './flow-edited.ts';
import { filesArrived } from './flow-files.ts';
import { showQueue } from './flow-queue.ts';
import { caseRead } from './obey-staff.ts';
import { askAgain } from './flow-next.ts';
import { draftInHand } from './focus.ts';
import { obey } from './obey.ts';
import type { Event, Reduce } from './reducer-types.ts';
import { said } from './said.ts';
import { begin, finish, line, note, say, type Work } from './work.ts';

/** (state, event, book) → step. Never throws on any event of its type. */
export const reduce: Reduce = (state, event, book) => finish(handle(begin(state, event, book), event));

function handle(work: Work, event: Event): Work {
  switch (event.type) {
    case 'opened':
      return greet(work);
    case 'said':
      return said(work, event.text);
    case 'chose':
      return obey(work, event.command);
    case 'stale-button':
      return stale(work);
    case 'sent-files':
      return filesArrived(work, event);
    case 'edited':
      return editedMessage(work, event);
    case 'sent-unreadable':
      return unreadable(work, event.what);
    case 'understood':
      return obey(work, event.command ?? { do: 'none', text: event.text });
    case 'matched':
      return showHits(work, event.query, event.hits);
    case 'fits-found':
      return showFits(work, event);
    case 'case-read':
      return caseRead(work, event.query.then, event.case);
    case 'queue-read':
      return showQueue(work, event.cases, event.total);
  }
}

/** A button of an older message never fills the question in hand. */
function stale(work: Work): Work {
  const told = note(work, line('stale.button'));
  const draft = draftInHand(work);
  return draft ? askAgain(told, draft) : say(told, { lines: [] });
}

function unreadable(work: Work, what: 'voice' | 'sticker' | 'other'): Work {
  if (what === 'sticker') return work;
  const told = note(work, line(`talk.unreadable-${what}`));
  const draft = draftInHand(work);
  return draft ? askAgain(told, draft) : say(told, { lines: [] });
}
