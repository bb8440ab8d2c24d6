import { afterEach, describe, expect, test } from 'vitest';
import { type DeskScene, startDeskScene } from '../../support/desk-scene.ts';
import { makeTestClock } from '../../support/test-clock.ts';
import { makeVisitor, messagesOf, openVisitor, type Visitor } from '../../support/web-visitor.ts';

let scene: DeskScene | undefined;
afterEach(async () => {
  await scene?.stop();
  scene = undefined;
});

const clock = makeTestClock();

async function start(): Promise<{ scene: DeskScene; phone: Visitor; link: string }> {
  const desk = await startDeskScene(clock);
  scene = desk;
  const phone = await openVisitor(desk.url);
  await desk.engine.idle();
  await says(desk, phone, '个人链接');
  const link = (await seen(phone)).findLast((each) => each.link?.startsWith('/r/'))?.link ?? '';
  expect(link).toMatch(/^\/r\//);
  return { scene: desk, phone, link };
}

async function seen(who: Visitor) {
  return messagesOf(await who.get('/api/history'));
}

async function says(desk: DeskScene, who: Visitor, text: string): Promise<void> {
  await who.say(text);
  await desk.engine.idle();
}

async function revoke(desk: DeskScene, who: Visitor): Promise<void> {
  const rows = await seen(who);
  const button = rows.flatMap((each) => each.buttons).findLast((each) => each.label.includes('作废'));
  await who.post('/api/messages', { id: crypto.randomUUID(), button: button?.id });
  await desk.engine.idle();
}

describe('revoking the return links', () => {
  test('signs out the browsers that came in by them, and only those', async () => {
    const { scene: desk, phone, link } = await start();
    const laptop = makeVisitor(desk.url);
    await laptop.get(link);
    expect((await laptop.get('/api/history')).status).toBe(200);
    await revoke(desk, phone);
    expect((await laptop.get('/api/history')).status).toBe(401);
    expect((await phone.get('/api/history')).status).toBe(200);
  });

  test('keeps the browser in hand, though it came in by a link itself', async () => {
    const { scene: desk, phone, link } = await start();
    const [laptop, stranger] = [makeVisitor(desk.url), makeVisitor(desk.url)];
    await laptop.get(link);
    await stranger.get(link);
    await revoke(desk, laptop);
    expect((await laptop.get('/api/history')).status).toBe(200);
    expect((await stranger.get('/api/history')).status).toBe(401);
    expect((await phone.get('/api/history')).status).toBe(200);
  });

  test('a browser signed out hears nothing more on a stream that was open', async () => {
    const { scene: desk, phone, link } = await start();
    const laptop = makeVisitor(desk.url);
    await laptop.get(link);
    const stream = await laptop.get('/api/live');
    const reader = stream.body?.getReader();
    await reader?.read();
    await revoke(desk, phone);
    await says(desk, phone, '我的进度');
    const heard: string[] = [];
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read())
      heard.push(new TextDecoder().decode(chunk.value));
    expect(heard.join('')).not.toContain('我的进度');
  });

  test('whoever deletes their data hears the receipt, though the session is gone by then', async () => {
    const { scene: desk, phone } = await start();
    const reader = (await phone.get('/api/live')).body?.getReader();
    await reader?.read();
    await says(desk, phone, '删除我的数据');
    await says(desk, phone, '确认删除');
    const heard: string[] = [];
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read())
      heard.push(new TextDecoder().decode(chunk.value));
    expect(heard.join('')).toContain('回执号');
    // Asked for later it is the receipt again, and nothing else.
    const { messages }: { readonly messages: readonly object[] } = JSON.parse(
      await (await phone.get('/api/history')).text(),
    );
    expect(messages).toEqual([expect.objectContaining({ farewell: true, text: expect.stringContaining('回执号') })]);
    expect((await phone.post('/api/messages', { id: crypto.randomUUID(), text: '在吗' })).status).toBe(401);
  });

  test('the secret of a link does not stay in the transcript', async () => {
    const { scene: desk, phone, link } = await start();
    clock.advance(11 * 60_000);
    await says(desk, phone, '你好');
    const rows = await (await phone.get('/api/history')).text();
    expect(rows).toContain('个人链接');
    expect(rows).not.toContain(link.slice(3));
    expect((await makeVisitor(desk.url).get(link)).status).toBe(303);
  });
});
