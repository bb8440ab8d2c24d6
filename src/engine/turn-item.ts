/** What claimed messages mean: one event each, files of one album together. */
import { type Address, addressKey, isShared } from '../conversation/address.ts';
import type { Event, EventStamp } from '../conversation/reducer-types.ts';
import type { Chosen, FileRef } from '../ports/message.ts';
import type { ClaimedMessage, TurnResult } from '../ports/turn.ts';
import type { Locale } from '../programme/records.ts';
import { clean } from '../text/clean.ts';
import { redact } from '../text/redact.ts';
import type { Command } from '../understanding/command.ts';
import { collectFiles } from './collect-files.ts';
import type { Running } from './parts.ts';

/** One step of a turn: the messages it takes and the event they make; null when there is nothing to react to. */
export interface TurnItem {
  readonly messages: readonly ClaimedMessage[];
  readonly address: Address;
  readonly event: Event | null;
  /** Language of the desk page it came from; its answers are in it. */
  readonly locale?: Locale;
  /** What the transcript keeps of it, redacted. */
  readonly said: TurnResult['said'];
}

/** Longest text the reducer sees; anything longer is no answer to anything. */
const LONGEST_TEXT = 60_000;
const LONGEST_REASON = 1000;

/** Files sent one after another by the same seat are one item; every other message is its own. */
export function groupMessages(messages: readonly ClaimedMessage[]): readonly (readonly ClaimedMessage[])[] {
  const groups: ClaimedMessage[][] = [];
  for (const message of messages) {
    const open = groups.at(-1);
    if (open && joinsAlbum(open, message)) open.push(message);
    else groups.push([message]);
  }
  return groups;
}

function joinsAlbum(open: readonly ClaimedMessage[], next: ClaimedMessage): boolean {
  const [first] = open;
  return (
    first !== undefined &&
    isFiles(first) &&
    isFiles(next) &&
    next.inbound.said === undefined &&
    addressKey(first.inbound.address) === addressKey(next.inbound.address)
  );
}

function isFiles({ inbound }: ClaimedMessage): boolean {
  return (inbound.files?.length ?? 0) > 0 && inbound.chose === undefined && inbound.edits === undefined;
}

/** Reads one group: looks up its button, fetches its files. `account` is null for somebody new; `burst` is the whole turn. */
export async function readItem(
  group: readonly ClaimedMessage[],
  burst: readonly ClaimedMessage[],
  account: string | null,
  parts: Running,
): Promise<TurnItem | null> {
  const [message] = group;
  if (!message) return null;
  const { inbound } = message;
  const { address } = inbound;
  const under = inbound.said === undefined ? null : await noticeOver(address, parts);
  // What the clock wanted said is judged by when it is said: never at night because it waited.
  const stamp: EventStamp = {
    at: inbound.timer ? parts.clock.now().toISOString() : inbound.receivedAt,
    ...(isShared(address) && { shared: true }),
    turn: message.turn,
    channel: address.channel,
    ...(under && { under }),
  };
  const read = await readEvent({ message, group, burst, account, stamp }, parts);
  const text = redact(read.shown ?? readable(inbound.said ?? ''));
  const said =
    text === ''
      ? []
      : [{ inbox: message.inbox, address, at: inbound.receivedAt, text, messageId: inbound.messageId ?? null }];
  const locale = mayCommand(address) ? pageLanguage(inbound.languageHint) : null;
  return { messages: group, address, event: read.event, said, ...(locale && { locale }) };
}

/** The notice somebody writes under; only Slack has threads. */
async function noticeOver({ channel, room, thread }: Address, { store }: Running): Promise<EventStamp['under'] | null> {
  return channel === 'slack' && thread !== undefined ? store.requests.noticeOf(room, thread) : null;
}

function pageLanguage(hint: string | undefined): Locale | null {
  return hint === 'zh' || hint === 'zh-Hant' || hint === 'en' ? hint : null;
}

interface Reading {
  readonly message: ClaimedMessage;
  readonly group: readonly ClaimedMessage[];
  readonly burst: readonly ClaimedMessage[];
  readonly account: string | null;
  readonly stamp: EventStamp;
}

/** An event, and what the transcript shows for it where that is not the words themselves. */
interface ReadEvent {
  readonly event: Event | null;
  readonly shown?: string;
}

