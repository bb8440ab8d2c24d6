import type { Telegram } from 'telegraf';
import { isBotError } from '../errors.ts';
import { telegramFailure } from './telegram-error.ts';
import type { TelegramBot } from './telegram-mention.ts';
import type { TelegramMenu } from './telegram-menu.ts';
import type { TelegramPart } from './telegram-parts.ts';
import { ALLOWED_UPDATES } from './telegram-update.ts';

/** Longer than any answer needs, shorter than a person's patience with a hanging line. */
const CALL_MS = 30_000;
const UPLOAD_MS = 120_000;
/** How long past the long poll's own time we wait for its answer. */
const POLL_SLACK_MS = 15_000;

/** Where a message goes: a chat, and a topic of it in forum groups. */
export interface TelegramPlace {
  readonly chat: string;
  readonly topic: number | null;
}

/** The Bot API calls we make, on telegraf's client. Every one throws a `TelegramFailure`. */
export interface TelegramClient {
  me(signal: AbortSignal): Promise<TelegramBot>;
  /** What stands behind the menu button. */
  offer(menu: TelegramMenu, signal: AbortSignal): Promise<void>;
  /** Asks for updates from `offset` on, which confirms all before it; `seconds` is the long poll. */
  updates(offset: number | null, seconds: number, signal: AbortSignal): Promise<readonly unknown[]>;
  send(place: TelegramPlace, part: TelegramPart): Promise<number>;
  edit(place: TelegramPlace, message: number, part: TelegramPart): Promise<void>;
  sendDocument(place: TelegramPlace, name: string, bytes: Uint8Array): Promise<number>;
  answerPress(callback: string): Promise<void>;
  /** Size and address of a file. The address holds the token: fetch it, never log or hand it on. */
  file(id: string): Promise<{ readonly bytes: number | null; readonly url: URL }>;
}

/** Opens a client; loads telegraf on first use. `apiRoot` is for a Bot API server of one's own, and for tests. */
export async function openTelegram(token: string, apiRoot: string | undefined): Promise<TelegramClient> {
  const { Telegram } = await import('telegraf');
  const api = new Telegram(token, {
    webhookReply: false,
    ...(apiRoot ? { apiRoot: apiRoot.replace(/\/*$/, '/') } : {}),
  });
  return { ...receiving(api), ...sending(api) };
}

function receiving(api: Telegram): Pick<TelegramClient, 'me' | 'offer' | 'updates' | 'answerPress' | 'file'> {
  return {
    me: (signal) =>
      called('getMe', CALL_MS, signal, async (limit) => {
        const { id, username } = await api.callApi('getMe', {}, limit);
        return { id, username };
      }),
    offer: ({ language, commands }, signal) =>
      called('setMyCommands', CALL_MS, signal, async (limit) => {
        await api.callApi(
          'setMyCommands',
          { commands: [...commands], ...(language !== null && { language_code: language }) },
          limit,
        );
      }),
    updates: (offset, seconds, signal) =>
      called('getUpdates', seconds * 1000 + POLL_SLACK_MS, signal, async (limit) => {
        const asked = { timeout: seconds, limit: 100, allowed_updates: ALLOWED_UPDATES };
        const answer: unknown = await api.callApi('getUpdates', offset === null ? asked : { ...asked, offset }, limit);
        if (!Array.isArray(answer)) throw new TypeError('not a list');
        return answer;
      }),
    answerPress: (callback) =>
      called('answerCallbackQuery', CALL_MS, null, async (limit) => {
        await api.callApi('answerCallbackQuery', { callback_query_id: callback }, limit);
      }),
    file: (id) =>
      called('getFile', CALL_MS, null, async (limit) => {
        const file = await api.callApi('getFile', { file_id: id }, limit);
        return { bytes: file.file_size ?? null, url: await api.getFileLink(file) };
      }),
  };
}

function sending(api: Telegram): Pick<TelegramClient, 'send' | 'edit' | 'sendDocument'> {
  return {
    send: (place, part) =>
      called('sendMessage', CALL_MS, null, async (limit) => {
        const message = await api.callApi(
          'sendMessage',
          { chat_id: place.chat, ...topic(place), ...body(part) },
          limit,
        );
        return message.message_id;
      }),
    edit: (place, message, part) =>
      called('editMessageText', CALL_MS, null, async (limit) => {
        await api.callApi('editMessageText', { chat_id: place.chat, message_id: message, ...body(part) }, limit);
      }),
    sendDocument: (place, name, bytes) =>
      called('sendDocument', UPLOAD_MS, null, async (limit) => {
        const document = { source: Buffer.from(bytes), filename: name.replace(/["\\\r\n]/g, '_') };
        const message = await api.callApi('sendDocument', { chat_id: place.chat, ...topic(place), document }, limit);
        return message.message_id;
      }),
  };
}

function topic(place: TelegramPlace): { message_thread_id?: number } {
  return place.topic === null ? {} : { message_thread_id: place.topic };
}

/** No parse_mode, ever: people's words are never markup. */
function body(part: TelegramPart) {
  const inline_keyboard = part.keyboard.map((row) => row.map((button) => ({ ...button })));
  return {
    text: part.text,
    link_preview_options: { is_disabled: true },
    ...(inline_keyboard.length > 0 ? { reply_markup: { inline_keyboard } } : {}),
  };
}

type Limit = Parameters<Telegram['callApi']>[2];

/** Runs one call with a deadline and, where given, a signal that ends it; one controller per call leaves nothing behind. */
async function called<T>(
  method: string,
  ms: number,
  signal: AbortSignal | null,
  call: (limit: Limit) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const deadline = setTimeout(end, ms);
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  try {
    // telegraf's types want the signal of a polyfill; node-fetch takes the native one.
    return await call({ signal: ending.signal } as Limit);
  } catch (thrown) {
    throw isBotError(thrown) ? thrown : telegramFailure(method, thrown);
  } finally {
    clearTimeout(deadline);
    signal?.removeEventListener('abort', end);
  }
}
