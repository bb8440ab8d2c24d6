import Fastify from 'fastify';
import { makeSlackChannel } from '../../src/channels/slack.ts';
import { makeTelegramChannel } from '../../src/channels/telegram.ts';
import { makeWebhookChannel } from '../../src/channels/webhook.ts';
import type { Address } from '../../src/conversation/address.ts';
import { type ChannelHarness, type ChannelTrouble, channelContract } from '../contracts/channel-contract.ts';
import { makeHeardLog } from '../support/heard-log.ts';
import { telegramAddress } from '../support/sample-reply.ts';
import { startSlackPeer } from '../support/slack-peer.ts';
import { messageEvent } from '../support/slack-requests.ts';
import { until } from '../support/small-inbox.ts';
import { startTelegramPeer } from '../support/telegram-peer.ts';
import { textUpdate } from '../support/telegram-updates.ts';
import { startWebhookPeer } from '../support/webhook-peer.ts';

const clock = { now: () => new Date() };
const publicUrl = 'https://bang.example';

async function telegram(): Promise<ChannelHarness> {
  const peer = await startTelegramPeer();
  const channel = makeTelegramChannel({
    token: peer.token,
    apiRoot: peer.url,
    publicUrl,
    clock,
    log: makeHeardLog(),
    document: async () => null,
    menus: [],
    pollSeconds: 1,
    retryMs: 5,
    albumMs: 5,
  });
  let last: object = {};
  let lastId = 5000;
  const troubles = {
    'too-many': { kind: 'too-many', retryAfter: 3 },
    outage: { kind: 'server-error' },
    blocked: { kind: 'refused', status: 403, reason: 'Forbidden: bot was blocked by the user' },
  } as const;
  return {
    channel,
    address: telegramAddress(),
    async say(text) {
      last = { update_id: ++lastId, ...textUpdate(text) };
      peer.push(last);
    },
    async sayAgain() {
      // Pushed before the next poll, it would be taken for confirmed.
      await until(() => peer.world.confirmed.length > 0);
      peer.push({ ...last });
    },
    seen: async () => peer.texts(77).join('\n'),
    fail: (how: ChannelTrouble) => peer.fault('sendMessage', troubles[how]),
    secrets: [peer.token, 'canary'],
    close: peer.close,
  };
}

async function slack(): Promise<ChannelHarness> {
  const peer = await startSlackPeer();
  const channel = makeSlackChannel({
    botToken: peer.token,
    signingSecret: peer.signingSecret,
    apiUrl: peer.apiUrl,
    document: async () => null,
    publicUrl,
    clock,
    log: makeHeardLog(),
    retryMs: 5,
  });
  const server = Fastify();
  await server.register(channel.plugin);
  peer.target = `${await server.listen({ port: 0, host: '127.0.0.1' })}/slack/events`;
  const address: Address = { channel: 'slack', room: 'D7', user: 'T100:U7' };
  let last: object = {};
  const troubles = {
    'too-many': { kind: 'too-many', retryAfter: 3 },
    outage: { kind: 'server-error' },
    blocked: { kind: 'refused', status: 200, reason: 'is_archived' },
  } as const;
  return {
    channel,
    address,
    async say(text) {
      const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
      last = messageEvent(escaped);
      await peer.deliver(last);
    },
    sayAgain: async () => void (await peer.sendEvent(last, { retryNum: 1, reason: 'http_timeout' })),
    seen: async () => peer.world.messages.flatMap((message) => textsIn(message.args.blocks)).join('\n'),
    fail: (how: ChannelTrouble) => peer.fault('chat.postMessage', troubles[how]),
    secrets: [peer.token, peer.signingSecret, 'canary'],
    async close() {
      await server.close();
      await peer.close();
    },
  };
}

function textsIn(blocks: unknown): readonly string[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.flatMap((block: { text?: { text: string } }) => block.text?.text ?? []);
}

async function webhook(): Promise<ChannelHarness> {
  const peer = await startWebhookPeer('wecom');
  const fail = (how: ChannelTrouble) => {
    if (how === 'outage') peer.fault({ kind: 'cut' });
    else peer.answerCode(how === 'too-many' ? 45009 : 40058);
  };
  return {
    channel: makeWebhookChannel({ url: peer.setting, publicUrl, clock, allowLoopback: true }),
    address: { channel: 'webhook', room: 'group', user: '' },
    seen: async () => peer.texts.join('\n'),
    fail,
    secrets: ['canary'],
    close: peer.close,
  };
}

channelContract('telegram', telegram, { receives: true, replaces: true, fails: true });
channelContract('slack', slack, { receives: true, replaces: true, fails: true });
channelContract('webhook', webhook, { receives: false, replaces: false, fails: true });
