import { botError } from '../errors.ts';
import type { Channel, Receipt, Reply } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import { clean } from '../text/clean.ts';
import { replyText } from './reply-text.ts';
import { checkWebhookAnswer, webhookRequest, webhookTarget } from './webhook-format.ts';

/** How a group webhook is set up. */
export interface WebhookOptions {
  /** The robot's address, with `wecom:`, `feishu:` or `dingtalk:` before it when its host does not tell. */
  readonly url: string;
  /** The signing secret of a Feishu or DingTalk robot (加签, 签名校验). */
  readonly secret?: string;
  /** Public address of the web channel, for links; null leaves rooted links out. */
  readonly publicUrl: string | null;
  readonly clock: Clock;
  /** Lets the address be on this machine: for tests and local relays. */
  readonly allowLoopback?: boolean;
}

const CALL_MS = 15_000;

/** Notices to a group of WeCom, Feishu or DingTalk. Sends only; a changed notice is a new message. Throws `config` for an unusable address. */
export function makeWebhookChannel(options: WebhookOptions): Channel {
  const target = webhookTarget(options.url, options.allowLoopback ?? false);
  const post = async (reply: Reply): Promise<Receipt> => {
    const text = clean(replyText(reply, options.publicUrl)).trim() || '…';
    const { url, body } = webhookRequest(target, text, options.secret ?? null, options.clock.now());
    const { status, answer } = await postJson(url, body);
    checkWebhookAnswer(target.kind, status, answer);
    return { sent: 1 };
  };
  return {
    name: 'webhook',
    start: async () => undefined,
    send: (_to, reply) => post(reply),
    stop: async () => undefined,
  };
}

/** The address is kept out of errors: its key lets anybody write to the group. */
async function postJson(url: URL, body: unknown): Promise<{ status: number; answer: unknown }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(CALL_MS),
    });
    const answer: unknown = await response.json().catch(() => null);
    return { status: response.status, answer };
  } catch {
    throw botError('delivery', 'Group webhook: no answer', { retryable: true });
  }
}
