/** A loopback group robot of WeCom, Feishu or DingTalk: takes texts, counts, refuses. */
import { createHmac } from 'node:crypto';
import type { WebhookKind } from '../../src/channels/webhook-format.ts';
import { type Fault, makeFaults } from './faults.ts';
import { sendJson, startLoopback } from './loopback.ts';

/** The peer and what it took. */
export interface WebhookPeer {
  /** The setting for the channel, kind prefix and key included. */
  readonly setting: string;
  /** Texts the group sees. */
  readonly texts: string[];
  readonly calls: { readonly query: URLSearchParams; readonly body: Record<string, unknown> }[];
  fault(...faults: readonly Fault[]): void;
  /** The next answer carries this code of the platform instead of 0. */
  answerCode(code: number): void;
  close(): Promise<void>;
}

/** Starts a robot; with a secret, Feishu and DingTalk check the signature. */
export async function startWebhookPeer(kind: WebhookKind, secret?: string): Promise<WebhookPeer> {
  const faults = makeFaults();
  const texts: string[] = [];
  const calls: WebhookPeer['calls'] = [];
  const codes: number[] = [];
  const server = await startLoopback(async (request, raw, response) => {
    const { searchParams: query } = new URL(request.url ?? '/', 'http://peer');
    const body = raw.byteLength > 0 ? JSON.parse(raw.toString()) : {};
    calls.push({ query, body });
    const fault = faults.next('*');
    if (fault?.kind === 'cut') return void response.destroy();
    if (fault?.kind === 'server-error') return sendJson(response, 502, {});
    if (fault?.kind === 'too-many') return sendJson(response, 429, {});
    if (fault?.kind === 'garbage') return void response.writeHead(200).end('<html>');
    if (fault?.kind === 'refused') return void response.writeHead(fault.status, { location: '/elsewhere' }).end();
    const code = codes.shift() ?? (isSigned(kind, query, body, secret) ? 0 : kind === 'feishu' ? 19021 : 310000);
    if (code === 0) texts.push(kind === 'feishu' ? body.content.text : body.text.content);
    if (fault?.kind === 'lost-answer') return void response.destroy();
    sendJson(response, 200, kind === 'feishu' ? { code, msg: 'x', data: {} } : { errcode: code, errmsg: 'x' });
  });
  return {
    setting: `${kind}:${server.url}/robot/send?key=canary-robot-key`,
    texts,
    calls,
    fault: (...added) => faults.add('*', ...added),
    answerCode: (code) => void codes.push(code),
    close: server.close,
  };
}

function isSigned(
  kind: WebhookKind,
  query: URLSearchParams,
  body: Record<string, unknown>,
  secret: string | undefined,
): boolean {
  if (secret === undefined || kind === 'wecom') return true;
  if (kind === 'dingtalk') {
    const timestamp = query.get('timestamp');
    return query.get('sign') === createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  }
  return body.sign === createHmac('sha256', `${body.timestamp}\n${secret}`).digest('base64');
}
