import { afterEach, describe, expect, test } from 'vitest';
import type { Listing } from '../../../src/programme/records.ts';
import { aListing } from '../../support/case-fixtures.ts';
import { startWebHouse, type WebHouse } from '../../support/web-house.ts';

let house: WebHouse | undefined;
afterEach(async () => {
  await house?.stop();
  house = undefined;
});

function aPublicListing(changes: Partial<Listing> = {}, details: Partial<Listing['details']> = {}): Listing {
  const base = aListing({
    status: 'published',
    reference: 'J-7K3M',
    title: '高牌号<电工钢>薄带',
    source: 'sample',
    ...changes,
  });
  const shown = {
    visibility: 'public' as const,
    goals: '突破 0.20 mm 薄带',
    money: { min: 5_000_000, max: 10_000_000 },
    deadline: '2027-01-08',
  };
  return { ...base, details: { ...base.details, ...shown, ...details } };
}
const read = async (path: string, language = 'zh') => {
  const answer = await fetch(`${house?.url}${path}`, { headers: { accept: 'text/html', 'accept-language': language } });
  return { status: answer.status, text: await answer.text() };
};

describe('the share page of a list', () => {
  test('tells title, money, deadline and goals without a script, and leads into the chat', async () => {
    house = await startWebHouse({ listings: [aPublicListing()] });
    house.clock.set('2026-12-01T00:00:00Z');
    const { status, text } = await read('/l/J-7K3M');
    expect(status).toBe(200);
    for (const part of [
      '高牌号&lt;电工钢&gt;薄带',
      '500–1000万元',
      '2027-01-08（周五）',
      '突破 0.20 mm 薄带',
      '示例',
      '揭榜中',
      '在聊天里揭榜',
      'href="/?list=J-7K3M"',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain(`<meta property="og:url" content="${house.url}/l/J-7K3M">`);
    expect(text).not.toContain('<script');
  });

  test("speaks English and traditional Chinese, but leaves people's words alone", async () => {
    house = await startWebHouse({ listings: [aPublicListing({ title: '关键技术' })] });
    expect((await read('/l/J-7K3M', 'en')).text).toContain('Funding');
    const traditional = await read('/l/J-7K3M?lang=zh-Hant');
    expect(traditional.text).toContain('資金');
    expect(traditional.text).toContain('<h1>关键技术</h1>');
  });

  test('says when the deadline is over', async () => {
    house = await startWebHouse({ listings: [aPublicListing()] });
    house.clock.set('2027-01-08T15:59:59Z');
    expect((await read('/l/J-7K3M')).text).toContain('揭榜中');
    house.clock.set('2027-01-08T16:00:01Z');
    const { text } = await read('/l/J-7K3M');
    expect(text).toContain('已截止');
    expect(text).toContain('在聊天里了解');
  });

  test.each<[string, Partial<Listing>, Partial<Listing['details']>]>([
    ['drafted', { status: 'drafted' }, {}],
    ['withdrawn', { status: 'withdrawn' }, {}],
    ['handled offline', { offline: true }, {}],
    ['by invitation', {}, { visibility: 'invited' }],
  ])('a list that is %s is not there, exactly like one that never was', async (_, changes, details) => {
    house = await startWebHouse({ listings: [aPublicListing(changes, details)] });
    const [hidden, never] = [await read('/l/J-7K3M'), await read('/l/J-0000')];
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(never.text);
    expect((await read('/l/J-7K3M/poster')).status).toBe(404);
  });

  test('of a list with a public summary only, neither goals nor the owner are told', async () => {
    const owner = { name: '示例钢铁公司', creditCode: null };
    house = await startWebHouse({ listings: [aPublicListing({ organisation: owner }, { visibility: 'summary' })] });
    const { text } = await read('/l/J-7K3M');
    expect(text).toContain('只公开了概要');
    expect(text).not.toMatch(/突破|示例钢铁公司/);
  });

  test.each([
    ['a path', '/l/..%2f..%2fetc'],
    ['a zero byte', '/l/%00'],
    ['markup', '/l/<script>'],
    ['five thousand characters', `/l/${'x'.repeat(5000)}`],
    ['broken encoding', '/l/%E0%A4%A'],
  ])('%s instead of a reference is simply not found', async (_, path) => {
    house = await startWebHouse({ listings: [aPublicListing()] });
    const answer = await fetch(house.url + path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).not.toMatch(/script|x{20}|%E0/);
  });
});

describe('the poster', () => {
  test('carries the QR code of the list in the page itself', async () => {
    house = await startWebHouse({ listings: [aPublicListing()], baseUrl: 'https://jiebang.example.cn' });
    const answer = await fetch(`${house.local}/l/J-7K3M/poster`);
    const text = await answer.text();
    expect(text).toContain('张榜招贤');
    expect(text).toMatch(/<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*viewBox/);
    expect(text).not.toMatch(/<svg[^>]*style=/);
  });
});

describe('QR codes', () => {
  test('are made for our own paths', async () => {
    house = await startWebHouse();
    const answer = await fetch(`${house.url}/qr?path=/r/${'a'.repeat(43)}`);
    expect(answer.headers.get('content-type')).toContain('image/svg+xml');
    expect(await answer.text()).toContain('<svg');
  });

  test.each(['https://evil.example', '//evil.example', '/api/messages', '/r/a?x=1', '/r/a%0d%0a', ''])(
    'and never for %j',
    async (path) => {
      house = await startWebHouse();
      const answer = await fetch(`${house.url}/qr?path=${encodeURIComponent(path)}`);
      expect(answer.status).toBe(400);
    },
  );
});
