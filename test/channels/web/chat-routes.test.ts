import { afterEach, describe, expect, test } from 'vitest';
import { sampleButton, sampleReply } from '../../support/sample-reply.ts';
import { type HouseSettings, startWebHouse, type WebHouse } from '../../support/web-house.ts';
import { makeVisitor, openVisitor } from '../../support/web-visitor.ts';

interface Page {
  readonly messages: readonly {
    readonly id: string;
    readonly from: string;
    readonly text: string;
    readonly buttons: readonly object[];
  }[];
  readonly before: string | null;
}
const jsonOf = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;

let house: WebHouse | undefined;
const start = async (settings?: HouseSettings) => {
  house = await startWebHouse(settings);
  return house;
};
afterEach(async () => {
  await house?.stop();
  house = undefined;
});

describe('saying something', () => {
  test('a message is on disk before the browser is told so', async () => {
    const { url, heard } = await start();
    const visitor = await openVisitor(url);
    const answer = await visitor.say('我做电工钢');
    expect(answer.status).toBe(202);
    expect(heard.at(-1)).toMatchObject({ said: '我做电工钢', address: { channel: 'web' } });
    expect(heard.at(-1)?.address.room).toBe(heard.at(-1)?.address.user);
  });

  test('the same id sent twice is one message', async () => {
    const { url, heard } = await start();
    const visitor = await openVisitor(url);
    const before = heard.length;
    const message = { id: crypto.randomUUID(), text: '800万' };
    await visitor.post('/api/messages', message);
    const again = await visitor.post('/api/messages', message);
    expect(again.status).toBe(202);
    expect(heard.length - before).toBe(1);
  });

  test('two visitors may use the same id without losing a message', async () => {
    const { url, heard } = await start();
    const [one, two] = [await openVisitor(url), await openVisitor(url)];
    const message = { id: crypto.randomUUID(), text: '你好' };
    await one.post('/api/messages', message);
    await two.post('/api/messages', message);
    expect(new Set(heard.filter((each) => each.said === '你好').map((each) => each.address.room)).size).toBe(2);
  });

  test('a pressed button arrives as its id', async () => {
    const { url, heard } = await start();
    const visitor = await openVisitor(url);
    await visitor.post('/api/messages', { id: crypto.randomUUID(), button: '01JABC.2', label: '跳过' });
    expect(heard.at(-1)?.chose).toEqual({ button: '01JABC.2' });
  });

  test.each([
    ['no id', { text: 'x' }],
    ['an id that is no UUID', { id: '1', text: 'x' }],
    ['nothing said', { id: crypto.randomUUID() }],
    ['only spaces', { id: crypto.randomUUID(), text: ' \n ' }],
    ['text and a button at once', { id: crypto.randomUUID(), text: 'x', button: 'a.1' }],
    ['a button with markup', { id: crypto.randomUUID(), button: '<b>.1' }],
    ['a command nobody offered', { id: crypto.randomUUID(), chose: { command: { do: 'act' } } }],
    ['a list instead of an object', [1, 2]],
  ])('%s is refused with a reason', async (_, body) => {
    const { url, heard } = await start();
    const visitor = await openVisitor(url);
    const before = heard.length;
    const answer = await visitor.post('/api/messages', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'bad-request', text: expect.stringMatching(/[\u4e00-\u9fff]/) });
    expect(heard.length).toBe(before);
  });

  test('nested JSON that would overflow a stack is a bad request, and the server lives', async () => {
    const { url } = await start();
    const visitor = await openVisitor(url);
    const body = `{"id":"${crypto.randomUUID()}","text":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const answer = await fetch(`${url}/api/messages`, {
      method: 'POST',
      body,
      headers: { ...visitor.headers(), 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
    expect((await visitor.say('还在吗')).status).toBe(202);
  });

  test('a megabyte of text is refused kindly, whole', async () => {
    const { url, heard } = await start();
    const visitor = await openVisitor(url);
    const before = heard.length;
    for (const text of ['揭'.repeat(349_525), 'x'.repeat(150_000)]) {
      const answer = await visitor.say(text);
      expect(answer.status).toBe(413);
      expect((await jsonOf<{ text: string }>(answer)).text).toContain('文件');
    }
    expect(heard.length).toBe(before);
  });

  test('broken characters arrive as they are, for the engine to clean', async () => {
    const { url, heard } = await start();
    const visitor = await openVisitor(url);
    expect((await visitor.say('a\u0000\ud800‮😀')).status).toBe(202);
    expect(heard.at(-1)?.said).toContain('😀');
  });

  test('too many messages at once are slowed down, and told for how long', async () => {
    const { url } = await start();
    const visitor = await openVisitor(url);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => visitor.say(`第${n}条`)));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(20);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('when nothing can be stored, the browser hears "not saved" and no path of the server', async () => {
    let broken = false;
    const { url, logged } = await start({ broken: () => broken });
    const visitor = await openVisitor(url);
    broken = true;
    const answer = await visitor.say('提交');
    expect(answer.status).toBe(503);
    const body = await answer.text();
    expect(body).toContain('没有保存成功');
    expect(body).not.toMatch(/secret|stack|Error/);
    expect(logged).toHaveLength(1);
  });
});

describe('opening the chat', () => {
  test('an empty conversation is opened once, with the language of the browser', async () => {
    const { url, heard } = await start();
    const visitor = makeVisitor(url);
    const answer = await visitor.post('/api/opened', {}, { 'accept-language': 'en-GB,en;q=0.9' });
    expect(await answer.json()).toMatchObject({ messages: [], before: null, seat: expect.any(String) });
    await visitor.post('/api/opened', {}, { 'accept-language': 'en-GB' });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ opened: true, languageHint: 'en-GB' });
  });

  test('a page that opens with a wish of its own is not greeted on top', async () => {
    const { url, heard } = await start();
    await makeVisitor(url).post('/api/opened', { wish: true });
    expect(heard).toHaveLength(0);
  });

  test('after a reload everything said is there, oldest first, own messages under their own id', async () => {
    const { url, tell, heard } = await start();
    const visitor = await openVisitor(url);
    const id = crypto.randomUUID();
    await visitor.post('/api/messages', { id, text: '我做电工钢' });
    const room = heard[0]?.address.room ?? '';
    await tell(room, sampleReply('找到 1 个榜单', { buttons: [sampleButton('m.1', '揭榜')] }));
    const page = await jsonOf<Page>(await visitor.post('/api/opened', {}));
    expect(page.messages.map((message) => [message.from, message.text])).toEqual([
      ['me', '我做电工钢'],
      ['bot', '找到 1 个榜单'],
    ]);
    expect(page.messages[0]?.id).toBe(id);
    expect(page.messages[1]?.buttons).toEqual([{ id: 'm.1', label: '揭榜' }]);
    expect(heard.filter((each) => each.opened)).toHaveLength(1);
  });

  test('older messages come page by page, none twice, none missing', async () => {
    const { url, tell, heard } = await start();
    const visitor = await openVisitor(url);
    const room = heard[0]?.address.room ?? '';
    for (let n = 0; n < 95; n += 1) await tell(room, sampleReply(`第${n}条`));
    const texts: string[] = [];
    for (let before: string | null = ''; before !== null; ) {
      const page: Page = await jsonOf(await visitor.get(`/api/history?before=${before}`));
      texts.unshift(...page.messages.map((message) => message.text));
      before = page.before;
    }
    expect(texts).toEqual(Array.from({ length: 95 }, (_, n) => `第${n}条`));
  });

  test('without a session there is no history to read', async () => {
    const { url } = await start();
    for (const path of ['/api/history', '/api/live']) expect((await makeVisitor(url).get(path)).status).toBe(401);
    const stranger = { 'sec-fetch-site': 'same-origin', cookie: `jiebang=${'0'.repeat(64)}` };
    expect((await fetch(`${url}/api/history`, { headers: stranger })).status).toBe(401);
  });

  test('what a browser gets holds no record ids, notice or catalogue keys', async () => {
    const { url, tell, heard } = await start();
    const visitor = await openVisitor(url);
    const notice = { kind: 'x', case: { kind: 'need' as const, id: 'secret-id', reference: 'J-1', sector: null } };
    await tell(heard[0]?.address.room ?? '', sampleReply('通知', { notice, keys: ['secret.key'] }));
    expect(await (await visitor.get('/api/history')).text()).not.toContain('secret');
  });
});
