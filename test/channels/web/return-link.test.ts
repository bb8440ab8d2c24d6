import { createHash, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Address } from '../../../src/conversation/address.ts';
import { initialState } from '../../../src/conversation/initial-state.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { Account } from '../../../src/programme/records.ts';
import { startWebHouse, type WebHouse } from '../../support/web-house.ts';
import { makeVisitor, openVisitor } from '../../support/web-visitor.ts';

let house: WebHouse | undefined;
afterEach(async () => {
  await house?.stop();
  house = undefined;
});

/** Gives the account at `address` a return link, through a turn as the product does; returns its token. */
async function giveLink(store: Store, address: Address): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const at = new Date();
  const account: Account = {
    id: randomBytes(16).toString('hex'),
    locale: 'zh',
    localeChosen: false,
    name: null,
    createdAt: at.toISOString(),
    source: 'live',
  };
  await store.turns.accept([{ keys: [token], address, receivedAt: at.toISOString(), sequence: 0, said: '个人链接' }]);
  const [turn] = await store.turns.claim(at, 1, 60_000);
  if (!turn) throw new Error('no turn to commit');
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const effects = [{ type: 'save-return-link', tokenHash }] as const;
  await store.turns.commit([
    { turn, account, link: address, state: initialState(), effects, audit: [], outgoing: [], said: [] },
  ]);
  return token;
}
const web = (room: string): Address => ({ channel: 'web', room, user: room });

describe('a personal return link', () => {
  test('opens the same conversation in another browser, under a secret of its own', async () => {
    house = await startWebHouse();
    const phone = await openVisitor(house.url);
    const room = house.heard[0]?.address.room ?? '';
    await phone.say('我做电工钢');
    const token = await giveLink(house.store, web(room));
    const laptop = makeVisitor(house.url);
    const answer = await laptop.get(`/r/${token}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(await (await laptop.get('/api/history')).text()).toContain('我做电工钢');
    expect(laptop.cookie()).not.toBe(phone.cookie());
    await laptop.say('接着办');
    expect(house.heard.at(-1)?.address.room).toBe(room);
  });

  test('a browser with a conversation of its own is asked before it leaves it', async () => {
    house = await startWebHouse();
    const token = await giveLink(house.store, web('room-of-the-link'));
    const busy = await openVisitor(house.url);
    await busy.say('我自己的事');
    const asked = await busy.get(`/r/${token}`);
    expect(asked.status).toBe(200);
    expect(await asked.text()).toContain('继续我的对话');
    await busy.say('还在这里');
    expect(house.heard.at(-1)?.address.room).not.toBe('room-of-the-link');
    const form = await fetch(`${house.url}/r/${token}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...busy.headers(), 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.status).toBe(303);
    const cookie = form.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await fetch(`${house.url}/api/messages`, {
      method: 'POST',
      body: JSON.stringify({ id: crypto.randomUUID(), text: '换过来了' }),
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    });
    expect(house.heard.at(-1)).toMatchObject({ said: '换过来了', address: { room: 'room-of-the-link' } });
  });

  test('somebody from Telegram gets a web room of their account', async () => {
    house = await startWebHouse();
    const token = await giveLink(house.store, { channel: 'telegram', room: '77', user: '77' });
    const browser = makeVisitor(house.url);
    expect((await browser.get(`/r/${token}`)).status).toBe(303);
    await browser.say('在网页上继续');
    const address = house.heard.at(-1)?.address;
    expect(address?.channel).toBe('web');
    const account = await house.store.records.accountAt({ channel: 'telegram', room: '77', user: '77' });
    expect(address && (await house.store.records.accountAt(address))).toBe(account);
  });

  test('unknown, malformed and impossible links get one and the same answer and no session', async () => {
    house = await startWebHouse();
    const wrong = [randomBytes(24).toString('base64url'), 'short', '%2e%2e%2f', 'a'.repeat(200)];
    const answers = await Promise.all(wrong.map((token) => fetch(`${house?.url}/r/${token}`, { redirect: 'manual' })));
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    expect(answers.flatMap((answer) => answer.headers.getSetCookie())).toEqual([]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  test('another site cannot move a browser by posting', async () => {
    house = await startWebHouse();
    const token = await giveLink(house.store, web('theirs'));
    const answer = await fetch(`${house.url}/r/${token}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('a seat at the staff desk is not opened by a link', async () => {
    house = await startWebHouse();
    const token = await giveLink(house.store, web('desk:anna'));
    const browser = makeVisitor(house.url);
    await browser.get(`/r/${token}`);
    await browser.say('我是谁');
    expect(house.heard.at(-1)?.address.room).not.toContain('desk');
  });
});
