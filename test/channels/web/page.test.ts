import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousFaults } from '../../support/browser.ts';
import { aListing } from '../../support/case-fixtures.ts';
import { pageBench } from '../../support/page-bench.ts';
import { sampleReply } from '../../support/sample-reply.ts';
import { type HouseSettings, startWebHouse, type WebHouse } from '../../support/web-house.ts';
import { sceneScript } from '../../support/web-scene.ts';

let house: WebHouse | undefined;
const bench = pageBench(async () => {
  await house?.stop();
  house = undefined;
});
const { complaints } = bench;

/** Opens the chat of a fresh house and waits for its greeting; null without a browser. */
async function visit(
  settings: HouseSettings = {},
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<void>,
): Promise<Page | null> {
  if (!bench.hasBrowser()) return null;
  house = await startWebHouse({ script: sceneScript('zh'), ...settings });
  const page = await bench.open({ viewport: { width: 360, height: 740 }, locale: 'zh-CN', ...options });
  await prepare?.(page);
  await page.goto(house.url);
  await page.waitForSelector('.message.bot:not(.typing)');
  return page;
}
async function say(page: Page, text: string): Promise<void> {
  const answers = await page.locator('.message.bot:not(.typing)').count();
  await page.fill('#text', text);
  await page.press('#text', 'Enter');
  await botSaid(page, answers + 1);
}
/** Waits until the bot has said this many things. */
const botSaid = (page: Page, count: number) =>
  page
    .locator('.message.bot:not(.typing)')
    .nth(count - 1)
    .waitFor();
const spoken = (page: Page) => page.locator('.mine .bubble').allTextContents();
const said = () => (house?.heard ?? []).flatMap((message) => (message.said ? [message.said] : []));

