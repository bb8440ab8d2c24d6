import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/programme/records.ts';
import { type AttackHouse, startAttackHouse } from '../support/attack-house.ts';
import { type PlatformPeers, startPlatformPeers } from '../support/platform-peers.ts';
import type { SlackMessage, SlackPeer } from '../support/slack-peer.ts';
import { buttonPress, messageEvent, slashCommand } from '../support/slack-requests.ts';
import type { TelegramPeer } from '../support/telegram-peer.ts';
import { person, pressUpdate, textUpdate } from '../support/telegram-updates.ts';

let peers: PlatformPeers;
let telegram: TelegramPeer;
let slack: SlackPeer;
let house: AttackHouse;
let decider: string;

beforeAll(async () => {
  peers = await startPlatformPeers();
  ({ telegram, slack } = peers);
  house = await startAttackHouse({
    ...peers.settings,
  });
  peers.aim(house.url);
  decider = await house.hire('处长', 'decider');
  await tie(decider, 'T100:UDECIDER');
});
afterAll(async () => {
  await house.stop();
  await peers.close();
});

async function tie(account: string, user: string): Promise<void> {
  const entry = {
    at: new Date().toISOString(),
    actor: 'system',
    action: 'staff-link',
    object: { kind: 'account', id: account },
    from: null,
    to: user,
    reasonHash: null,
    turn: user,
  };
  await house.app.store.staff.link({ channel: 'slack', room: 'U', user }, account, entry);
}

async function until<T>(what: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let n = 0; n < 400; n += 1) {
    const found = await what();
    if (found !== undefined) return found;
    await wait(50);
  }
  throw new Error('it never came');
}

const NEED = [
  '金丝雀轧机轧不出薄带',
  '金丝雀合格率做到九成',
  '新材料',
  '300万元',
  '24个月',
  '示例特钢有限公司',
  '示例王工 13711112222',
];

/** Asks for it in a Slack channel by mentioning the bot, and posts the need in private, where the bot sends them. */
async function needFromChannel(user: string, channel: string): Promise<CaseRecord> {
  const hear = async (text: string, place: Parameters<typeof messageEvent>[1]) => {
    expect((await slack.sendEvent(messageEvent(text, place))).status).toBe(200);
    await house.app.engine.idle();
  };
  await hear('<@U0BOT> 我要发布需求', { type: 'app_mention', channel, channel_type: 'channel', user });
  const say = (text: string) => hear(text, { channel: `D${user}`, user });
  await say('我要发布需求');
  await say('同意');
  for (const text of NEED) await say(text);
  await say('提交');
  return until(async () =>
    (await house.app.store.records.cases({ kinds: ['need'] })).find(
      (each) => each.status === 'posted' && each.owner !== null,
    ),
  );
}

const pressOf = (button: string, user: string, channel: string, ts = '1.1', team = 'T100') =>
  buttonPress(button, {
    team: { id: team },
    channel: { id: channel, name: 'x' },
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
    user: { id: user, username: user, name: user, team_id: team },
  });

function buttonOn(message: SlackMessage | undefined): string {
  return /"action_id":"([^"]+)"/.exec(JSON.stringify(message?.args))?.[1] ?? 'none';
}

