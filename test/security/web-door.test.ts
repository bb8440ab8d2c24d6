import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AttackHouse, openListing, startAttackHouse } from '../support/attack-house.ts';
import { makeVisitor, openVisitor } from '../support/web-visitor.ts';

let house: AttackHouse;
let account: string;
let port: number;
const list = openListing(1);
beforeAll(async () => {
  house = await startAttackHouse();
  account = await house.hire('处长', 'decider');
  await house.hold(list);
  port = Number(new URL(house.url).port);
});
afterAll(() => house.stop());

/** Bytes as a client may send them; gives what came back until the server closed or `ms` went by. */
function raw(bytes: string, ms = 3000): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let got = '';
    const end = () => {
      socket.destroy();
      done(got);
    };
    const timer = setTimeout(end, ms);
    socket.on('data', (chunk) => {
      got += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      end();
    });
  });
}

const STAFF_PATHS = [
  '/desk',
  '/desk?tab=all',
  '/desk/case/N-AAAAA-AAAAA',
  '/desk/listings/new',
  '/desk/queue.xlsx',
  '/api/desk/answers',
  '/desk/file/x/y',
];
const PUBLIC_PATHS = [
  '/',
  `/l/${list.reference}`,
  `/l/${list.reference}/poster`,
  '/privacy',
  '/healthz',
  '/nowhere',
  '/assets/chat.js',
  '/assets/none',
  '/api/history',
  '/r/none',
  '/desk/enter/none',
  '/files/need/x',
  '/%ff',
  '/api/nowhere',
  `/l/${'x'.repeat(300)}`,
];

