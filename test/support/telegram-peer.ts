/** A loopback Bot API: offsets confirm, long polls wait, unconfirmed updates come again, limits bite, and every call is in the journal. */
import type { ServerResponse } from 'node:http';
import { type Fault, makeFaults } from './faults.ts';
import { type Loopback, sendJson, startLoopback } from './loopback.ts';
import { telegramMethod } from './telegram-peer-methods.ts';

/** One call as the peer saw it. Files come as `{ name, bytes }`. */
export interface TelegramCall {
  readonly method: string;
  readonly body: Record<string, unknown>;
}

/** What the methods share. */
export interface TelegramWorld {
  readonly token: string;
  readonly journal: TelegramCall[];
  /** Updates not yet confirmed, in the order they are given out. */
  pending: { update_id: number }[];
  readonly confirmed: number[];
  readonly sent: Map<number, { chat: string; text: string; keyboard: unknown }>;
  readonly documents: { chat: string; name: string; bytes: Buffer }[];
  readonly files: Map<string, { bytes: Buffer; size: number | undefined }>;
  readonly blocked: Set<string>;
  readonly presses: Set<string>;
  webhook: boolean;
  nextMessage: number;
  /** Wakes waiting polls; a second poll ends the first with 409. */
  wake: () => void;
  polls: number;
}

/** The peer and the hands a test moves it with. */
export interface TelegramPeer {
  readonly url: string;
  readonly token: string;
  readonly bot: { readonly id: number; readonly username: string };
  readonly world: TelegramWorld;
  /** Paths of all requests, in order. */
  readonly paths: readonly string[];
  fault(method: string, ...faults: readonly Fault[]): void;
  /** Gives raw updates to the next poll; ids are filled in when missing. */
  push(...updates: readonly object[]): void;
  calls(method: string): readonly Record<string, unknown>[];
  /** Texts of the messages a chat sees, in order, edits applied. */
  texts(chat: string | number): readonly string[];
  close(): Promise<void>;
}

/** The answer of a method: a result, or Telegram's error. */
export type TelegramAnswer =
  | { readonly result: unknown }
  | { readonly status: number; readonly description: string; readonly parameters?: object };

/** Starts the peer with bot 4242 `@jiebang_test_bot`. */
export async function startTelegramPeer(token = '4242:canary-token-AAE'): Promise<TelegramPeer> {
  const faults = makeFaults();
  const world = newWorld(token);
  const paths: string[] = [];
  let lastUpdate = 1000;
  const server: Loopback = await startLoopback(async (request, body, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://peer').pathname);
    paths.push(path);
    if (path.startsWith('/file/')) return giveFile(world, path, response);
    const [, asked, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (asked !== token) return fail(response, { status: 401, description: 'Unauthorized' });
    const call = { method, body: await parsed(request.headers['content-type'] ?? '', body) };
    world.journal.push(call);
    const fault = faults.next(method);
    if (fault && (await misbehave(fault, response))) return;
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const answer = await telegramMethod(world, call, gone.signal);
    if (fault?.kind === 'lost-answer') return void response.destroy();
    if ('result' in answer) sendJson(response, 200, { ok: true, result: answer.result });
    else fail(response, answer);
  });
  return {
    url: server.url,
    token,
    bot: { id: 4242, username: 'jiebang_test_bot' },
    world,
    paths,
    fault: faults.add,
    push(...updates) {
      for (const update of updates) world.pending.push({ update_id: ++lastUpdate, ...update });
      world.wake();
    },
    calls: (method) => world.journal.filter((call) => call.method === method).map((call) => call.body),
    texts: (chat) => [...world.sent.values()].filter((each) => each.chat === String(chat)).map((each) => each.text),
    close: server.close,
  };
}

function newWorld(token: string): TelegramWorld {
  return {
    token,
    journal: [],
    pending: [],
    confirmed: [],
    sent: new Map(),
    documents: [],
    files: new Map(),
    blocked: new Set(),
    presses: new Set(),
    webhook: false,
    nextMessage: 500,
    wake: () => undefined,
    polls: 0,
  };
}

async function parsed(type: string, body: Buffer): Promise<Record<string, unknown>> {
  if (!type.startsWith('multipart/')) return JSON.parse(body.toString() || '{}');
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const entries = [...form].map(async ([key, value]) => {
    if (typeof value === 'string') return [key, value] as const;
    return [key, { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function giveFile(world: TelegramWorld, path: string, response: ServerResponse): void {
  const file = world.files.get(path.slice(`/file/bot${world.token}/`.length));
  if (file && path.startsWith(`/file/bot${world.token}/`)) response.writeHead(200).end(file.bytes);
  else fail(response, { status: 404, description: 'Not Found' });
}

function fail(response: ServerResponse, answer: Exclude<TelegramAnswer, { result: unknown }>): void {
  const { status, ...rest } = answer;
  sendJson(response, status, { ok: false, error_code: status, ...rest });
}

/** True when the fault already answered. */
async function misbehave(fault: Fault, response: ServerResponse): Promise<boolean> {
  switch (fault.kind) {
    case 'too-many':
      fail(response, { status: 429, description: 'Too Many Requests', parameters: { retry_after: fault.retryAfter } });
      return true;
    case 'server-error':
      response.writeHead(502).end('<html>Bad Gateway</html>');
      return true;
    case 'garbage':
      response.writeHead(200).end('{"ok":tr');
      return true;
    case 'cut':
      response.destroy();
      return true;
    case 'refused':
      fail(response, { status: fault.status, description: fault.reason });
      return true;
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return false;
    case 'lost-answer':
      return false;
  }
}
