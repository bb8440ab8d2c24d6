/** One turn: what waits for an account, in order, answered together; everything it changes in one result. */

import { upgradeState } from '../conversation/initial-state.ts';
import type { Effect, Mine, State } from '../conversation/reducer-types.ts';
import { botError } from '../errors.ts';
import type { ClaimedMessage, ClaimedTurn, TurnResult } from '../ports/turn.ts';
import type { Account } from '../programme/records.ts';
import { auditRows } from './audit-rows.ts';
import { readMine } from './book.ts';
import { newAccount } from './new-account.ts';
import { makeOutgoing, type TurnStep } from './outgoing.ts';
import type { Running } from './parts.ts';
import { type Player, play } from './play.ts';
import { groupMessages, readItem, type TurnItem } from './turn-item.ts';

/** What became of a turn: a result for the messages that went well, and the ones that are left over. */
export interface TurnOutcome {
  readonly result: TurnResult | null;
  /** The messages that made the turn throw, with what they threw. */
  readonly failure: { readonly messages: readonly ClaimedMessage[]; readonly error: unknown } | null;
  /** Not looked at: they wait for the next turn. */
  readonly left: readonly ClaimedMessage[];
}

/** Items read before: a turn that is run again fetches no file twice. */
export type ReadItems = Map<number, TurnItem>;

interface Progress {
  readonly state: State;
  readonly mine: Mine;
  readonly done: readonly (TurnStep & { readonly item: TurnItem })[];
}

/** Runs a turn without changing anything. Throws BotError `store` or `conflict`; what one message throws is in the outcome. */
export async function runTurn(
  turn: ClaimedTurn,
  read: ReadItems,
  player: Player,
  parts: Running,
): Promise<TurnOutcome> {
  const account = await accountOf(turn, parts);
  const mine = await readMine(parts.store, account, turn.account === null);
  let now: Progress = { state: upgradeState(turn.state), mine, done: [] };
  let failure: TurnOutcome['failure'] = null;
  const groups = groupMessages(turn.messages.slice(0, parts.tuning.burst));
  for (const group of groups) {
    if (isDeleted(now) || mustCommit(now)) break;
    try {
      now = await take(group, turn, now, read, player, parts);
    } catch (error) {
      failure = { messages: group, error };
      break;
    }
  }
  const finished = now.done.flatMap((step) => step.item.messages);
  const handled = new Set([...finished, ...(failure?.messages ?? [])]);
  const left = turn.messages.filter((message) => !handled.has(message));
  const result = finished.length > 0 ? await makeResult({ ...turn, messages: finished }, now, parts) : null;
  return { result, failure, left };
}

async function accountOf(turn: ClaimedTurn, parts: Running): Promise<Account> {
  const [first] = turn.messages;
  if (!first) throw botError('data', 'a turn without messages');
  if (turn.account === null) return newAccount(first);
  const account = await parts.store.records.account(turn.account);
  if (!account) throw botError('conflict', 'the account of a claimed turn is gone');
  return account;
}

async function take(
  group: readonly ClaimedMessage[],
  turn: ClaimedTurn,
  now: Progress,
  read: ReadItems,
  player: Player,
  parts: Running,
): Promise<Progress> {
  const key = group[0]?.inbox ?? -1;
  // Before it is looked at: a message that ends the process is known by this.
  await parts.store.turns.reading(
    turn.messages[0]?.inbox ?? -1,
    group.map((message) => message.inbox),
  );
  const item = read.get(key) ?? (await readItem(group, turn.messages, turn.account, parts));
  if (!item) return now;
  read.set(key, item);
  const { event, address } = item;
  if (!event) return { ...now, done: [...now.done, { item, address, effects: [] }] };
  const { state, mine, effects } = await play(player, now.state, now.mine, event);
  const locale = item.locale === undefined ? {} : { locale: item.locale };
  return { state, mine, done: [...now.done, { item, address, effects, ...locale }] };
}

function isDeleted({ done }: Progress): boolean {
  return done.some((step) => step.effects.some((effect) => effect.type === 'delete-account'));
}

/** What later messages stand on must be written first: wrong codes are counted, joined accounts and drafts are read anew. */
const COMMIT_FIRST: readonly Effect['type'][] = ['count-wrong-code', 'join-account', 'join-draft'];

function mustCommit({ done }: Progress): boolean {
  return done.at(-1)?.effects.some((effect) => COMMIT_FIRST.includes(effect.type)) ?? false;
}

async function makeResult(turn: ClaimedTurn, now: Progress, parts: Running): Promise<TurnResult> {
  const [first] = turn.messages;
  const last = turn.messages.at(-1);
  const { account } = now.mine;
  const deleted = isDeleted(now);
  return {
    turn,
    account,
    link: turn.account === null ? (first?.inbound.address ?? null) : null,
    state: now.state,
    effects: now.done.flatMap(withPlace).filter(isForStore),
    audit: now.done.flatMap((step) => stepAudit(step, account.id)),
    outgoing: await makeOutgoing(unforgotten(now.done), { account, turn: last?.turn ?? '', deleted }, parts),
    said: deleted ? [] : now.done.flatMap((step) => step.item.said),
  };
}

/** Without the answers to what a later message of the turn wished forgotten: they may repeat it. */
function unforgotten(done: Progress['done']): Progress['done'] {
  const last = done.findLastIndex((step) => step.effects.some((effect) => effect.type === 'forget-talk'));
  return done.map((step, n) =>
    n < last ? { ...step, effects: step.effects.filter((effect) => effect.type !== 'reply') } : step,
  );
}

/** What only the engine knows: the seat somebody asked from, and the browser that is in their hand. */
function withPlace({ effects, address, item }: Progress['done'][number]): readonly Effect[] {
  const session = item.messages.at(-1)?.inbound.session;
  return effects.map((effect) => {
    if ((effect.type === 'handoff' || effect.type === 'save-request') && effect.request.from === null)
      return { ...effect, request: { ...effect.request, from: address } };
    return effect.type === 'revoke-return-links' && session !== undefined ? { ...effect, keep: session } : effect;
  });
}

function isForStore(effect: Effect): boolean {
  return effect.type !== 'reply' && effect.type !== 'tell';
}

function stepAudit(step: Progress['done'][number], actor: string): TurnResult['audit'] {
  const [message] = step.item.messages;
  return message ? auditRows(step.effects, { at: message.inbound.receivedAt, actor, turn: message.turn }) : [];
}
