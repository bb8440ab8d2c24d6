/** What is known about a person, and forgetting it (R39). */

import { initialState } from './initial-state.ts';
import { button, effect, line, mine, say, type Work, withState } from './work.ts';

/** Says what is stored, in counts and kinds, with the whole as a file. */
export function myData(work: Work): Work {
  const { profile, drafts, cases, consents, account } = mine(work);
  const open = drafts.filter((each) => each.status === 'open').length;
  return say(work, {
    lines: [
      line('data.head'),
      line('data.what', {
        profile: profile ? 1 : 0,
        drafts: open,
        cases: cases.length,
        consents: consents.length,
      }),
      line('data.rights'),
    ],
    buttons: [button('button.return-link', { do: 'return-link' }), button('button.delete-data', { do: 'delete-data' })],
    files: [{ document: 'my-data', id: account.id }],
  });
}

/** Names what goes and what must stay and why; only the button or the explicit phrase after it deletes. */
export function askDeletion(work: Work): Work {
  const submitted = mine(work).cases.filter((each) => each.status !== 'withdrawn').length;
  const command = { do: 'delete-data', confirmed: true } as const;
  return say(withState(work, { focus: { in: 'confirm', command } }), {
    lines: [
      line('delete.goes', { drafts: mine(work).drafts.filter((each) => each.status === 'open').length }),
      ...(submitted > 0 ? [line('delete.stays', { n: submitted })] : []),
      line('delete.sure'),
    ],
    buttons: [button('button.delete-yes', command, 'danger'), button('button.never-mind', { do: 'deny' })],
  });
}

/** Deletes the account's data and gives a receipt; the conversation begins anew. */
export function deleteData(work: Work): Work {
  const { focus } = work.state;
  if (focus.in !== 'confirm' || focus.command.do !== 'delete-data') return askDeletion(work);
  const receipt = work.event.turn.slice(0, 8).toUpperCase();
  const gone = effect(work, { type: 'delete-account' });
  const said = say(gone, {
    lines: [line('delete.done', { receipt })],
    buttons: [button('button.start', { do: 'start' })],
  });
  return { ...said, state: { ...initialState(), lastSaid: said.state.lastSaid } };
}