describe('every answer', () => {
  it('carries the strict policy, is in nobody’s frame and tells no stack', async () => {
    const staff = await house.enter(account);
    for (const path of [...PUBLIC_PATHS, ...STAFF_PATHS]) {
      const answer = await staff.get(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toMatch(/unsafe|data:|\*|https?:/);
      expect(answer.headers.get('x-frame-options'), path).toBe('DENY');
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(answer.headers.get('access-control-allow-origin'), path).toBeNull();
      expect(answer.headers.get('server') ?? answer.headers.get('x-powered-by'), path).toBeNull();
      if (!path.startsWith('/assets'))
        expect(await answer.text(), path).not.toMatch(/node_modules|\bat .*:\d+:\d+|src\/|SQLITE|Error:/);
    }
  });

  it('has no inline script, style or handler on any page of the desk either', async () => {
    const staff = await house.enter(account);
    for (const path of ['/desk', '/desk/listings/new', `/desk/case/${list.reference}`, `/l/${list.reference}`]) {
      const page = await (await staff.get(path)).text();
      expect(page.replace(/<script type="application\/json".*?<\/script>/gs, ''), path).not.toMatch(
        /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/,
      );
      expect(page, path).not.toMatch(/(?:src|href)="https?:(?!\/\/127\.0\.0\.1)/);
    }
  });
});

describe('requests another site could make', () => {
  it.each([
    [
      'a form of another site',
      {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      },
      'x=1',
    ],
    ['plain text as JSON', { 'content-type': 'text/plain', origin: 'https://evil.example' }, '{"id":"x","text":"y"}'],
    ['a page without an origin', { 'content-type': 'application/json' }, '{}'],
    [
      'a page that names ours as part of its own',
      { 'content-type': 'application/json', origin: 'http://127.0.0.1.evil.example' },
      '{}',
    ],
  ])('%s is refused at every door that changes something', async (_, headers, body) => {
    const staff = await house.enter(account);
    const link = await house.link(account);
    for (const path of [
      '/api/messages',
      '/api/opened',
      '/api/files',
      '/api/desk/commands',
      '/desk/leave',
      link,
      '/r/0123456789abcdef0123',
    ])
      expect(
        (
          await fetch(house.url + path, {
            method: 'POST',
            headers: { ...headers, cookie: staff.cookie() },
            body,
            redirect: 'manual',
          })
        ).status,
        path,
      ).toBe(403);
    expect((await makeVisitor(house.url).post(link, {})).status).toBe(303);
  });

  it('text/plain from our own origin is not read as JSON', async () => {
    const visitor = await openVisitor(house.url);
    const answer = await visitor.post(
      '/api/messages',
      { id: crypto.randomUUID(), text: 'x' },
      { 'content-type': 'text/plain' },
    );
    expect([400, 415]).toContain(answer.status);
  });
});

describe('a one-time link', () => {
  it('works once, is not used up by a preview, and gives a new cookie whatever the browser brought', async () => {
    const link = await house.link(account);
    const planted = {
      cookie: 'jiebang-desk=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      'sec-fetch-site': 'same-origin',
    };
    for (let n = 0; n < 3; n += 1) expect((await fetch(house.url + link)).status).toBe(200);
    const first = await fetch(house.url + link, { method: 'POST', headers: planted, redirect: 'manual' });
    const [cookie = ''] = first.headers.getSetCookie();
    expect(cookie).toMatch(/^jiebang-desk=[0-9a-f]{64};.*HttpOnly; SameSite=Lax/);
    expect((await fetch(house.url + link, { method: 'POST', headers: planted, redirect: 'manual' })).status).toBe(410);
    expect((await fetch(`${house.url}/api/desk/answers`, { headers: planted })).status).toBe(401);
  });

  it.each([
    ['/desk/enter/', 'POST'],
    ['/r/', 'GET'],
  ])('cannot be guessed at full speed: %s', async (door, method) => {
    const tried = Array.from(
      { length: 60 },
      (_, n) => `${house.url}${door}guess-number-${String(n).padStart(20, '0')}`,
    );
    const statuses = [];
    for (const url of tried)
      statuses.push(
        (await fetch(url, { method, headers: { 'sec-fetch-site': 'same-origin' }, redirect: 'manual' })).status,
      );
    expect(statuses).toContain(429);
  });
});

describe('a hostile client', () => {
  it('is cut off with headers that never end or are far too large', async () => {
    const large = await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(40_000)}\r\n\r\n`);
    expect(large).toMatch(/^HTTP\/1\.1 431/);
    expect(large).not.toMatch(/node_modules|\bat /);
    expect(
      await raw('GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nabcd'),
    ).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw('\u0016\u0003\u0001garbage\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
  });

  it('gets 4xx for deep, huge, strange and poisoned JSON, and the next person is served', async () => {
    const visitor = await openVisitor(house.url);
    const send = (body: string) =>
      fetch(`${house.url}/api/messages`, {
        method: 'POST',
        body,
        headers: { ...visitor.headers(), 'content-type': 'application/json' },
      });
    const id = crypto.randomUUID();
    const bodies = [
      '['.repeat(290_000),
      `${'{"a":'.repeat(90_000)}1${'}'.repeat(90_000)}`,
      `{"id":"${id}","text":"${'揭'.repeat(349_525)}"}`,
      '{"__proto__":{"x":1},"id":"a"}',
      '{"id":null,"text":{}}',
      '"',
      '',
      'null',
      '[]',
      `{"id":"${id}","text":"x","files":["a.b"]}`,
      `{"id":"${id}","button":"../../x"}`,
      `{"id":"${id}","files":[${'"x",'.repeat(20)}"x"]}`,
    ];
    for (const body of bodies) {
      const { status } = await send(body);
      expect(status, body.slice(0, 40)).toBeGreaterThanOrEqual(400);
      expect(status, body.slice(0, 40)).toBeLessThan(500);
    }
    const talk = await house.talker();
    expect((await talk.tell('有哪些榜单？')).length).toBeGreaterThan(0);
  });

  it('cannot turn the server’s links to its own host', async () => {
    const answer = await raw(
      `GET /l/${list.reference} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: worse.example\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/cache-control: no-store/i);
    const visitor = await openVisitor(house.url);
    await visitor.get('/', { host: 'evil.example' });
    const seen = await (await openVisitor(house.url)).get('/api/history');
    expect(await seen.text()).not.toMatch(/evil\.example|worse\.example/);
  });

  it('hears nothing of another room’s stream', async () => {
    const one = await house.talker();
    const other = await openVisitor(house.url);
    const gone = new AbortController();
    const stream = await fetch(`${house.url}/api/live?room=x`, { headers: other.headers(), signal: gone.signal });
    const heard: string[] = [];
    const reading = (async () => {
      for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) heard.push(chunk);
    })().catch(() => undefined);
    await one.tell('金丝雀私话');
    gone.abort();
    await reading;
    expect(heard.join('')).not.toContain('金丝雀');
  });
});
