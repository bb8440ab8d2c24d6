/** What is known about a person, and forgetting it (R39). */

import { NO_CARE } from '../programme/care.ts';
import { leftBehind } from '../programme/left-behind.ts';
import { maskPhone } from '../text/mask-phone.ts';
import { takeCaseBack } from './flow-leave.ts';
import { canWithdraw } from './flow-status.ts';
import { wishesOf } from './flow-subscribe.ts';
import { localeOf } from './focus.ts';
import { initialState } from './initial-state.ts';
import type { Line } from './say.ts';
import { shorten } from './shorten.ts';
import { tellStaff } from './tell-staff.ts';
import { button, effect, line, mine, say, type Work, withState } from './work.ts';

/** Says what is stored, in counts and kinds, with the whole as a file. */
export function myData(work: Work): Work {
  const { profile, drafts, cases, consents, account } = mine(work);
  const open = drafts.filter((each) => each.status === 'open' && each.account === account.id).length;
  const wishes = wishesOf(work).length;
  const shared = new Set((mine(work).care ?? NO_CARE).colleagues.map((each) => each.draft)).size;
  return say(work, {
    lines: [
      line('data.head'),
      line('data.what', {
        profile: profile ? 1 : 0,
        drafts: open,
        cases: cases.length,
        consents: consents.length,
      }),
      ...knownLines(work),
      line('care.data', { wishes, shared }),
      line('data.rights'),
    ],
    buttons: [button('button.return-link', { do: 'return-link' }), button('button.delete-data', { do: 'delete-data' })],
    files: [{ document: 'my-data', id: account.id }],
  });
}

/** Values shown of those known. */
const MOST_KNOWN = 4;

/** Who the person is here, as told in the profile or in a form, telephone numbers covered. */
function knownLines(work: Work): readonly Line[] {
  const { profile, drafts, account } = mine(work);
  const own = drafts.filter((each) => each.account === account.id && each.status !== 'discarded');
  const told = new Map<string, string>();
  const { profileForm } = work.book.programme;
  for (const { form, answers } of [...(profile ? [{ form: profileForm, answers: profile.answers }] : []), ...own]) {
    for (const field of work.book.form(form).stages.flatMap((stage) => stage.fields)) {
      const value = answers[field.id];
      const personal = field.from !== undefined || field.kind === 'email' || field.kind === 'phone';
      if (!personal || typeof value !== 'string' || [...told.values()].includes(value)) continue;
      const label = work.book.text(line('text', { text: { bilingual: field.label } }));
      if (!told.has(label)) told.set(label, shorten(maskPhone(value), 30));
    }
  }
  const shown = [...told].slice(0, MOST_KNOWN).map(([label, value]) => `${label} ${value}`);
  return shown.length === 0 ? [] : [line('data.known', { list: shown.join(localeOf(work) === 'en' ? ', ' : '、') })];
}

/** Names what goes and what must stay and why; only the button or the explicit phrase after it deletes. */
export function askDeletion(work: Work): Work {
  const submitted = mine(work).cases.filter((each) => each.status !== 'withdrawn').length;
  const free = mine(work).cases.filter(canWithdraw);
  const named = free
    .slice(0, 3)
    .map((each) => each.reference)
    .join(' ');
  const command = { do: 'delete-data', confirmed: true } as const;
  return say(withState(work, { focus: { in: 'confirm', command } }), {
    lines: [
      line('delete.goes', {
        drafts: mine(work).drafts.filter((each) => each.status === 'open' && each.account === mine(work).account.id)
          .length,
      }),
      ...(submitted > 0 ? [line('delete.stays', { n: submitted })] : []),
      ...(free.length > 0 ? [line('delete.may-withdraw', { n: free.length, list: named })] : []),
      line('delete.sure'),
    ],
    buttons: [
      button('button.delete-yes', command, 'danger'),
      ...(free.length > 0 ? [button('button.withdraw-and-delete', { ...command, withdraw: true }, 'danger')] : []),
      button('button.never-mind', { do: 'deny' }),
    ],
  });
}

/** Staff hear of every paper that stays open without its person; with `withdraw`, what may be taken back is. */
function leave(work: Work, withdraw: boolean): Work {
  return mine(work)
    .cases.filter((each) => each.kind !== 'listing' && each.submittedAt !== null && each.turn !== 'nobody')
    .reduce((left, each) => {
      const taken = withdraw && canWithdraw(each) ? takeCaseBack(left, each) : null;
      return taken?.ok ? taken.work : tellStaff(left, leftBehind(each), 'owner-gone');
    }, work);
}

/** Deletes the account's data and gives a receipt; with `withdraw`, takes back first what still can be. The conversation begins anew. */
export function deleteData(work: Work, withdraw: boolean): Work {
  const { focus } = work.state;
  if (focus.in !== 'confirm' || focus.command.do !== 'delete-data') return askDeletion(work);
  const receipt = work.event.turn.slice(0, 8).toUpperCase();
  const gone = effect(leave(work, withdraw), { type: 'delete-account' });
  const said = say(gone, {
    lines: [line('delete.done', { receipt })],
    buttons: [button('button.start', { do: 'start' })],
    farewell: true,
  });
  return { ...said, state: { ...initialState(), lastSaid: said.state.lastSaid } };
}
