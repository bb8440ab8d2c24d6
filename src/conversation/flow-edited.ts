/** An edited message: a correction of the field it had filled, said so; after submission nothing changes. */

import { clean } from '../text/clean.ts';
import { answerText } from './flow-answer.ts';
import { askAgain } from './flow-next.ts';
import { draftInHand } from './focus.ts';
import type { Event } from './reducer-types.ts';
import { button, line, mine, note, say, type Work } from './work.ts';

/** Corrects the draft field this message had filled; a submitted draft only gets an offer to change it properly. */
export function editedMessage(work: Work, event: Extract<Event, { type: 'edited' }>): Work {
  const found = mine(work)
    .drafts.flatMap((draft) => Object.entries(draft.filledBy).map(([path, turn]) => ({ draft, path, turn })))
    .find((each) => each.turn === event.original);
  if (!found) return backInForm(note(work, line('edited.unknown')));
  if (found.draft.status !== 'open') {
    return say(work, {
      lines: [line('edited.submitted')],
      buttons: [button('button.change', { do: 'change', path: found.path, draft: found.draft.id })],
    });
  }
  return answerText(note(work, line('edited.taken')), found.draft, found.path, clean(event.text).trim());
}

function backInForm(work: Work): Work {
  const draft = draftInHand(work);
  return draft ? askAgain(work, draft) : work;
}
