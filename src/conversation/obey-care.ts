/** Commands about wishes, quiet times, codes and colleagues. */
import type { Command } from '../understanding/command.ts';
import { codeHash } from './code-hash.ts';
import { wishCode } from './flow-code.ts';
import { invite, removeColleague, showColleagues } from './flow-colleague.ts';
import { noReminder, setCare, snooze } from './flow-snooze.ts';
import { showWishes, subscribe, unsubscribe } from './flow-subscribe.ts';
import { line, query, say, type Work, withState } from './work.ts';

type CareName =
  | 'join-code'
  | 'subscribe'
  | 'subscriptions'
  | 'unsubscribe'
  | 'care'
  | 'snooze'
  | 'no-reminder'
  | 'invite'
  | 'colleagues'
  | 'remove-colleague';
type CareHandlers = { readonly [K in CareName]: (work: Work, command: Extract<Command, { do: K }>) => Work };

/** Handlers of these commands. */
export const CARE_HANDLERS: CareHandlers = {
  'join-code': (work, { code }) =>
    privately(work, () =>
      code === undefined
        ? wishCode(work)
        : query(understood(work), { type: 'code', hash: codeHash(code), short: isShort(code) }),
    ),
  subscribe: (work, wish) => privately(work, () => subscribe(understood(work), wish)),
  subscriptions: (work) => showWishes(understood(work)),
  unsubscribe: (work, { id }) => unsubscribe(understood(work), id),
  care: (work, wish) => setCare(understood(work), wish),
  snooze: (work, { days }) => snooze(understood(work), days),
  'no-reminder': (work, { draft }) => noReminder(work, draft),
  invite: (work, { draft }) => privately(work, () => invite(work, draft)),
  colleagues: (work, { draft }) => showColleagues(work, draft),
  'remove-colleague': (work, { draft, account }) => removeColleague(work, draft, account),
};

/** Six digits, spaced and hyphenated as the hash of a code lets them be. */
function isShort(code: string): boolean {
  return /^\d{6}$/.test(code.replace(/[\s-]/g, ''));
}

/** Codes and wishes are nobody else's: where others read along, the person is asked to write in private. */
function privately(work: Work, then: () => Work): Work {
  return work.event.shared ? say(work, { lines: [line('care.private-only')] }) : then();
}

function understood(work: Work): Work {
  return withState(work, { misses: 0 });
}
