/** A code that joins two channels, six digits as a rule: said in the old one, typed in the new one, once, within ten minutes. */
import { staffRoles } from '../programme/standing.ts';
import type { CodeView } from './care-types.ts';
import { codeHash } from './code-hash.ts';
import { colleagueJoins } from './flow-colleague.ts';
import { openDrafts, park } from './focus.ts';
import { longCode, sixDigits } from './one-time-code.ts';
import type { Event } from './reducer-types.ts';
import { button, effect, line, mine, query, say, type Work, withState } from './work.ts';

/** Minutes a code between channels lives. */
const MINUTES = 10;

type CodeRead = Extract<Event, { type: 'code-read' }>;

/** 换个渠道: a one-time code. Staff sign in at the desk instead; a code that opened it could be read over a shoulder. */
export function wishCode(work: Work): Work {
  return isStaff(work) ? say(work, { lines: [line('care.code-staff')] }) : query(work, { type: 'code-wish' });
}

/** The code: six digits; a long one while many guess, which nobody guesses and so nothing holds up. */
export function giveCode(work: Work, { held }: Extract<Event, { type: 'code-wish-read' }>): Work {
  const code = held ? longCode(work, 'join-code') : sixDigits(work);
  const until = new Date(Date.parse(work.event.at) + MINUTES * 60_000).toISOString();
  return say(effect(work, { type: 'save-code', hash: codeHash(code), draft: null, until }), {
    lines: [
      line('care.code', { code }),
      line(held ? 'care.code-how-long' : 'care.code-how', { minutes: MINUTES }),
      line('care.code-secret'),
    ],
    buttons: [button('button.return-link', { do: 'return-link' })],
  });
}

function isStaff(work: Work): boolean {
  const { account, memberships } = mine(work);
  return staffRoles({ account: account.id, memberships }).size > 0;
}

/** A code was looked up: joins the two accounts, or the colleague's draft; a wrong one counts. */
export function codeRead(work: Work, { query: asked, found, tries, held }: CodeRead): Work {
  if (held) return say(work, { lines: [line('care.code-held')], buttons: [person] });
  if (tries <= 0) return say(work, { lines: [line('care.code-blocked')], buttons: [person] });
  if (found === null || found.isStaff) return wrongCode(work, tries - 1);
  if (found.draft !== null) return colleagueJoins(work, asked.hash, { ...found, draft: found.draft });
  if (found.account === mine(work).account.id) return say(work, { lines: [line('care.code-same')] });
  if (isStaff(work)) return say(work, { lines: [line('care.code-staff')] });
  return isSure(work, asked.hash) ? joinChannels(work, asked.hash, found) : askIfOwn(work, asked.hash);
}

/** Who has nothing here has nothing to lose; anybody else was asked first and said yes to this very code. */
function isSure(work: Work, hash: string): boolean {
  const { account, cases, profile } = mine(work);
  const own = openDrafts(work).filter((each) => each.account === account.id);
  if (own.length === 0 && cases.length === 0 && profile === null) return true;
  const { focus } = work.state;
  return focus.in === 'confirm' && focus.command.do === 'join-code' && focus.command.code === hash;
}

/** Everything here would go to whoever gave the code: a stranger may have sent it. */
function askIfOwn(work: Work, hash: string): Work {
  const command = { do: 'join-code', code: hash } as const;
  return say(withState(park(work), { focus: { in: 'confirm', command } }), {
    lines: [line('care.join-sure')],
    buttons: [button('care.button.join-yes', command, 'primary'), button('button.never-mind', { do: 'deny' })],
  });
}

const person = button('button.handoff', { do: 'handoff' });

function wrongCode(work: Work, left: number): Work {
  return say(effect(work, { type: 'count-wrong-code' }), {
    lines: [line(left > 0 ? 'care.code-wrong' : 'care.code-blocked', { left })],
    buttons: [person],
  });
}

function joinChannels(work: Work, hash: string, found: CodeView): Work {
  const { id } = mine(work).account;
  const object = { kind: 'account', id: found.account };
  const joined = effect(
    work,
    { type: 'join-account', hash, into: found.account, channel: work.event.channel },
    { type: 'audit', action: 'join-account', object, from: id, to: found.account },
  );
  const count = { drafts: found.drafts, cases: found.cases };
  return say(joined, {
    lines: [line('care.joined'), line('care.joined-what', count)],
    buttons: [
      ...(found.drafts > 0 ? [button('button.resume', { do: 'resume' }, 'primary')] : []),
      button('button.status', { do: 'status' }),
      button('button.open-lists', { do: 'find' }),
    ],
  });
}
