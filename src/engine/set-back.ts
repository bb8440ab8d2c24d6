/** What happens to messages whose turn threw: tried again later, and put aside with an apology the third time. */

import type { ClaimedMessage, ClaimedTurn, SuspectMessage } from '../ports/turn.ts';
import type { Locale } from '../programme/records.ts';
import { describeError } from './describe-error.ts';
import { newAccount } from './new-account.ts';
import { outgoingOf } from './outgoing.ts';
import type { Running } from './parts.ts';

/** A message is put aside when it has thrown this often. */
const TRIES = 3;

/** Gives the messages back for another try, or parks them. `tried` counts the tries before this one. */
export async function setBack(
  turn: ClaimedTurn,
  messages: readonly ClaimedMessage[],
  tried: number,
  error: unknown,
  parts: Running,
): Promise<void> {
  const reason = describeError(error);
  const [first, ...others] = messages;
  if (!first) return;
  if (tried + 1 < TRIES) {
    const retryAt = new Date(parts.clock.now().getTime() + parts.tuning.retryMs * 2 ** tried);
    parts.log.warn({ inbox: first.inbox, tried: tried + 1, reason }, 'a turn failed and will be tried again');
    await parts.store.turns.release(
      messages.map((message) => message.inbox),
      retryAt,
      reason,
    );
    return;
  }
  parts.log.error({ inbox: first.inbox, reason }, 'a message failed three times and was put aside');
  await putAside({ message: first, account: turn.account, reason }, parts);
  for (const other of others) await parts.store.turns.park(other.inbox, reason, null);
  parts.crash('turn:after-park');
}

/** Parks a message with an apology to its person; staff see it and may have it read again. */
export async function putAside({ message, account, reason }: SuspectMessage, parts: Running): Promise<void> {
  const apology = await sorry(account, message, parts);
  parts.crash('turn:before-park');
  await parts.store.turns.park(message.inbox, reason, apology);
}

async function sorry(id: string | null, message: ClaimedMessage, parts: Running) {
  const account = id === null ? null : await parts.store.records.account(id);
  const locale: Locale = (account ?? newAccount(message)).locale;
  const button = { label: { key: 'engine.person' }, command: { do: 'handoff' } } as const;
  const say = { lines: [{ key: 'engine.sorry' }], buttons: [button], cards: [], files: [] };
  const to = message.inbound.address;
  return outgoingOf({ to, say, locale, account: account?.id ?? null }, `${message.turn}.sorry`, parts);
}
