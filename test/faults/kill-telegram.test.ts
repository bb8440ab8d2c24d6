import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flawless, killStory } from '../support/kill-story.ts';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';
import { startTelegramPeer, type TelegramPeer } from '../support/telegram-peer.ts';
import { doubledMessages, telegramTalk } from '../support/telegram-person.ts';

const PEOPLE = 50;
const KILLS = 60;

describe(`${PEOPLE} people in Telegram while the server is killed ${KILLS} times`, () => {
  let own: OwnPackage;
  let peer: TelegramPeer;
  beforeAll(async () => {
    own = await makeOwnPackage('kill-telegram');
    peer = await startTelegramPeer('4242:canary-token-of-the-kill-test');
  });
  afterAll(async () => {
    await peer.close();
    await own.remove();
  });

  it('loses no update, doubles no interest, and a message comes twice at most once a kill', { timeout: 240_000 }, async () => {
    const settings = { TELEGRAM_TOKEN: peer.token, TELEGRAM_API_ROOT: peer.url };
    const enter = async (n: number) => telegramTalk(peer, 1_000 + n);
    const { verdict, stderr, ...report } = await killStory(own, { people: PEOPLE, kills: KILLS, settings, enter });
    const doubled = doubledMessages(peer);
    const unconfirmed = peer.world.pending.length;
    console.log({ kills: KILLS, updates: peer.world.confirmed.length, unconfirmed, messages: peer.world.sent.size, doubledMessages: doubled, ...verdict, ...report });
    expect(verdict).toEqual(flawless(verdict.forms));
    expect(verdict.forms).toBeGreaterThanOrEqual(PEOPLE);
    expect(doubled).toBeLessThanOrEqual(KILLS);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr).not.toContain('canary-token');
    expect(report).toMatchObject({ ownExits: [], exit: 0 });
  });
});
