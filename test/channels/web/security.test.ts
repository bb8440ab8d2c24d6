import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { startWebHouse, type WebHouse } from '../../support/web-house.ts';
import { makeVisitor, openVisitor } from '../../support/web-visitor.ts';

let house: WebHouse | undefined;
afterEach(async () => {
  await house?.stop();
  house = undefined;
});
const post = (url: string, headers: Record<string, string>) =>
  fetch(`${url}/api/opened`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('requests from other sites', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['an old browser on another site', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['no browser at all', {}],
  ])('a post from %s is refused before it does anything', async (_, headers: Record<string, string>) => {
    house = await startWebHouse();
    const answer = await post(house.url, headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(house.heard).toEqual([]);
  });

  test.each([
    ['this browser', { 'sec-fetch-site': 'same-origin' }],
    ['an old browser on our page', 'own origin'],
  ])('%s may post', async (_, headers) => {
    house = await startWebHouse();
    const sent = typeof headers === 'string' ? { origin: house.url } : headers;
    expect((await post(house.url, sent)).status).toBe(200);
  });

  test('behind a proxy the configured address counts', async () => {
    house = await startWebHouse({ baseUrl: 'https://jiebang.example.cn/' });
    const url = house.local;
    expect((await post(url, { origin: 'https://jiebang.example.cn' })).status).toBe(200);
    expect((await post(url, { origin: 'https://jiebang.example' })).status).toBe(403);
  });

  test('nobody else can listen in', async () => {
    house = await startWebHouse();
    const visitor = await openVisitor(house.url);
    const answer = await visitor.get('/api/live', { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
  });

  test('a route of another platform is checked by its signature instead', async () => {
    house = await startWebHouse({
      plugins: [async (app) => void app.post('/hook', { config: { outside: true } }, async () => ({ heard: true }))],
    });
    expect(await (await fetch(`${house.url}/hook`, { method: 'POST' })).json()).toEqual({ heard: true });
  });
});

describe('cookies', () => {
  test('the secret is 256 random bits, out of reach of scripts, and only its hash is kept', async () => {
    house = await startWebHouse();
    const answer = await post(house.url, { 'sec-fetch-site': 'same-origin' });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^jiebang=[0-9a-f]{64};/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const secret = /=([0-9a-f]{64})/.exec(cookie)?.[1] ?? '';
    expect(await house.store.sessions.find(secret, new Date())).toBeNull();
  });

  test('over https it is bound to the host', async () => {
    house = await startWebHouse({ baseUrl: 'https://jiebang.example.cn' });
    const answer = await post(house.local, { origin: 'https://jiebang.example.cn' });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-jiebang=.*Path=\/;.*Secure/);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  });
});

describe('answers', () => {
  test.each(['/', '/privacy', '/healthz', '/nowhere', '/assets/chat.js', '/api/history'])(
    '%s carries the strict headers',
    async (path) => {
      house = await startWebHouse();
      const answer = await makeVisitor(house.url).get(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    },
  );

  test('no page has an inline script, style or handler', async () => {
    house = await startWebHouse();
    const html = await (await fetch(house.url)).text();
    expect(html.replace(/<script type="application\/json".*?<\/script>/s, '')).not.toMatch(
      /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/,
    );
  });

  test('a failure of ours tells no stack, path or cause', async () => {
    house = await startWebHouse({
      plugins: [
        async (app) => void app.get('/broken', async () => Promise.reject(new Error('SELECT secret FROM /var/db'))),
      ],
    });
    for (const accept of ['text/html', 'application/json']) {
      const answer = await fetch(`${house.url}/broken`, { headers: { accept } });
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toMatch(/SELECT|secret|\bat \//);
    }
    expect(house.logged).toHaveLength(2);
  });

  test('pages people can reach by mistake answer in their language', async () => {
    house = await startWebHouse();
    const answer = await fetch(`${house.url}/nowhere`, { headers: { accept: 'text/html', 'accept-language': 'en' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is no such page');
  });

  test.each([
    '/assets/../web-channel.ts',
    '/assets/%2e%2e/web-channel.ts',
    '/assets/..%2f..%2fmain.ts',
    '/assets/tsconfig.json/../../page.ts',
  ])('%s does not leave the folder of the browser', async (path) => {
    house = await startWebHouse();
    expect(await (await fetch(house.url + path)).text()).not.toContain('export');
  });
});

describe('starting', () => {
  test('a taken port is told in one plain sentence', async () => {
    const holder = createServer();
    await new Promise<void>((done) => holder.listen(0, '127.0.0.1', done));
    const address = holder.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(startWebHouse({ port })).rejects.toMatchObject({
      code: 'config',
      message: expect.stringContaining(`Port ${port} is already in use`),
    });
    holder.close();
  });
});
