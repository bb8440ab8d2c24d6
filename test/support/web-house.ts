import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { FastifyPluginAsync } from 'fastify';
import { makeWebChannel, type WebChannel, type WebOptions } from '../../src/channels/web/web-channel.ts';
import { makeCatalogue } from '../../src/conversation/catalogue.ts';
import type { Accept, Reply } from '../../src/ports/channel.ts';
import type { Desk } from '../../src/ports/desk.ts';
import type { Inbound } from '../../src/ports/message.ts';
import type { MessageRepository, Store, TranscriptRow } from '../../src/ports/store.ts';
import type { Listing } from '../../src/programme/records.ts';
import { openStore } from '../../src/store/open-store.ts';
import { PROGRAMME } from './case-fixtures.ts';

/** A web channel that really listens, with a small engine that remembers what it hears and answers by `script`. */
export interface WebHouse {
  readonly url: string;
  /** The address it listens on, whatever its public one is. */
  readonly local: string;
  readonly channel: WebChannel;
  readonly store: Store;
  /** Every message once, in order. */
  readonly heard: Inbound[];
  /** What the operator would read. */
  readonly logged: { readonly facts: object; readonly message: string }[];
  readonly clock: { now(): Date; set(at: string): void };
  /** Says something to a room without being asked. */
  tell(room: string, reply: Reply, replaces?: string): Promise<void>;
  stop(): Promise<void>;
}

/** What a test may change of the house. */
export interface HouseSettings {
  readonly script?: (message: Inbound) => readonly Reply[];
  readonly listings?: readonly Listing[];
  readonly document?: Desk['document'];
  readonly baseUrl?: string;
  readonly plugins?: readonly FastifyPluginAsync[];
  /** When set, the engine cannot store anything. */
  readonly broken?: () => boolean;
  readonly port?: number;
}

/** The web sentences of one language. */
export function webTexts(language: 'zh' | 'en'): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../../data/messages/web.${language}.json`, import.meta.url), 'utf8'));
}

/** Starts a {@link WebHouse} on a free port. */
export async function startWebHouse(settings: HouseSettings = {}): Promise<WebHouse> {
  const clock = makeClock();
  const store = await openStore('sqlite::memory:', { clock, randomId });
  const rows: { room: string; row: TranscriptRow }[] = [];
  const heard: Inbound[] = [];
  const logged: WebHouse['logged'] = [];
  const log = (facts: object, message: string) => void logged.push({ facts, message });
  let server: Server | undefined;
  const peek: FastifyPluginAsync = async (app) => {
    server = app.server;
  };
  const channel = makeWebChannel({
    ...parts(settings),
    plugins: [peek, ...(settings.plugins ?? [])],
    host: '127.0.0.1',
    port: settings.port ?? 0,
    store: { ...store, messages: { ...store.messages, transcript: transcriptOf(rows) } },
    clock,
    randomId,
    log: { info: log, warn: log, error: log },
  });
  const tell = async (room: string, reply: Reply, replaces?: string) => {
    rows.push({
      room,
      row: { id: reply.id, at: clock.now().toISOString(), direction: 'out', text: reply.text, reply },
    });
    await channel.send(
      { channel: 'web', room, user: room },
      reply,
      replaces === undefined ? undefined : { message: replaces },
    );
  };
  const seen = new Set<string>();
  const accept: Accept = async (messages) => {
    if (settings.broken?.()) throw new Error('disk full at /secret/path');
    for (const message of messages) {
      if (message.keys.some((key) => seen.has(key))) continue;
      for (const key of message.keys) seen.add(key);
      heard.push(message);
      const { room } = message.address;
      const text = message.said ?? (message.files ?? []).map((file) => file.name).join('\n');
      const own = {
        id: randomId(),
        at: message.receivedAt,
        direction: 'in' as const,
        text,
        reply: null,
        messageId: message.messageId ?? null,
      };
      if (text) rows.push({ room, row: own });
      setTimeout(() => void answer(room, settings.script?.(message) ?? [], tell), 20);
    }
  };
  await channel.start(accept).catch(async (error) => {
    await store.close();
    throw error;
  });
  const stop = async () => {
    await channel.stop();
    await store.close();
  };
  const bound = server?.address();
  const local = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  return { url: channel.url(), local, channel, store, heard, logged, clock, tell, stop };
}

async function answer(room: string, replies: readonly Reply[], tell: WebHouse['tell']): Promise<void> {
  for (const reply of replies) await tell(room, reply);
}

function parts(
  settings: HouseSettings,
): Omit<WebOptions, 'host' | 'port' | 'store' | 'clock' | 'randomId' | 'log' | 'plugins'> {
  const listings = settings.listings ?? [];
  return {
    desk: { document: settings.document ?? (async () => null) },
    programme: PROGRAMME,
    shelf: () => ({
      named: (words) => listings.filter((one) => one.reference === words.toUpperCase() || one.title.includes(words)),
    }),
    catalogue: makeCatalogue({ zh: webTexts('zh'), en: webTexts('en') }),
    ...(settings.baseUrl === undefined ? {} : { baseUrl: settings.baseUrl }),
  };
}

function transcriptOf(rows: readonly { room: string; row: TranscriptRow }[]): MessageRepository['transcript'] {
  return async (address, limit, before) => {
    const own = rows.filter((one) => one.room === address.room).map((one) => one.row);
    const end = before === undefined ? own.length : own.findIndex((row) => row.id === before);
    return own.slice(Math.max(0, end - limit), Math.max(0, end));
  };
}

function makeClock() {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    set: (at: string) => {
      ahead = new Date(at).getTime() - Date.now();
    },
  };
}

function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
