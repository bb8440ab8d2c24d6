import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { flawless, killStory } from '../support/kill-story.ts';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';
import { type SlackPeer, startSlackPeer } from '../support/slack-peer.ts';
import { startTelegramPeer, type TelegramPeer } from '../support/telegram-peer.ts';
import { doubledMessages, telegramTalk } from '../support/telegram-person.ts';

const PEOPLE = 50;
const KILLS = 60;
/** Messages to different people that are on their way to Telegram at the same time. */
const SIDE_BY_SIDE = 8;

/** Waits until a count has not changed for so long. */
async function still(count: () => number, ms: number): Promise<void> {
  let seen = -1;
  while (seen !== count()) {
    seen = count();
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}

/** The reference each staff notice in Slack is about; the digest before a long queue is about none. */
function noticed(slack: SlackPeer): readonly string[] {
  return slack.world.messages.flatMap(({ args }) => /I-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(JSON.stringify(args))?.[0] ?? []);
}

describe(`${PEOPLE} people in Telegram while the server is killed ${KILLS} times`, () => {
  let own: OwnPackage;
  let peer: TelegramPeer;
  let slack: SlackPeer;
  beforeAll(async () => {
    own = await makeOwnPackage('kill-telegram');
    peer = await startTelegramPeer('4242:canary-token-of-the-kill-test');
    slack = await startSlackPeer();
  });
  afterAll(async () => {
    await peer.close();
    await slack.close();
    await own.remove();
  });

  it('loses no update, doubles no interest, and a notice comes twice at most once a kill', {
    timeout: 240_000,
  }, async () => {
    const settings = { TELEGRAM_TOKEN: peer.token, TELEGRAM_API_ROOT: peer.url, ...slackSettings(slack) };
    const enter = async (n: number) => telegramTalk(peer, 1_000 + n);
    const quiet = async (forms: number) => {
      await vi.waitUntil(() => new Set(noticed(slack)).size >= forms, { timeout: 60_000, interval: 100 });
      // A notice killed between sending and noting is sent once more; Slack's pace is one a second.
      await still(() => slack.world.messages.length, 4_000);
    };
    const { verdict, stderr, ...report } = await killStory(own, {
      people: PEOPLE,
      kills: KILLS,
      settings,
      enter,
      quiet,
    });
    const doubled = doubledMessages(peer);
    const notices = noticed(slack);
    const doubledNotices = notices.length - new Set(notices).size;
    const counts = {
      updates: peer.world.confirmed.length,
      unconfirmed: peer.world.pending.length,
      messages: peer.world.sent.size,
    };
    console.log({ kills: KILLS, ...counts, doubled, notices: notices.length, doubledNotices, ...verdict, ...report });
    expect(verdict).toEqual(flawless(verdict.forms));
    expect(verdict.forms).toBeGreaterThanOrEqual(PEOPLE);
    expect(new Set(notices).size).toBe(verdict.forms);
    expect(doubledNotices).toBeLessThanOrEqual(KILLS);
    expect(doubled).toBeLessThanOrEqual(KILLS * SIDE_BY_SIDE);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr).not.toContain('canary-token');
    expect(report).toMatchObject({ ownExits: [], exit: 0 });
  });
});

function slackSettings(slack: SlackPeer): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: slack.token,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SLACK_CHANNEL: 'C1',
    SLACK_DIVISION_CHANNELS: 'gaoxin=C2,nongcun=C3,shefa=C4',
  };
}
