import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { randomId } from '../../src/random-id.ts';
import { type PlatformPeers, startPlatformPeers } from '../support/platform-peers.ts';
import { type RealHouse, startRealHouse } from '../support/real-house.ts';
import type { SlackMessage, SlackPeer } from '../support/slack-peer.ts';
import { buttonPress } from '../support/slack-requests.ts';
import type { TelegramPeer } from '../support/telegram-peer.ts';
import { telegramTalk } from '../support/telegram-person.ts';

const OWNER = 77;

let peers: PlatformPeers;
let telegram: TelegramPeer;
let slack: SlackPeer;
let house: RealHouse;
let reference = '';
let decider = '';

/** The button of that label under a Slack message. */
function buttonOf(message: SlackMessage | undefined, label: string): string {
  const found = new RegExp(`"action_id":"([^"]+)"[^{}]*"text":\\{"type":"plain_text","text":"${label}"`).exec(
    JSON.stringify(message?.args),
  );
  return found?.[1] ?? 'none';
}

/** Presses it in the channel, as `user`. */
async function press(message: SlackMessage | undefined, button: string, user: string): Promise<void> {
  const place = {
    channel: { id: 'C3', name: 'nongcun' },
    container: { type: 'message', message_ts: message?.ts, channel_id: 'C3', is_ephemeral: false },
  };
  const payload = buttonPress(button, { ...place, user: { id: user, username: user, name: user, team_id: 'T100' } });
  expect(await slack.sendAction(payload)).toMatchObject({ status: 200 });
}

async function needRecord() {
  return house.app.store.records.case(reference);
}

async function auditOf() {
  return house.app.store.records.audit((await needRecord())?.id ?? '', 50);
}

beforeAll(async () => {
  peers = await startPlatformPeers('4242:canary-token-of-the-story-x');
  ({ telegram, slack } = peers);
  house = await startRealHouse({
    ...peers.settings,
    SLACK_DIVISION_CHANNELS: 'nongcun=C3',
  });
  peers.aim(house.url);
  decider = await addStaff('U-DECIDER');
});

afterAll(async () => {
  await house.stop();
  await peers.close();
});

/** A decider of all divisions, tied to a Slack user, as `jiebang staff add` and `staff slack` do it. */
async function addStaff(user: string): Promise<string> {
  const { staff } = house.app.store;
  const id = randomId();
  const at = new Date().toISOString();
  const entry = {
    at,
    actor: 'system',
    action: 'staff-add',
    object: { kind: 'account', id },
    from: null,
    to: 'decider',
    reasonHash: null,
    turn: randomId(),
  };
  const account = { id, locale: 'zh', localeChosen: false, name: '示例处长', createdAt: at, source: 'live' } as const;
  await staff.add(
    account,
    {
      id: randomId(),
      account: id,
      role: 'decider',
      organisation: null,
      division: null,
      grantedAt: at,
      revokedAt: null,
    },
    entry,
  );
  await staff.link({ channel: 'slack', room: user, user: `T100:${user}` }, id, { ...entry, action: 'staff-link' });
  return id;
}

describe('a need from Telegram, handled in Slack, answered in Telegram', () => {
  it('is posted in Telegram', { timeout: 60_000 }, async () => {
    const talk = telegramTalk(telegram, OWNER);
    await talk.say('我要发布需求');
    await talk.hear(/填表前/);
    await talk.press('同意');
    const answers = [
      '稻秆还田烂不掉，影响下一季插秧',
      '三十天内腐解率做到六成',
      '现代农业',
      '300万元',
      '24个月',
      '示例农业科技有限公司',
      '示例联系人 13800000000',
    ];
    for (const [n, answer] of answers.entries()) {
      await talk.hear(new RegExp(`（${n + 1}/7）`));
      await talk.say(answer);
    }
    await talk.hear(/请核对/);
    await talk.press('提交');
    reference = /N-\w{5}-\w{5}/.exec(await talk.hear(/编号 N-/))?.[0] ?? '';
    expect(await needRecord()).toMatchObject({ kind: 'need', status: 'posted', sector: 'agriculture' });
  });

  it('reaches the channel of its division once, without a word of its content', async () => {
    await vi.waitUntil(() => slack.world.messages.length > 0, { timeout: 10_000 });
    const notices = slack.world.messages.filter((each) => JSON.stringify(each.args).includes(reference));
    expect(notices.map((each) => each.channel)).toEqual(['C3']);
    expect(JSON.stringify(notices[0]?.args)).not.toMatch(/稻秆|腐解|示例农业|13800000000|300万/);
    expect(buttonOf(notices[0], '受理')).not.toBe('none');
  });

  it('refuses a Slack user nobody knows, changes nothing, tells nobody, and writes the attempt down', async () => {
    const [notice] = slack.world.messages;
    const before = await needRecord();
    await press(notice, buttonOf(notice, '受理'), 'U-STRANGER');
    await vi.waitUntil(async () => (await auditOf()).some((row) => row.action.startsWith('refused')), {
      timeout: 10_000,
    });
    expect(await needRecord()).toEqual(before);
    const refused = (await auditOf()).filter((row) => row.action === 'refused:accept');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.actor).not.toBe(decider);
    const answers = slack.world.messages.filter((each) => each !== notice && each.channel === 'C3');
    expect(JSON.stringify(answers)).not.toMatch(/稻秆|示例农业|posted|已受理/);
    expect(answers.every((each) => each.only === 'U-STRANGER')).toBe(true);
  });

  it('is accepted by a decider in Slack, and its owner is told in Telegram when it can no longer be taken back', {
    timeout: 40_000,
  }, async () => {
    const [notice] = slack.world.messages;
    await press(notice, buttonOf(notice, '受理'), 'U-DECIDER');
    await vi.waitUntil(async () => (await needRecord())?.version === 2, { timeout: 10_000 });
    expect((await auditOf()).find((row) => row.action === 'accept')).toMatchObject({ actor: decider });
    const told = await telegramTalk(telegram, OWNER).hear(new RegExp(`${reference} 有新进展`));
    expect(told).not.toMatch(/稻秆|腐解|示例农业/);
    expect(telegram.texts(OWNER).filter((text) => text === told)).toHaveLength(1);
  });

  it('answers a second press of the same old button with what was decided, and decides nothing', async () => {
    const [notice] = slack.world.messages;
    const before = await needRecord();
    const seen = slack.world.messages.length;
    await press(notice, buttonOf(notice, '受理'), 'U-DECIDER');
    await vi.waitUntil(() => slack.world.messages.length > seen, { timeout: 10_000 }).catch(() => undefined);
    await house.app.engine.idle();
    expect(await needRecord()).toEqual(before);
    expect((await auditOf()).filter((row) => row.action === 'accept')).toHaveLength(1);
  });
});
