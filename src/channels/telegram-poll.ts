/** Our own getUpdates loop: the next offset, which confirms a batch at Telegram, is asked for only when the batch is on disk. */
import { setTimeout as wait } from 'node:timers/promises';
import type { ChannelLog } from './channel-log.ts';
import type { TelegramClient } from './telegram-client.ts';
import { isTelegramFailure } from './telegram-error.ts';
import { readUpdate, type TelegramUpdate } from './telegram-update.ts';

/** What the loop needs. Times in milliseconds but `seconds`, the long poll. */
export interface PollOptions {
  readonly client: TelegramClient;
  /** Puts a batch on disk; while it throws, nothing is confirmed and the batch comes again. `fresh` batches cannot have been accepted before. */
  readonly take: (updates: readonly TelegramUpdate[], fresh: boolean) => Promise<void>;
  readonly log: ChannelLog;
  readonly signal: AbortSignal;
  readonly seconds: number;
  /** First pause after a failure; doubles up to thirty times itself. */
  readonly retryMs: number;
  /** How long to wait for the rest of an album. */
  readonly albumMs: number;
}

/** Polls until the signal ends it or the token is refused. Never throws. */
export async function pollUpdates(options: PollOptions): Promise<void> {
  const { signal, log, retryMs } = options;
  let offset: number | null = null;
  let fresh = false;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const raw = await nextBatch(options, offset);
      if (failures > 0) log.info({}, 'Telegram: receiving again');
      failures = 0;
      if (raw.length > 0) await options.take(readable(raw, log), fresh);
      // After an empty answer everything is confirmed; a number kept for weeks could pass over ids that start anew.
      offset = raw.length > 0 ? lastId(raw) + 1 : null;
      fresh = true;
    } catch (error) {
      if (signal.aborted) return;
      fresh = false;
      if (isRefused(error, log)) return;
      report(error, failures, log);
      failures += 1;
      await pause(pauseMs(error, failures, retryMs), signal);
    }
  }
}

async function nextBatch(options: PollOptions, offset: number | null): Promise<readonly unknown[]> {
  const { client, signal, seconds, albumMs } = options;
  const raw = await client.updates(offset, seconds, signal);
  if (raw.length >= 100 || !raw.some((each) => readUpdate(each)?.message?.media_group_id !== undefined)) return raw;
  // An album arrives as several updates within moments: asking again from the same offset confirms nothing.
  await pause(albumMs, signal);
  return client.updates(offset, 0, signal);
}

function readable(raw: readonly unknown[], log: ChannelLog): readonly TelegramUpdate[] {
  return raw.flatMap((each) => {
    const update = readUpdate(each);
    if (!update) log.warn({ update: idOf(each) }, 'Telegram: an update of unknown shape was passed over');
    return update ?? [];
  });
}

function lastId(raw: readonly unknown[]): number {
  return raw.reduce<number>((last, each) => Math.max(last, idOf(each) ?? 0), 0);
}

function idOf(raw: unknown): number | null {
  const id: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'update_id') : null;
  return typeof id === 'number' ? id : null;
}

function isRefused(error: unknown, log: ChannelLog): boolean {
  if (!isTelegramFailure(error) || (error.status !== 401 && error.status !== 404)) return false;
  log.error(
    { status: error.status },
    'Telegram refuses the token: get a valid one from @BotFather (/mybots), set TELEGRAM_TOKEN and restart. Telegram is off until then.',
  );
  return true;
}

function report(error: unknown, failures: number, log: ChannelLog): void {
  if (isTelegramFailure(error) && error.status === 409) {
    if (failures === 0)
      log.error({ status: 409 }, `Telegram gives updates to one receiver only: ${conflict(error.description)}`);
  } else if (isTelegramFailure(error)) {
    if (failures === 0) log.warn({ status: error.status }, `${error.message}; trying again until it answers`);
  } else {
    log.error(
      { reason: error instanceof Error ? error.message : 'unknown' },
      'Telegram: a batch could not be stored; it stays unconfirmed and comes again',
    );
  }
}

function conflict(description: string): string {
  return /webhook/i.test(description)
    ? 'a webhook is set for this bot. Delete it (deleteWebhook), or give this service a bot of its own.'
    : 'another program polls with this token. Stop it, or give this service a bot of its own.';
}

function pauseMs(error: unknown, failures: number, retryMs: number): number {
  const told = isTelegramFailure(error) ? error.retryAfterMs : undefined;
  return told ?? Math.min(retryMs * 2 ** (failures - 1), retryMs * 30);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
