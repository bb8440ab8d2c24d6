import { describe, expect, test } from 'vitest';
import { sampleReply } from '../support/sample-reply.ts';
import { slackBench } from '../support/slack-bench.ts';
import { buttonPress, messageEvent, slashCommand } from '../support/slack-requests.ts';

const bench = slackBench();
const direct = { channel: 'slack', room: 'D7', user: 'T100:U7' } as const;

describe('requests', () => {
  test('a direct message arrives and is answered in the same room', async () => {
    const slack = await bench.listening();
    expect((await bench.peer.sendEvent(messageEvent('今天有什么要办'))).status).toBe(200);
    const [message] = bench.inbox.messages;
    expect(message).toMatchObject({
      said: '今天有什么要办',
      address: { channel: 'slack', room: 'D7', user: 'T100:U7' },
    });
    await slack.send(message?.address ?? direct, sampleReply('三件'));
    expect(bench.peer.calls('chat.postMessage')[0]).toMatchObject({
      channel: 'D7',
      parse: 'none',
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  test.each([
    ['-301 s', { skew: -301 }, 401],
    ['-299 s', { skew: -299 }, 200],
    ['+301 s', { skew: 302 }, 401],
    ['+1 h', { skew: 3600 }, 401],
    ['another secret', { secret: 'guessed' }, 401],
  ] as const)('a signature of %s gets its answer', async (_, options, status) => {
    await bench.listening();
    expect((await bench.peer.sendEvent(messageEvent('x'), options)).status).toBe(status);
    expect(bench.inbox.messages).toHaveLength(status === 200 ? 1 : 0);
  });

  test('unsigned, broken and over-long requests are refused and say nothing', async () => {
    await bench.listening();
    const plain = await fetch(bench.peer.target, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([plain.status, await plain.text()]).toEqual([401, '']);
    const huge = await fetch(bench.peer.target, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(2_000_000),
    }).catch(() => null);
    expect(huge?.status ?? 413).toBe(413);
    expect((await fetch(bench.peer.target)).status).toBe(404);
  });

  test('the address is verified as Slack asks', async () => {
    await bench.listening();
    const answer = await bench.peer.sendEvent({ type: 'url_verification', challenge: 'c-1' });
    expect(JSON.parse(answer.body)).toEqual({ challenge: 'c-1' });
  });

  test('a request replayed within its five minutes is stored once', async () => {
    await bench.listening();
    const press = buttonPress('m1.1');
    const now = new Date();
    await bench.peer.sendAction(press, { now });
    await bench.peer.sendAction(press, { now });
    expect(bench.inbox.messages).toHaveLength(1);
  });

  test('a full disk is answered 503 and Slack’s next try is stored: nothing lost, nothing doubled', async () => {
    await bench.listening();
    bench.inbox.fail(2);
    const tries = await bench.peer.deliver(messageEvent('请给我看看'));
    expect(tries.map((each) => each.status)).toEqual([503, 503, 200]);
    expect(bench.inbox.messages.map((each) => each.said)).toEqual(['请给我看看']);
  });

  test('storing that takes longer than Slack waits is tried again and kept once', async () => {
    const slack = await bench.listening();
    let isSlow = true;
    await slack.start(async (messages) => {
      await new Promise((resolve) => setTimeout(resolve, isSlow ? 3100 : 0));
      isSlow = false;
      await bench.inbox.accept(messages);
    });
    const tries = await bench.peer.deliver(messageEvent('慢'), 200);
    expect(tries.map((each) => each.status)).toEqual(['timeout', 200]);
    expect(bench.inbox.messages.map((each) => each.said)).toEqual(['慢']);
  });

  test('a retry under another event id is the same message', async () => {
    await bench.listening();
    const first = messageEvent('一次');
    await bench.peer.sendEvent(first);
    await bench.peer.sendEvent({ ...first, event_id: 'Ev-other' }, { retryNum: 1, reason: 'http_timeout' });
    const mention = { ...first, event_id: 'Ev-third', event: { ...first.event, type: 'app_mention' } };
    await bench.peer.sendEvent(mention);
    expect(bench.inbox.messages).toHaveLength(1);
  });

  test('nothing is acknowledged before it is accepted', async () => {
    const order: string[] = [];
    const slack = await bench.listening();
    await slack.start(async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      order.push('accepted');
    });
    for (const sent of [
      bench.peer.sendEvent(messageEvent('x')),
      bench.peer.sendAction(buttonPress('m.1')),
      bench.peer.sendCommand(slashCommand('list')),
    ]) {
      const { status, ms } = await sent;
      order.push(`answered ${status}`);
      expect(ms).toBeLessThan(3000);
    }
    expect(order.filter((each) => each === 'accepted')).toHaveLength(3);
    expect(order[0]).toBe('accepted');
    expect(bench.log.lines).toEqual([]);
  });

  test('a request of another workspace is left aside', async () => {
    await bench.listening();
    const foreign = { ...messageEvent('x'), team_id: 'T999', authorizations: [{ team_id: 'T999' }] };
    expect((await bench.peer.sendEvent(foreign)).status).toBe(200);
    await bench.peer.sendAction(buttonPress('m.1', { team: { id: 'T999' }, user: { id: 'U7', team_id: 'T999' } }));
    await bench.peer.sendCommand(slashCommand('list', { team_id: 'T999' }));
    expect(bench.inbox.messages).toEqual([]);
  });

  test('a press of somebody from a connected workspace keeps their own workspace in the address', async () => {
    await bench.listening();
    await bench.peer.sendAction(buttonPress('m.1', { user: { id: 'U9', team_id: 'T999' } }));
    expect(bench.inbox.messages[0]?.address.user).toBe('T999:U9');
  });

  test('kinds that say nothing to us are acknowledged and left', async () => {
    await bench.listening();
    expect(
      (await bench.peer.sendEvent({ ...messageEvent('x'), event: { type: 'reaction_added', user: 'U7' } })).status,
    ).toBe(200);
    expect(
      (
        await bench.peer.sendAction({
          type: 'view_submission',
          team: { id: 'T100' },
          user: { id: 'U7' },
          view: { id: 'V1', callback_id: 'x' },
        })
      ).status,
    ).toBe(200);
    expect((await bench.peer.sendEvent({ odd: true })).status).toBe(200);
    expect(bench.inbox.messages).toEqual([]);
  });

  test('while Slack does not say who we are, requests are answered 503, later they are taken', async () => {
    bench.peer.fault('auth.test', { kind: 'server-error' }, { kind: 'cut' });
    await bench.listening({ retryMs: 150 });
    const tries = await bench.peer.deliver(messageEvent('早'), 200);
    expect([tries[0]?.status, tries.at(-1)?.status]).toEqual([503, 200]);
    expect(bench.inbox.messages.map((each) => each.said)).toEqual(['早']);
  });

  test('a wrong bot token is one clear line', async () => {
    await bench.listening({ botToken: 'xoxb-wrong-canary' });
    expect(bench.log.lines.filter((line) => line.level === 'error').map((line) => line.message)).toEqual([
      expect.stringMatching(/SLACK_BOT_TOKEN/),
    ]);
    expect(bench.log.text()).not.toContain('canary');
  });
});
