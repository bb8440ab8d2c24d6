/** Telegram updates → inbound messages. Pure. */
import type { Address } from '../conversation/address.ts';
import type { FileRef, Inbound } from '../ports/message.ts';
import { isForBot, type TelegramBot, wordsForBot } from './telegram-mention.ts';
import type { TelegramCallback, TelegramMessage, TelegramUpdate } from './telegram-update.ts';

/** What reading a batch needs beside the updates. */
export interface TelegramContext {
  readonly bot: TelegramBot;
  readonly receivedAt: string;
  /** Whether the files of one album become one message. Only safe for updates that cannot have been accepted before. */
  readonly joinAlbums: boolean;
}

/** Presses of one button of one message by one person within this time are one press: apps send a press again under a new update id. */
const PRESS_WINDOW_MS = 15_000;

interface Read {
  readonly inbound: Inbound;
  readonly album: string | null;
}

/** The messages of a batch, in Telegram's order; updates that are not for us yield nothing. */
export function telegramInbounds(updates: readonly TelegramUpdate[], context: TelegramContext): readonly Inbound[] {
  const read = updates.flatMap((update, sequence) => readOne(update, sequence, context) ?? []);
  return context.joinAlbums ? joinAlbums(read) : read.map((each) => each.inbound);
}

function readOne(update: TelegramUpdate, sequence: number, context: TelegramContext): Read | null {
  const keys = [`telegram:${context.bot.id}:${update.update_id}`];
  const stamp = { keys, receivedAt: context.receivedAt, sequence };
  if (update.callback_query) return pressed(update.callback_query, stamp, context);
  const message = update.message ?? update.edited_message;
  if (!message || !isForBot(message, context.bot)) return null;
  return update.message ? spoken(message, stamp, context) : edited(message, stamp, context);
}

type Stamp = Pick<Inbound, 'keys' | 'receivedAt' | 'sequence'>;

function pressed(callback: TelegramCallback, stamp: Stamp, context: TelegramContext): Read | null {
  const { message, data, from } = callback;
  if (!message || data === undefined) return null;
  const press = `telegram:${context.bot.id}:press:${message.chat.id}:${message.message_id}:${from.id}:${data}`;
  const inbound = {
    ...stamp,
    keys: [...stamp.keys, ...pressKeys(press, Date.parse(stamp.receivedAt))],
    address: addressOf(message, from.id),
    chose: { button: data },
    ...hint(from.language_code),
  };
  return { inbound, album: null };
}

/** Two overlapping rows of time slots: presses less than the window apart share one, presses two windows apart share none. */
function pressKeys(press: string, at: number): readonly string[] {
  const slot = PRESS_WINDOW_MS * 2;
  return [`${press}:a${Math.floor(at / slot)}`, `${press}:b${Math.floor((at + PRESS_WINDOW_MS) / slot)}`];
}

function spoken(message: TelegramMessage, stamp: Stamp, context: TelegramContext): Read | null {
  if (!message.from || message.from.is_bot) return null;
  const files = filesOf(message);
  const words = wordsForBot(message, context.bot);
  const unreadable = files.length === 0 ? unreadableOf(message) : null;
  const isText = message.text !== undefined || words !== '';
  if (!isText && files.length === 0 && unreadable === null) return null;
  const inbound: Inbound = {
    ...stamp,
    address: addressOf(message, message.from.id),
    messageId: String(message.message_id),
    ...(isText ? { said: words === '' && files.length === 0 ? '/help' : words } : {}),
    ...(files.length > 0 ? { files } : {}),
    ...(unreadable === null ? {} : { unreadable }),
    ...hint(message.from.language_code),
  };
  return { inbound, album: files.length > 0 ? (message.media_group_id ?? null) : null };
}

function edited(message: TelegramMessage, stamp: Stamp, context: TelegramContext): Read | null {
  const said = wordsForBot(message, context.bot);
  if (!message.from || message.from.is_bot || said === '') return null;
  const id = String(message.message_id);
  const address = addressOf(message, message.from.id);
  return {
    inbound: { ...stamp, address, messageId: id, edits: id, said, ...hint(message.from.language_code) },
    album: null,
  };
}

function addressOf(
  message: Pick<TelegramMessage, 'chat' | 'is_topic_message' | 'message_thread_id'>,
  from: number,
): Address {
  const topic = message.is_topic_message ? message.message_thread_id : undefined;
  const address = { channel: 'telegram' as const, room: String(message.chat.id), user: String(from) };
  return topic === undefined ? address : { ...address, thread: String(topic) };
}

function hint(language: string | undefined): Pick<Inbound, 'languageHint'> {
  return language === undefined ? {} : { languageHint: language };
}

function filesOf(message: TelegramMessage): readonly FileRef[] {
  const photo = message.photo?.at(-1);
  const file = message.document ?? message.video ?? message.audio ?? photo;
  if (!file) return [];
  const name = file.file_name ?? (file === photo ? `photo-${message.message_id}.jpg` : `file-${message.message_id}`);
  return [{ id: file.file_id, name, bytes: file.file_size ?? null }];
}

function unreadableOf(message: TelegramMessage): Inbound['unreadable'] | null {
  if (message.voice !== undefined) return 'voice';
  if (message.sticker !== undefined) return 'sticker';
  const others = [message.video_note, message.contact, message.location, message.poll, message.dice];
  return others.some((other) => other !== undefined) ? 'other' : null;
}

function joinAlbums(read: readonly Read[]): readonly Inbound[] {
  const firsts = new Map<string, Inbound>();
  const order: (string | Inbound)[] = [];
  for (const { inbound, album } of read) {
    if (album === null) order.push(inbound);
    else {
      const key = `${inbound.address.room}:${album}`;
      const first = firsts.get(key);
      if (!first) order.push(key);
      firsts.set(key, first ? joined(first, inbound) : inbound);
    }
  }
  return order.flatMap((each) => (typeof each === 'string' ? (firsts.get(each) ?? []) : each));
}

function joined(first: Inbound, next: Inbound): Inbound {
  const said = first.said ?? next.said;
  return {
    ...first,
    keys: [...first.keys, ...next.keys],
    files: [...(first.files ?? []), ...(next.files ?? [])],
    ...(said === undefined ? {} : { said }),
  };
}
