import { afterEach, describe, expect, test } from 'vitest';
import { makeWebhookChannel } from '../../src/channels/webhook.ts';
import type { WebhookKind } from '../../src/channels/webhook-format.ts';
import type { Address } from '../../src/conversation/address.ts';
import { sampleButton, sampleNotice } from '../support/sample-reply.ts';
import { startWebhookPeer, type WebhookPeer } from '../support/webhook-peer.ts';

const KINDS = ['wecom', 'feishu', 'dingtalk'] as const;
const to: Address = { channel: 'webhook', room: 'group', user: '' };
const clock = { now: () => new Date('2026-11-23T01:00:00Z') };
let peers: WebhookPeer[] = [];
afterEach(async () => {
  await Promise.all(peers.map((peer) => peer.close()));
  peers = [];
});

async function pair(kind: WebhookKind, secret?: string) {
  const peer = await startWebhookPeer(kind, secret);
  peers.push(peer);
  const channel = makeWebhookChannel({
    url: peer.setting,
    publicUrl: 'https://bang.example',
    clock,
    allowLoopback: true,
    ...(secret ? { secret } : {}),
  });
  return {
    peer,
    channel,
    tried: (text = '新申报') => channel.send(to, sampleNotice(text)).catch((thrown: unknown) => thrown),
  };
}

describe.each(KINDS)('%s', (kind) => {
  test('a notice is text and link, without buttons', async () => {
    const { peer, channel } = await pair(kind);
    await channel.send(
      to,
      sampleNotice('收到新申报 J-7K3M（新材料）', { link: '/desk/J-7K3M', buttons: [sampleButton('m.1', '受理')] }),
    );
    expect(peer.texts).toEqual(['收到新申报 J-7K3M（新材料）\n\nhttps://bang.example/desk/J-7K3M']);
  });

  test('nobody can be called out by markup in a text', async () => {
    const { peer, tried } = await pair(kind);
    await tried('<at user_id="all">所有人</at> <@all>\ud800');
    expect(peer.texts[0]).toBe('＜at user_id="all">所有人＜/at> ＜@all>');
  });

  test('a text above the limit is cut between letters', async () => {
    const { peer, tried } = await pair(kind);
    await tried('揭榜👩‍🔬'.repeat(4000));
    expect(Buffer.byteLength(peer.texts[0] ?? '')).toBeLessThanOrEqual(kind === 'wecom' ? 2048 : 18_000);
    expect(peer.texts[0]).toMatch(/(?:揭|榜|👩‍🔬)…$/u);
  });

  test('outages are retried, and no error tells the key', async () => {
    const { peer, tried } = await pair(kind);
    for (const fault of ['cut', 'server-error', 'garbage', 'lost-answer'] as const) {
      peer.fault({ kind: fault });
      const error = await tried();
      expect(error).toMatchObject({ code: 'delivery', retryable: true });
      expect(error instanceof Error && `${error.stack}${String(error.cause)}`).not.toContain('canary');
    }
    peer.fault({ kind: 'too-many', retryAfter: 1 });
    expect(await tried()).toMatchObject({ retryable: true, retryAfterMs: 60_000 });
  });

  test('a redirect is not followed', async () => {
    const { peer, tried } = await pair(kind);
    peer.fault({ kind: 'refused', status: 302, reason: '' });
    expect(await tried()).toMatchObject({ retryable: false });
    expect(peer.calls).toHaveLength(1);
  });
});

test.each([
  ['wecom', 45009, true, 60_000],
  ['wecom', 93000, true, 300_000],
  ['wecom', 40058, false, undefined],
  ['feishu', 11232, true, 60_000],
  ['feishu', 9499, true, 60_000],
  ['feishu', 19024, true, 300_000],
  ['feishu', 10208, false, undefined],
  ['dingtalk', 130101, true, 60_000],
  ['dingtalk', 310000, true, 300_000],
  ['dingtalk', 400013, false, undefined],
] as const)('%s code %i: retryable %s after %s ms', async (kind, code, retryable, retryAfterMs) => {
  const { peer, tried } = await pair(kind);
  peer.answerCode(code);
  expect(await tried()).toMatchObject({ code: 'delivery', retryable, retryAfterMs });
});

test.each(['feishu', 'dingtalk'] as const)('%s checks the signature we make', async (kind) => {
  const { peer, tried } = await pair(kind, 'SEC-canary');
  await tried('签名通知');
  expect(peer.texts).toEqual(['签名通知']);
  expect(JSON.stringify(peer.calls)).not.toContain('SEC-canary');
});

describe('which addresses are taken', () => {
  const made =
    (url: string, allowLoopback = false) =>
    () =>
      makeWebhookChannel({ url, publicUrl: null, clock, allowLoopback });

  test('the three platforms are known by their host', () => {
    expect(made('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k')).not.toThrow();
    expect(made('https://open.feishu.cn/open-apis/bot/v2/hook/k')).not.toThrow();
    expect(made('https://oapi.dingtalk.com/robot/send?access_token=k')).not.toThrow();
    expect(made('wecom:https://relay.example/robot')).not.toThrow();
  });

  test.each([
    'http://qyapi.weixin.qq.com/x',
    'https://relay.example/robot',
    'https://u:p@oapi.dingtalk.com/',
    'wecom:http://127.0.0.1:9/x',
    'wecom:file:///etc/passwd',
    'nonsense',
    '',
  ])('%s is refused with a word to the operator', (url) => {
    expect(made(url)).toThrowError(/cannot be used/);
  });

  test('this machine only when the setting says so', () => {
    expect(made('wecom:http://127.0.0.1:9/x', true)).not.toThrow();
    expect(made('wecom:https://localhost/x', false)).toThrowError();
    expect(made('wecom:http://10.0.0.1/x', true)).toThrowError();
  });
});
