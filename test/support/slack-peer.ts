/** A loopback Slack: Web API with its limits, and a sender of signed requests that retries as Slack does. */
import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type Fault, makeFaults } from './faults.ts';
import { sendJson, startLoopback } from './loopback.ts';
import { slackMethod } from './slack-peer-methods.ts';

/** One Web API call, form fields decoded from JSON where they are JSON. */
export interface SlackCall {
  readonly method: string;
  readonly args: Record<string, unknown>;
}

/** A message the workspace holds. `only` is the reader of an ephemeral one. */
export interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
  readonly only: string | null;
  args: Record<string, unknown>;
}

/** What the methods share. */
export interface SlackWorld {
  readonly token: string;
  readonly messages: SlackMessage[];
  readonly journal: SlackCall[];
  readonly files: Map<string, { bytes: Buffer; size: number; url?: string }>;
  readonly uploads: Map<string, { name: string; length: number; bytes: Buffer | null; channel: string | null }>;
  readonly channels: Map<string, Record<string, unknown>>;
  /** Users a channel knows; a channel not listed knows everybody. */
  readonly members: Map<string, readonly string[]>;
  url: string;
  /** Milliseconds between two posts of one channel; 0 switches the limit off. */
  spacing: number;
  readonly lastPost: Map<string, number>;
  nextTs: number;
}

/** How one delivery went: the answer's status, the try it was, how long it took. */
export interface SlackDelivered {
  readonly status: number | 'timeout' | 'refused';
  readonly retry: number;
  readonly ms: number;
  readonly body: string;
}

/** How a request is signed and sent. */
export interface SendOptions {
  /** Seconds the time stamp lies from the true time. */
  readonly skew?: number;
  readonly secret?: string;
  readonly retryNum?: number;
  readonly reason?: string;
  readonly now?: Date;
}

/** The peer and the hands a test moves it with. */
export interface SlackPeer {
  readonly apiUrl: string;
  readonly token: string;
  readonly signingSecret: string;
  readonly team: string;
  readonly world: SlackWorld;
  /** Where requests are sent. */
  target: string;
  fault(method: string, ...faults: readonly Fault[]): void;
  calls(method: string): readonly Record<string, unknown>[];
  /** One request, signed, without retries. */
  sendEvent(body: object, options?: SendOptions): Promise<SlackDelivered>;
  sendAction(payload: object, options?: SendOptions): Promise<SlackDelivered>;
  sendCommand(fields: Record<string, string>, options?: SendOptions): Promise<SlackDelivered>;
  /** An event as Slack delivers it: three seconds to answer, up to three more tries, each signed anew. Pauses are shortened to `pauseMs`. */
  deliver(body: object, pauseMs?: number): Promise<readonly SlackDelivered[]>;
  close(): Promise<void>;
}

/** Starts the peer: workspace T100, bot user U0BOT. */
export async function startSlackPeer(): Promise<SlackPeer> {
  const faults = makeFaults();
  const world = newWorld();
  const server = await startLoopback(async (request, raw, response) => {
    const path = new URL(request.url ?? '/', 'http://peer').pathname;
    const isAuthorised = request.headers.authorization === `Bearer ${world.token}`;
    if (path.startsWith('/files/')) return giveFile(world, path.slice('/files/'.length), isAuthorised, response);
    if (path.startsWith('/upload/')) return takeUpload(world, path.slice('/upload/'.length), raw, response);
    const call = { method: path.replace('/api/', ''), args: decoded(raw.toString()) };
    world.journal.push(call);
    const fault = faults.next(call.method);
    if (fault && misbehave(fault, response)) return;
    if (!isAuthorised) return sendJson(response, 200, { ok: false, error: 'invalid_auth' });
    const { retryAfter, ...answer } = slackMethod(world, call);
    if (fault?.kind === 'lost-answer') return void response.destroy();
    if (retryAfter !== undefined)
      return sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(retryAfter) });
    sendJson(response, 200, answer);
  });
  world.url = server.url;
  const peer: SlackPeer = {
    apiUrl: `${server.url}/api/`,
    token: world.token,
    signingSecret: 'canary-signing-secret',
    team: 'T100',
    world,
    target: '',
    fault: faults.add,
    calls: (method) => world.journal.filter((call) => call.method === method).map((call) => call.args),
    sendEvent: (body, options) => send(peer, JSON.stringify(body), 'application/json', options),
    sendAction: (payload, options) =>
      send(
        peer,
        String(new URLSearchParams({ payload: JSON.stringify(payload) })),
        'application/x-www-form-urlencoded',
        options,
      ),
    sendCommand: (fields, options) =>
      send(peer, String(new URLSearchParams(fields)), 'application/x-www-form-urlencoded', options),
    async deliver(body, pauseMs = 10) {
      const tries: SlackDelivered[] = [];
      for (let retryNum = 0; retryNum <= 3; retryNum += 1) {
        const done = await peer.sendEvent(body, retryNum === 0 ? {} : { retryNum, reason: reasonOf(tries.at(-1)) });
        tries.push(done);
        if (typeof done.status === 'number' && done.status < 300) break;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
      return tries;
    },
    close: server.close,
  };
  return peer;
}

