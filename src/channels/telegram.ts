import { setTimeout as wait } from 'node:timers/promises';
import type { Address } from '../conversation/address.ts';
import { botError } from '../errors.ts';
import type { Accept, Channel, Receipt, Reply } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileRef } from '../ports/message.ts';
import type { ChannelLog } from './channel-log.ts';
import type { DocumentFor } from './document-for.ts';
import { download, tooBig } from './download.ts';
import { makeSentParts, type SentParts } from './sent-parts.ts';
import { openTelegram, type TelegramClient, type TelegramPlace } from './telegram-client.ts';
import { isTelegramFailure } from './telegram-error.ts';
import { telegramInbounds } from './telegram-format.ts';
import type { TelegramBot } from './telegram-mention.ts';
import type { TelegramMenu } from './telegram-menu.ts';
import { telegramParts } from './telegram-parts.ts';
import { pollUpdates } from './telegram-poll.ts';
import type { TelegramUpdate } from './telegram-update.ts';

/** What a bot may download. */
const DOWNLOAD_MAX = 20 * 1024 * 1024;
/** What a bot may upload. */
const UPLOAD_MAX = 50 * 1024 * 1024;

/** How the Telegram channel is set up. */
export interface TelegramOptions {
  /** From @BotFather. */
  readonly token: string;
  /** A Bot API server of one's own; without it Telegram's. */
  readonly apiRoot?: string;
  /** Public address of the web channel, for links; null leaves rooted links out. */
  readonly publicUrl: string | null;
  readonly document: DocumentFor;
  /** Set at every start, once Telegram is reached. */
  readonly menus: readonly TelegramMenu[];
  readonly log: ChannelLog;
  readonly clock: Clock;
  /** Long poll in seconds, 30 unless told. */
  readonly pollSeconds?: number;
  /** First pause after a failure in milliseconds, 1000 unless told. */
  readonly retryMs?: number;
  /** Wait for the rest of an album in milliseconds, 700 unless told. */
  readonly albumMs?: number;
}

/** Telegram by long polling. `start` returns at once: an unreachable Telegram never holds up the other channels. */
export function makeTelegramChannel(options: TelegramOptions): Channel {
  let client: Promise<TelegramClient> | null = null;
  const open = () => {
    client ??= openTelegram(options.token, options.apiRoot);
    return client;
  };
  const sent = makeSentParts<number>();
  const ending = new AbortController();
  let running: Promise<void> = Promise.resolve();
  return {
    name: 'telegram',
    async start(accept) {
      running = receive(await open(), accept, options, ending.signal);
    },
    send: async (to, reply, updates) => deliver(await open(), to, reply, updates, options, sent),
    fetchFile: async (ref, maxBytes) => fetchFile(await open(), ref, Math.min(maxBytes, DOWNLOAD_MAX)),
    async stop() {
      ending.abort();
      await running;
    },
  };
}

async function receive(
  client: TelegramClient,
  accept: Accept,
  options: TelegramOptions,
  signal: AbortSignal,
): Promise<void> {
  const { log, clock, pollSeconds = 30, retryMs = 1000, albumMs = 700 } = options;
  const answers = new Set<Promise<void>>();
  let bot: TelegramBot | null = null;
  const take = async (updates: readonly TelegramUpdate[], fresh: boolean) => {
    bot ??= await client.me(signal);
    const inbounds = telegramInbounds(updates, { bot, receivedAt: clock.now().toISOString(), joinAlbums: fresh });
    if (inbounds.length > 0) await accept(inbounds);
    for (const update of updates) {
      if (!update.callback_query) continue;
      // Stops the spinner of the person's app; too late is no harm, the press is on disk.
      const answer = client.answerPress(update.callback_query.id).catch(() => undefined);
      answers.add(answer);
      void answer.finally(() => answers.delete(answer));
    }
  };
  const menus = offerMenus(client, options, signal);
  await pollUpdates({ client, take, log, signal, seconds: pollSeconds, retryMs, albumMs });
  await menus;
  await Promise.race([Promise.all(answers), wait(2000, undefined, { ref: false })]);
}

/** Without its menu the bot works all the same: a failure is only logged. */
async function offerMenus(client: TelegramClient, { menus, log }: TelegramOptions, signal: AbortSignal): Promise<void> {
  try {
    for (const menu of menus) await client.offer(menu, signal);
  } catch (error) {
    if (!signal.aborted) log.warn({ error: String(error) }, 'Telegram: the menu could not be set');
  }
}

async function deliver(
  client: TelegramClient,
  to: Address,
  reply: Reply,
  updates: Receipt | undefined,
  options: TelegramOptions,
  sent: SentParts<number>,
): Promise<Receipt> {
  const place = { chat: to.room, topic: to.thread === undefined ? null : Number(to.thread) };
  const parts = telegramParts(reply, options.publicUrl);
  const first = parts[0];
  const old = updates?.message;
  if (first && parts.length === 1 && typeof old === 'number' && (await replaced(client, place, old, first)))
    return { message: old };
  const key = `${reply.id} ${to.room}`;
  for (const part of parts.slice(sent.of(key).length)) sent.add(key, await client.send(place, part));
  for (const ref of reply.files.slice(sent.of(key).length - parts.length)) {
    sent.add(key, (await sendFile(client, place, ref, to, options)) ?? 0);
  }
  const message = sent.of(key)[parts.length - 1];
  sent.forget(key);
  return message === undefined ? {} : { message };
}

/** False when the old message is gone or too old to edit: then a new one is sent. */
async function replaced(
  client: TelegramClient,
  place: TelegramPlace,
  old: number,
  part: Parameters<TelegramClient['edit']>[2],
): Promise<boolean> {
  try {
    await client.edit(place, old, part);
    return true;
  } catch (error) {
    if (!isTelegramFailure(error) || error.status !== 400) throw error;
    return /not modified/i.test(error.description);
  }
}

async function sendFile(
  client: TelegramClient,
  place: TelegramPlace,
  ref: Reply['files'][number],
  to: Address,
  options: TelegramOptions,
): Promise<number | null> {
  const file = await options.document(ref, to);
  if (!file || file.bytes.byteLength > UPLOAD_MAX) {
    options.log.warn(
      { document: ref.document, bytes: file?.bytes.byteLength ?? null },
      'Telegram: a document was not sent',
    );
    return null;
  }
  return client.sendDocument(place, file.name, file.bytes);
}

async function fetchFile(client: TelegramClient, ref: FileRef, maxBytes: number): Promise<Uint8Array> {
  if (ref.bytes !== null && ref.bytes > maxBytes) throw tooBig('Telegram', maxBytes);
  const file = await client.file(ref.id);
  if (file.bytes !== null && file.bytes > maxBytes) throw tooBig('Telegram', maxBytes);
  if (!file.url.protocol.startsWith('http'))
    throw botError('delivery', 'Telegram: the Bot API server keeps files on its own disk; start it without --local');
  return download(file.url, { from: 'Telegram', maxBytes });
}
