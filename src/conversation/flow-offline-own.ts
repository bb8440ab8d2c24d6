/** R41 for what was handed in: its own person says that it is secret, after a screen that names it and says what goes. */
import { move } from '../programme/move.ts';
import type { CaseRecord, Draft } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { park } from './focus.ts';
import { secretWords } from './offline-with.ts';
import type { Effect } from './reducer-types.ts';
import { listingOfCase, ownFacts } from './resubmit.ts';
import { shorten } from './shorten.ts';
import { tellStaff } from './tell-staff.ts';
import { button, effect, line, mine, ownCase, say, type Work, withState } from './work.ts';

/** A message has four buttons: one says "none of these", and where there are more cases one shows the next. */
const BUTTONS = 4;

/** Cases of the person that still hold words: live, neither taken back nor offline already nor grown into a bid. */
export function casesWithWords(work: Work): readonly CaseRecord[] {
  return mine(work)
    .cases.filter((each) => each.source === 'live' && !each.offline && !['withdrawn', 'grown'].includes(each.status))
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** The talk about these drafts is to be forgotten; they are gone before their readers are looked for, so they are named here. */
export function forgetTalk(work: Work, drafts: readonly Draft[]): Effect {
  const ids = drafts.map((draft) => draft.id);
  const colleagues = (mine(work).care?.colleagues ?? [])
    .filter((each) => ids.includes(each.draft))
    .map((each) => each.account);
  return {
    type: 'forget-talk',
    ...(colleagues.length > 0 && { colleagues }),
    ...(ids.length > 0 && { drafts: ids }),
  };
}

/** Nothing is in hand, but something was handed in: asks whether that is meant; what was just said is forgotten already. */
export function askWhichIsSecret(work: Work, cases: readonly CaseRecord[], page: number): Work {
  const held = withState(effect(park(work), forgetTalk(work, [])), { search: null });
  const [only] = cases.length === 1 ? cases : [];
  if (only) return askOffline(held, only, { do: 'offline', case: only.id });
  const fits = cases.length < BUTTONS;
  const size = fits ? cases.length : BUTTONS - 2;
  const from = page * size < cases.length ? page * size : 0;
  const shown = cases.slice(from, from + size);
  const next = from + size < cases.length ? page + 1 : 0;
  return say(withState(held, { focus: { in: 'idle' } }), {
    lines: [
      line('offline.which'),
      ...shown.map((each, n) => line('offline.row', { n: n + 1, name: shorten(each.title, 24), ...named(each) })),
    ],
    buttons: [
      ...shown.map((each) => ({
        label: line('text', { text: each.reference }),
        command: { do: 'offline', case: each.id } as const,
      })),
      ...(fits ? [] : [button('button.more', { do: 'offline', page: next })]),
      button('button.offline-none', { do: 'offline', case: null }),
    ],
  });
}

/** The screen that names the case and says what goes; only a yes to it does it. */
function askOffline(work: Work, own: CaseRecord, command: Extract<Command, { do: 'offline' }>): Work {
  const isAsked = command.case !== undefined;
  const lines = isAsked
    ? [line('offline.is-it', { title: shorten(own.title, 40), ...named(own) }), line('offline.what-goes')]
    : [line('offline.confirm', named(own))];
  return say(withState(park(work), { focus: { in: 'confirm', command } }), {
    lines,
    buttons: [
      button('button.offline-yes', command, 'danger'),
      isAsked
        ? button('button.offline-not-it', { do: 'offline', case: null })
        : button('button.never-mind', { do: 'deny' }),
    ],
  });
}

function named(own: CaseRecord) {
  return { reference: own.reference };
}

/** What was handed in is made contact-only by its own person; where it has gone too far for that, staff are told to do it. */
export function ownOffline(work: Work, own: CaseRecord, command: Extract<Command, { do: 'offline' }>): Work {
  const { focus } = work.state;
  const asked =
    focus.in === 'confirm' &&
    focus.command.do === 'offline' &&
    JSON.stringify(focus.command) === JSON.stringify(command);
  if (!asked) return askOffline(work, own, command);
  const idle = withState(work, { focus: { in: 'idle' } });
  const result = move(own, 'mark-offline', ownFacts(work, own, listingOfCase(work, own)));
  if (!result.ok) return leftToStaff(idle, own);
  const drafts = mine(work).drafts.filter((draft) => draft.case?.id === own.id);
  const saved = effect(
    idle,
    {
      type: 'save-case',
      record: result.record,
      expected: own.version,
      action: 'mark-offline',
      from: own.status,
      forget: secretWords(own),
    },
    ...drafts.map((draft) => ({ type: 'delete-draft', id: draft.id }) as const),
    forgetTalk(work, drafts),
  );
  return say(tellStaff(saved, result.record, 'offline'), {
    lines: [line('offline.done', { reference: own.reference }), line('offline.call')],
    buttons: [button('button.status', { do: 'status' })],
  });
}

/** Under evaluation or published it is not its person's alone any more: staff are told, by number, to take it offline. */
function leftToStaff(work: Work, own: CaseRecord): Work {
  const told = tellStaff(effect(work, forgetTalk(work, [])), own, 'secret');
  return say(told, {
    lines: [
      line('offline.left-to-staff', { reference: own.reference }),
      line('offline.how', { contact: { bilingual: work.book.programme.contact } }),
    ],
    buttons: [button('button.status', { do: 'status', case: own.id })],
  });
}

/** The case a command names, when it is the person's and still holds words. */
export function namedCase(work: Work, id: string | null | undefined): CaseRecord | undefined {
  const own = typeof id === 'string' ? ownCase(work, id) : undefined;
  return own && casesWithWords(work).some((each) => each.id === own.id) ? own : undefined;
}