async function readEvent(reading: Reading, parts: Running): Promise<ReadEvent> {
  const { message, group, stamp } = reading;
  const { inbound } = message;
  if (inbound.timer) return { event: { ...stamp, type: 'timer', ...inbound.timer } };
  if (inbound.chose) return chosenEvent(inbound.chose, reading, parts);
  if (inbound.edits !== undefined) return { event: await editedEvent(reading, parts) };
  const files = group.flatMap((each) => each.inbound.files ?? []);
  if (files.length > 0) return filesEvent(reading, files, parts);
  if (inbound.unreadable) return { event: { ...stamp, type: 'sent-unreadable', what: inbound.unreadable } };
  const text = readable(inbound.said ?? '');
  if (text !== '') return { event: { ...stamp, type: 'said', text } };
  if (inbound.opened) return { event: { ...stamp, type: 'opened' } };
  return { event: inbound.said === undefined ? null : { ...stamp, type: 'sent-unreadable', what: 'other' } };
}

function readable(text: string): string {
  return clean(text.slice(0, LONGEST_TEXT)).trim();
}

async function chosenEvent(chosen: Chosen, { message, account, stamp }: Reading, parts: Running): Promise<ReadEvent> {
  const from = message.inbound.address;
  const stale: ReadEvent = { event: { ...stamp, type: 'stale-button' } };
  if ('command' in chosen) {
    return mayCommand(from) ? { event: { ...stamp, type: 'chose', command: chosen.command } } : stale;
  }
  const found = await parts.store.messages.commandOf(chosen.button);
  if (!found || !belongsTo(found, from, account)) return stale;
  const asked = !found.latest && found.asks !== null ? { asked: found.asks } : {};
  return {
    event: { ...stamp, type: 'chose', command: withReason(found.command, message), ...asked },
    shown: found.label,
  };
}

/** A form that asked for the reason at once sends it along with the press. */
function withReason(command: Command, { inbound }: ClaimedMessage): Command {
  const reason = readable(inbound.said ?? '').slice(0, LONGEST_REASON);
  return command.do === 'act' && command.reason === undefined && reason !== '' ? { ...command, reason } : command;
}

/** Only signed-in desks and the operator's own console may name a command; everyone else presses what they were sent. */
function mayCommand(from: Address): boolean {
  return from.channel === 'console' || (from.channel === 'web' && from.room.startsWith('desk:'));
}

/** A private message's buttons belong to its account, a shared room's to whoever is in the room. */
function belongsTo(
  button: { readonly account: string | null; readonly to: Address },
  from: Address,
  account: string | null,
): boolean {
  if (button.account !== null) return button.account === account;
  if (button.to.channel !== from.channel) return false;
  const sharedDesk = button.to.channel === 'web' && button.to.room === 'desk' && from.room.startsWith('desk:');
  return sharedDesk || button.to.room === from.room;
}

async function editedEvent({ message, burst, stamp }: Reading, parts: Running): Promise<Event | null> {
  const { edits, address, said } = message.inbound;
  const text = readable(said ?? '');
  if (edits === undefined || text === '') return null;
  const seat = addressKey(address);
  // An edit bears the number of the message it edits: only a message that was said first is the original.
  const here = burst.find(
    ({ inbound }) => inbound.edits === undefined && inbound.messageId === edits && addressKey(inbound.address) === seat,
  );
  const original = here?.turn ?? (await parts.store.messages.turnOfMessage(address, edits));
  const saidAt = here?.inbound.receivedAt ?? (await parts.store.messages.timeOfMessage(address, edits));
  return { ...stamp, type: 'edited', text, original: original ?? '', ...(saidAt !== null && { saidAt }) };
}

async function filesEvent({ message, stamp }: Reading, refs: readonly FileRef[], parts: Running): Promise<ReadEvent> {
  const channel = parts.channels.find((each) => each.name === message.inbound.address.channel);
  const collected = await collectFiles(refs, channel, parts, message.inbound.address);
  const caption = readable(message.inbound.said ?? '');
  const names = [...collected.files, ...collected.refused].map((file) => `📎 ${file.name}`);
  return {
    event: { ...stamp, type: 'sent-files', ...collected, ...(caption !== '' && { caption }) },
    shown: [caption, ...names].filter((line) => line !== '').join('\n'),
  };
}