describe('the chat page in a browser', () => {
  const looks = [
    ['a phone by day', 'zh', { viewport: { width: 360, height: 740 } }],
    ['a phone by night', 'zh', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
    ['a desk in English', 'en', { viewport: { width: 1280, height: 800 }, locale: 'en-GB' }],
    ['a desk by night', 'zh', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
  ] as const;
  test.each(looks)(
    'on %s shows cards, forms, links and papers without a complaint of browser or axe',
    async (_, language, options) => {
      const page = await visit({ script: sceneScript(language) }, options);
      if (!page) return;
      const words =
        language === 'zh'
          ? ['我做电工钢薄带', '联创电子', '个人链接', '提交']
          : ['electrical steel', 'Lianchuang', 'personal link', 'submit'];
      for (const text of words) {
        await say(page, text);
        expect(await seriousFaults(page), text).toEqual([]);
      }
      expect(await page.locator('.card').count()).toBe(language === 'zh' ? 2 : 1);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      expect(await page.evaluate("document.querySelector('.qr').naturalWidth > 0")).toBe(true);
      expect(await page.evaluate('document.documentElement.lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
      expect(complaints).toEqual([]);
    },
  );

  test('every target is at least 44 pixels high, and the open menu keeps the keyboard inside', async () => {
    const page = await visit();
    if (!page) return;
    await say(page, '电工钢');
    await page.click('#menu-button');
    expect(await seriousFaults(page)).toEqual([]);
    const small = await page.evaluate(`[...document.querySelectorAll('button, .menu a, .paper')]
      .filter((one) => one.offsetHeight > 0 && one.offsetHeight < 44).map((one) => one.outerHTML)`);
    expect(small).toEqual([]);
    for (let n = 0; n < 14; n += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate("document.getElementById('menu').contains(document.activeElement)")).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.id')).toBe('menu-button');
  });

  test('Enter sends, Shift+Enter breaks the line, the Enter of an input method does neither', async () => {
    const page = await visit();
    if (!page) return;
    await page.fill('#text', 'dianli');
    const enter = (init: object) =>
      page.dispatchEvent('#text', 'keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
    await enter({ isComposing: true });
    await enter({ keyCode: 229 });
    expect(await spoken(page)).toEqual([]);
    await page.fill('#text', '第一行');
    await page.press('#text', 'Shift+Enter');
    await page.type('#text', '第二行');
    await page.press('#text', 'Enter');
    await expect.poll(said).toEqual(['第一行\n第二行']);
    expect(await page.inputValue('#text')).toBe('');
  });

  test('what was said offline waits in the browser, survives a reload, and arrives once', async () => {
    let broken = false;
    const page = await visit({ broken: () => broken });
    if (!page) return;
    broken = true;
    await page.fill('#text', '没网也不丢');
    await page.press('#text', 'Enter');
    await page.waitForSelector('.mine.pending');
    expect(said()).toEqual([]);
    await page.reload();
    await page.waitForSelector('.mine.pending');
    expect(await spoken(page)).toEqual(['没网也不丢']);
    broken = false;
    await expect.poll(said, { timeout: 15_000 }).toEqual(['没网也不丢']);
    await page.waitForSelector('.mine:not(.pending)');
    await page.reload();
    await page.waitForSelector('.mine');
    expect(await spoken(page)).toEqual(['没网也不丢']);
  });

  test('an answer lost on the way does not double the message', async () => {
    const page = await visit();
    if (!page) return;
    let lost = 0;
    await page.route('**/api/messages', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await page.fill('#text', '只算一次');
    await page.press('#text', 'Enter');
    await page.waitForSelector('.mine:not(.pending)', { timeout: 15_000 });
    expect(said()).toEqual(['只算一次']);
    expect(await spoken(page)).toEqual(['只算一次']);
  });

  test('a refused message says why and can be sent again', async () => {
    const page = await visit();
    if (!page) return;
    await page.route('**/api/messages', (route) =>
      route.fulfill({ status: 413, json: { error: 'too-long', text: '内容太长了。' } }),
    );
    await page.fill('#text', '长');
    await page.press('#text', 'Enter');
    expect(await page.locator('.why').textContent()).toBe('内容太长了。');
    await page.unroute('**/api/messages');
    await page.click('.again');
    await expect.poll(said).toEqual(['长']);
  });

  test('without a stream it asks every few seconds instead', async () => {
    const page = await visit({}, {}, async (fresh) => {
      await fresh.addInitScript('delete window.EventSource');
    });
    if (!page) return;
    await say(page, '联创电子');
    expect(await page.locator('#progress').getAttribute('aria-valuenow')).toBe('3');
    expect(await page.locator('#progress-text').textContent()).toBe('已填 3/14 项');
  });

  test('two windows show one conversation, each message once', async () => {
    const page = await visit();
    if (!page || !house) return;
    const second = await page.context().newPage();
    await second.goto(house.url);
    await second.waitForSelector('.message.bot:not(.typing)');
    await say(page, '联创电子');
    await botSaid(second, 2);
    expect(await spoken(second)).toEqual(['联创电子']);
    expect(await page.locator('.message').count()).toBe(3);
    expect(house.heard.filter((message) => message.opened)).toHaveLength(1);
  });

  test('hostile words stay words, and a long one does not widen the page', async () => {
    const hostile = `<img src=x onerror="document.title='owned'">${'x'.repeat(4000)}`;
    const page = await visit({
      script: (message) => [
        sampleReply(`您说：${message.said ?? hostile}`, {
          cards: [{ title: hostile, facts: [hostile], because: [hostile], button: { id: 'x.1', label: hostile } }],
        }),
      ],
    });
    if (!page) return;
    await say(page, hostile);
    expect(await page.title()).not.toBe('owned');
    expect(await page.locator('.message img').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(complaints).toEqual([]);
  });

  test('old choices fade but stay; a pressed one is said in its own words', async () => {
    const page = await visit();
    if (!page) return;
    await page.click('.choices >> text=发布需求');
    await botSaid(page, 2);
    expect(house?.heard.at(-1)?.chose).toBeDefined();
    expect(await spoken(page)).toEqual(['发布需求']);
    expect(
      await page.locator('.choices').evaluateAll((groups) => groups.map((group) => group.classList.contains('old'))),
    ).toEqual([true, false]);
  });

  test('an updated message takes the place of the old one', async () => {
    const page = await visit();
    if (!page || !house) return;
    const room = house.heard[0]?.address.room ?? '';
    const first = sampleReply('待受理');
    await house.tell(room, first);
    await page.waitForSelector('text=待受理');
    await house.tell(room, sampleReply('已受理'), first.id);
    await page.waitForSelector('text=已受理');
    expect(await page.locator('text=待受理').count()).toBe(0);
  });

  test('a list to pass on shows its link and poster below the choices, a foreign link nothing', async () => {
    const page = await visit();
    if (!page || !house) return;
    const room = house.heard[0]?.address.room ?? '';
    await house.tell(room, sampleReply('外站', { link: 'javascript:alert(1)' }));
    await house.tell(room, sampleReply('榜单', { link: '/l/J-7K3M' }));
    await page.waitForSelector('.share-row');
    expect(await page.getAttribute('.share-row a', 'href')).toBe('/l/J-7K3M/poster');
    expect(await page.locator('.message a[href^="javascript"], .qr').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('photos go out as one message, a wrong file is left out and named', async () => {
    const page = await visit();
    if (!page) return;
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    await page.setInputFiles('#file', [
      { name: '1.png', mimeType: 'image/png', buffer: png },
      { name: '2.png', mimeType: 'image/png', buffer: png },
      { name: '假.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ not a pdf') },
    ]);
    expect(await page.locator('#chosen li').count()).toBe(3);
    await page.click('#send');
    await page.waitForSelector('.message.mine .why');
    expect(await page.locator('.message.mine .why').textContent()).toContain('假.pdf');
    await expect.poll(() => house?.heard.at(-1)?.files?.map((file) => file.name)).toEqual(['1.png', '2.png']);
  });

  test('a file that cannot be taken says so beside itself and offers no second try; an empty one never leaves', async () => {
    const page = await visit();
    if (!page) return;
    await page.setInputFiles('#file', [
      { name: '空.docx', mimeType: 'application/x', buffer: Buffer.alloc(0) },
      { name: '假.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ not a pdf') },
    ]);
    expect(await page.locator('#chosen .refused').textContent()).toContain('空.docx');
    await page.click('#send');
    await page.waitForSelector('.message.failed .why');
    expect(await page.locator('.message.failed .why').textContent()).toContain('假.pdf');
    expect(await page.locator('.message .again').count()).toBe(0);
    expect(await page.locator('#chosen').isVisible()).toBe(false);
    await page.fill('#text', '附上说明');
    await page.setInputFiles('#file', [
      { name: '假.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ not a pdf') },
    ]);
    await page.click('#send');
    await expect.poll(said).toEqual(['附上说明']);
    expect(await page.locator('.message.mine').last().locator('.why').count()).toBe(1);
  });

  test('a language chosen in the menu changes the page at once and is said to the bot', async () => {
    const english = sampleReply('Type in English, please.', { locale: 'en' });
    const page = await visit({
      script: (message) => (message.said === '/lang en' ? [english] : sceneScript('zh')(message)),
    });
    if (!page) return;
    await page.click('#menu-button');
    await page.click('.languages >> text=English');
    await page.waitForSelector('text=Type in English');
    expect(await page.getAttribute('#text', 'placeholder')).toBe('Type a message');
    expect(await page.title()).toBe(await page.locator('h1').textContent());
    await expect.poll(said).toEqual(['/lang en']);
    expect(await spoken(page)).toEqual(['English']);
    await page.goto(house?.url ?? '');
    expect(await page.getAttribute('#text', 'placeholder')).toBe('Type a message');
  });

  test('a shared list opens the chat with that list', async () => {
    const listing = aListing({ status: 'published', reference: 'J-7K3M' });
    const page = await visit({ listings: [listing] });
    if (!page || !house) return;
    await page.context().clearCookies();
    await page.goto(`${house.url}/l/J-7K3M`);
    expect(await seriousFaults(page)).toEqual([]);
    await page.click('footer .action');
    await page.waitForSelector('.mine');
    await expect.poll(said).toEqual(['/list J-7K3M']);
    expect(await spoken(page)).toEqual(['看榜单 J-7K3M']);
    expect(new URL(page.url()).search).toBe('');
    expect(house.heard.filter((message) => message.opened)).toHaveLength(1);
  });

  test('older messages come on demand, and the place being read stays', async () => {
    const page = await visit();
    if (!page || !house) return;
    const room = house.heard[0]?.address.room ?? '';
    for (let n = 0; n < 60; n += 1) await house.tell(room, sampleReply(`第${n}条`));
    await page.reload();
    await page.waitForSelector('text=第59条');
    await page.click('#earlier');
    await page.waitForSelector('text=第0条');
    expect(await page.locator('.message.bot').count()).toBe(61);
    await expect.poll(() => page.locator('#earlier').isHidden()).toBe(true);
  });
});
