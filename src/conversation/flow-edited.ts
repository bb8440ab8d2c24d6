/** An edited message: a correction of the field it had filled, said so; after submission nothing changes. */

import { handedInStage } from '../programme/handed-in.ts';
import type { Draft } from '../programme/records.ts';
import { clean } from '../text/clean.ts';
import { answerText } from './flow-answer.ts';
import { askAgain } from './flow-next.ts';
import { draftInHand } from './focus.ts';
import type { Event } from './reducer-types.ts';
import { button, line, mine, note, say, type Work } from './work.ts';

/** Edits of messages older than this change nothing. */
const OLDEST_MS = 48 * 3_600_000;

type Edited = Extract<Event, { type: 'edited' }>;

/** Corrects the draft field this message had filled; what was handed in only gets an offer to change it properly. */
export function editedMessage(work: Work, event: Edited): Work {
  const found = mine(work)
    .drafts.flatMap((draft) => Object.entries(draft.filledBy).map(([path, turn]) => ({ draft, path, turn })))
    .find((each) => each.turn === event.original);
  if (!found) return nothingFilled(work);
  if (isHandedIn(work, found.draft, found.path)) return offerVersion(work, found.draft, found.path);
  if (isLate(event)) return backInForm(note(work, line('care.edited-late')));
  return filledByOriginal(
    answerText(note(work, line('edited.taken')), found.draft, found.path, clean(event.text).trim()),
    found.path,
    event,
  );
}

/** The field stays the original message's: it can be edited again. */
function filledByOriginal(work: Work, path: string, { turn, original }: Edited): Work {
  const effects = work.effects.map((each) =>
    each.type === 'save-draft' && each.draft.filledBy[path] === turn
      ? { ...each, draft: { ...each.draft, filledBy: { ...each.draft.filledBy, [path]: original } } }
      : each,
  );
  return { ...work, effects };
}

function isLate({ at, saidAt }: Edited): boolean {
  return saidAt !== undefined && Date.parse(at) - Date.parse(saidAt) > OLDEST_MS;
}

function isHandedIn(work: Work, draft: Draft, path: string): boolean {
  return draft.status !== 'open' || handedInStage(work.book.form(draft.form), draft, path) !== null;
}

/** The message filled nothing that is known; with everything handed in, changing means a new version. */
function nothingFilled(work: Work): Work {
  const last = mine(work)
    .drafts.filter((draft) => draft.case !== null && draft.status !== 'discarded')
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
  if (!last || draftInHand(work)) return backInForm(note(work, line('edited.unknown')));
  return offerVersion(work, last, '');
}

function offerVersion(work: Work, draft: Draft, path: string): Work {
  return say(work, {
    lines: [line('edited.submitted')],
    buttons: [button('button.change', { do: 'change', path, draft: draft.id })],
  });
}

function backInForm(work: Work): Work {
  const draft = draftInHand(work);
  return draft ? askAgain(work, draft) : work;
}
