/** Group robots of WeCom, Feishu and DingTalk: what a notice becomes and what their answers mean. Pure. */
import { createHmac } from 'node:crypto';
import { botError } from '../errors.ts';
import { cut } from '../text/cut.ts';

/** The platforms whose group robots we know. */
export type WebhookKind = 'wecom' | 'feishu' | 'dingtalk';

const HOSTS: Readonly<Record<string, WebhookKind>> = {
  'qyapi.weixin.qq.com': 'wecom',
  'open.feishu.cn': 'feishu',
  'open.larksuite.com': 'feishu',
  'oapi.dingtalk.com': 'dingtalk',
};

/** UTF-8 bytes a text may have; Feishu counts the whole request. */
const TEXT_BYTES: Readonly<Record<WebhookKind, number>> = { wecom: 2048, feishu: 18_000, dingtalk: 18_000 };

/** The robot a setting names: an address, with `wecom:`, `feishu:` or `dingtalk:` before it when the host does not tell. Throws `config`. */
export function webhookTarget(
  setting: string,
  allowLoopback: boolean,
): { readonly kind: WebhookKind; readonly url: URL } {
  const [, prefix, address = ''] = /^(?:(wecom|feishu|dingtalk):)?(.*)$/s.exec(setting.trim()) ?? [];
  const url = URL.canParse(address) ? new URL(address) : null;
  const kind = isKind(prefix) ? prefix : url ? HOSTS[url.hostname] : undefined;
  if (!url || !isAllowed(url, allowLoopback))
    throw unusable('it must be an https:// address without user name or password');
  if (!kind) throw unusable('its host is not known; write wecom:, feishu: or dingtalk: before the address');
  return { kind, url };
}

function isKind(name: string | undefined): name is WebhookKind {
  return name === 'wecom' || name === 'feishu' || name === 'dingtalk';
}

function isAllowed(url: URL, allowLoopback: boolean): boolean {
  if (url.username !== '' || url.password !== '') return false;
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return isLoopback ? allowLoopback && /^https?:$/.test(url.protocol) : url.protocol === 'https:';
}

function unusable(why: string) {
  return botError(
    'config',
    `The group webhook address cannot be used: ${why}. Copy it from the group's settings (WeCom 群机器人, Feishu 自定义机器人, DingTalk 自定义机器人).`,
  );
}

/** What one notice becomes: the address (DingTalk signs it) and the JSON body (Feishu signs that). */
export interface WebhookRequest {
  readonly url: URL;
  readonly body: unknown;
}

/** Builds the request for a plain text. `<` becomes `＜`: Feishu and WeCom read `<at …>` and `<@…>` inside texts. */
export function webhookRequest(
  target: { readonly kind: WebhookKind; readonly url: URL },
  text: string,
  secret: string | null,
  now: Date,
): WebhookRequest {
  const words = cutBytes(text.replace(/</g, '＜'), TEXT_BYTES[target.kind]);
  switch (target.kind) {
    case 'wecom':
      return { url: target.url, body: { msgtype: 'text', text: { content: words } } };
    case 'dingtalk':
      return { url: signedUrl(target.url, secret, now), body: { msgtype: 'text', text: { content: words } } };
    case 'feishu':
      return { url: target.url, body: { ...feishuSign(secret, now), msg_type: 'text', content: { text: words } } };
  }
}

function signedUrl(url: URL, secret: string | null, now: Date): URL {
  if (secret === null) return url;
  const timestamp = String(now.getTime());
  const signed = new URL(url);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return signed;
}

/** Feishu takes "time, new line, secret" as the key and signs nothing with it. */
function feishuSign(secret: string | null, now: Date): { timestamp?: string; sign?: string } {
  if (secret === null) return {};
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}

function cutBytes(text: string, max: number): string {
  const bytes = Buffer.byteLength(text);
  if (bytes <= max) return text;
  let units = Math.floor((text.length * max) / bytes);
  while (Buffer.byteLength(cut(text, units)) > max) units -= 8;
  return cut(text, units);
}

/** Codes by which a robot says "too fast"; a minute later it listens again. */
const TOO_FAST: Readonly<Record<WebhookKind, readonly number[]>> = {
  wecom: [45009, 45033],
  feishu: [9499, 11232],
  dingtalk: [130101, 410100, 90030],
};
const BUSY: Readonly<Record<WebhookKind, readonly number[]>> = { wecom: [-1], feishu: [10000, 10001], dingtalk: [-1] };
/** Codes that say the address, key word, signature or allowed IPs are wrong: the operator mends it, notices wait. */
const OPERATOR: Readonly<Record<WebhookKind, readonly number[]>> = {
  wecom: [93000, 93004, 93008],
  feishu: [19001, 19021, 19022, 19024],
  dingtalk: [310000, 300001, 400101, 400102],
};
const TOO_FAST_MS = 60_000;
const OPERATOR_MS = 300_000;

/** Throws `delivery` unless the answer says the notice was taken. */
export function checkWebhookAnswer(kind: WebhookKind, status: number, answer: unknown): void {
  if (status === 429) throw failed(kind, 'http 429', true, TOO_FAST_MS);
  if (status >= 500) throw failed(kind, `http ${status}`, true);
  if (status >= 300) throw failed(kind, `http ${status}`, false);
  const code = numberIn(answer, kind === 'feishu' ? ['code', 'StatusCode'] : ['errcode']);
  if (code === 0) return;
  if (code === null) throw failed(kind, 'no usable answer', true);
  if (TOO_FAST[kind].includes(code)) throw failed(kind, `${code} too fast`, true, TOO_FAST_MS);
  if (OPERATOR[kind].includes(code))
    throw failed(
      kind,
      `${code}: check the address, the secret, the key words and the allowed IPs of the robot`,
      true,
      OPERATOR_MS,
    );
  throw failed(kind, String(code), BUSY[kind].includes(code));
}

function failed(kind: WebhookKind, reason: string, retryable: boolean, retryAfterMs?: number) {
  return botError('delivery', `Group webhook (${kind}): ${reason}`, { retryable, retryAfterMs });
}

function numberIn(answer: unknown, names: readonly string[]): number | null {
  if (typeof answer !== 'object' || answer === null) return null;
  for (const name of names) {
    const value: unknown = Reflect.get(answer, name);
    if (typeof value === 'number') return value;
  }
  return null;
}