describe('Slack', () => {
  it('tells a person about their case in private, also when they wrote from a channel', {
    timeout: 40_000,
  }, async () => {
    const need = await needFromChannel('UOWNER', 'C9');
    const desk = await house.enter(decider);
    await house.act(desk, {
      do: 'act',
      case: need.reference,
      action: 'ask-more',
      version: need.version,
      reason: '金丝雀缺少检测报告',
    });
    const notice = await until(() =>
      slack.world.messages.find((each) => JSON.stringify(each.args).includes(`${need.reference} 有新进展`)),
    );
    expect(notice.only ?? notice.channel).not.toMatch(/^C/);
    expect(JSON.stringify(notice.args)).not.toContain('金丝雀缺少');
    const open = slack.world.messages.filter((each) => each.channel === 'C9' && each.only === null);
    expect(JSON.stringify(open)).not.toMatch(/金丝雀|示例特钢|13711112222/);
  });

  it('does nothing for a button that was forwarded to another channel, or pressed from another workspace', {
    timeout: 30_000,
  }, async () => {
    const need = await needFromChannel('UOTHER', 'C8');
    const notice = await until(() =>
      slack.world.messages.find((each) => each.channel === 'C1' && JSON.stringify(each.args).includes(need.reference)),
    );
    const version = async () => (await house.app.store.records.case(need.id))?.version;
    await slack.sendAction(pressOf(buttonOn(notice), 'UDECIDER', 'C666', notice.ts));
    await slack.sendAction(pressOf(buttonOn(notice), 'UDECIDER', 'C1', notice.ts, 'T666'));
    await slack.sendAction(pressOf(buttonOn(notice), 'USTRANGER', 'C1', notice.ts));
    await house.app.engine.idle();
    expect(await version()).toBe(1);
    await slack.sendAction(pressOf(buttonOn(notice), 'UDECIDER', 'C1', notice.ts));
    await until(async () => ((await version()) === 2 ? true : undefined));
  });

  it('refuses forged, old, future and unsigned requests, and does a replayed one once', async () => {
    const event = messageEvent('我做电工钢', { channel: 'D50', user: 'U50' });
    for (const options of [{ secret: 'wrong' }, { skew: -301 }, { skew: 301 }, { skew: 3600 }])
      expect((await slack.sendEvent(event, options)).status).toBe(401);
    expect(
      (
        await fetch(slack.target, {
          method: 'POST',
          body: JSON.stringify(event),
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(401);
    await house.app.engine.idle();
    expect(slack.world.messages.some((each) => each.channel === 'D50')).toBe(false);
    for (const skew of [0, -299, 0]) expect((await slack.sendEvent(event, { skew })).status).toBe(200);
    await until(() => slack.world.messages.find((each) => each.channel === 'D50'));
    await house.app.engine.idle();
    expect(slack.world.messages.filter((each) => each.channel === 'D50')).toHaveLength(1);
  });

  it('gives a stranger who types staff commands no queue and no case', async () => {
    const [need] = await house.app.store.records.cases({ kinds: ['need'] });
    for (const text of [
      'list',
      `open ${need?.reference}`,
      `accept ${need?.reference}`,
      '待办',
      `受理 ${need?.reference}`,
    ])
      await slack.sendCommand(slashCommand(text, { user_id: 'USTRANGER2', channel_id: 'D77' }));
    await house.app.engine.idle();
    await until(() =>
      slack.world.messages.find((each) => JSON.stringify(each.args).includes('USTRANGER2') || each.channel === 'D77'),
    );
    const told = slack.world.messages.filter((each) => each.channel === 'D77' || each.only === 'USTRANGER2');
    expect(JSON.stringify(told.map((each) => each.args.blocks))).not.toMatch(/金丝雀轧机|示例特钢|desk\/case/);
  });
});

describe('Telegram', () => {
  it('does nothing for a press on somebody else’s button, forged ones, and presses under a false name', {
    timeout: 30_000,
  }, async () => {
    telegram.push(textUpdate('我要发布需求', person(801)));
    const [mine] = await until(() => [...telegram.world.sent].find(([, each]) => each.chat === '801' && each.keyboard));
    const data =
      /"callback_data":"([^"]+)"/.exec(JSON.stringify(telegram.world.sent.get(mine)?.keyboard))?.[1] ?? 'none';
    const before = await house.app.store.records.accountAt({ channel: 'telegram', room: '801', user: '801' });
    telegram.push(
      pressUpdate(telegram, data, mine, person(802)),
      pressUpdate(telegram, `${data.slice(0, -1)}9`, mine, person(801)),
      pressUpdate(telegram, 'x'.repeat(64), mine, person(801)),
    );
    await until(() => (telegram.texts(802).length > 0 ? true : undefined));
    await house.app.engine.idle();
    expect(await house.app.store.records.consents(before ?? '')).toEqual([]);
    const other = await house.app.store.records.accountAt({ channel: 'telegram', room: '802', user: '802' });
    expect(other).not.toBe(before);
    expect(await house.app.store.records.consents(other ?? '')).toEqual([]);
    // The press of another person that claims to come from the owner's private chat is a seat of its own.
    const forged = { ...pressUpdate(telegram, data, mine, person(803)) };
    const message = { message_id: mine, date: 1, chat: { id: 801, type: 'private' }, text: 'x' };
    telegram.push({ callback_query: { ...forged.callback_query, message } });
    await wait(300);
    await house.app.engine.idle();
    expect(await house.app.store.records.consents(before ?? '')).toEqual([]);
  });
});