function newWorld(): SlackWorld {
  return {
    token: 'xoxb-canary-bot-token',
    messages: [],
    journal: [],
    files: new Map(),
    uploads: new Map(),
    channels: new Map([['C1', { id: 'C1', is_private: true }]]),
    members: new Map(),
    url: '',
    spacing: 0,
    lastPost: new Map(),
    nextTs: 1,
  };
}

function decoded(form: string): Record<string, unknown> {
  const fields = [...new URLSearchParams(form)].map(([key, value]) => {
    const isJson = /^[[{]/.test(value) || value === 'true' || value === 'false';
    return [key, isJson && key !== 'text' ? JSON.parse(value) : value] as const;
  });
  return Object.fromEntries(fields);
}

function giveFile(world: SlackWorld, id: string, isAuthorised: boolean, response: ServerResponse): void {
  const file = isAuthorised ? world.files.get(id) : undefined;
  if (file) response.writeHead(200).end(file.bytes);
  else response.writeHead(302, { location: `${world.url}/login` }).end();
}

function takeUpload(world: SlackWorld, id: string, bytes: Buffer, response: ServerResponse): void {
  const upload = world.uploads.get(id);
  if (upload) upload.bytes = bytes;
  response.writeHead(upload ? 200 : 404).end('OK');
}

/** True when the fault already answered. */
function misbehave(fault: Fault, response: ServerResponse): boolean {
  if (fault.kind === 'too-many')
    sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.retryAfter) });
  else if (fault.kind === 'server-error') response.writeHead(503).end('<html>');
  else if (fault.kind === 'garbage') response.writeHead(200).end('<html>ok');
  else if (fault.kind === 'cut') response.destroy();
  else if (fault.kind === 'refused') sendJson(response, 200, { ok: false, error: fault.reason });
  else return false;
  return true;
}

function reasonOf(last: SlackDelivered | undefined): string {
  return last?.status === 'timeout' ? 'http_timeout' : last?.status === 'refused' ? 'connection_failed' : 'http_error';
}

async function send(peer: SlackPeer, body: string, type: string, options: SendOptions = {}): Promise<SlackDelivered> {
  const seconds = Math.floor((options.now ?? new Date()).getTime() / 1000) + (options.skew ?? 0);
  const hash = createHmac('sha256', options.secret ?? peer.signingSecret)
    .update(`v0:${seconds}:${body}`)
    .digest('hex');
  const retry = options.retryNum ?? 0;
  const headers: Record<string, string> = {
    'content-type': type,
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': `v0=${hash}`,
  };
  if (retry > 0)
    Object.assign(headers, {
      'x-slack-retry-num': String(retry),
      'x-slack-retry-reason': options.reason ?? 'http_error',
    });
  const before = performance.now();
  const took = () => performance.now() - before;
  try {
    const answer = await fetch(peer.target, { method: 'POST', headers, body, signal: AbortSignal.timeout(3000) });
    return { status: answer.status, retry, ms: took(), body: await answer.text() };
  } catch (error) {
    const status = error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'refused';
    return { status, retry, ms: took(), body: '' };
  }
}
