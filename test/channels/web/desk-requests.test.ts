import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, seriousFaults } from '../../support/browser.ts';
import { type DeskScene, sceneListing, sceneNeed, startDeskScene } from '../../support/desk-scene.ts';
import { openVisitor, type Visitor } from '../../support/web-visitor.ts';

const SHOTS = process.env.SHOTS;
const CLOCK = { now: () => new Date() };
let browser: Browser | null = null;
let context: BrowserContext | undefined;
let scene: DeskScene | undefined;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser?.close());
afterEach(async () => {
  await context?.close();
  await scene?.stop();
});

async function withWish(locale: 'zh' | 'en' = 'zh'): Promise<{ desk: DeskScene; person: Visitor }> {
  const desk = await startDeskScene(CLOCK);
  scene = desk;
  await desk.hire('陈处', 'decider', { locale });
  await desk.hire('小吴', 'viewer');
  const need = sceneNeed(1, CLOCK.now().toISOString());
  await desk.hold([need]);
  const person = await openVisitor(desk.url);
  await person.say('转人工');
  await person.say('盖章件可以拍照吗？打 13800138000 找我');
  await desk.engine.idle();
  return { desk, person };
}

async function open(desk: DeskScene, width: number, path: string, lang: 'zh' | 'en'): Promise<Page | null> {
  if (!browser) return null;
  context = await browser.newContext({ viewport: { width, height: width < 500 ? 780 : 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(desk.url + (await desk.link('陈处')));
  await page.click('button');
  await page.waitForURL('**/desk');
  await page.goto(`${desk.url}${path}${lang === 'en' ? '?lang=en' : ''}`);
  return page;
}

async function looksRight(page: Page, name: string): Promise<void> {
  if (SHOTS) {
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: `${SHOTS}/${name}.png` });
  }
  expect(await seriousFaults(page), name).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), name).toBe(true);
}

describe('the page of people who ask for a person', () => {
  test('is not there for a viewer, and the queue does not lead there', async () => {
    const { desk } = await withWish();
    const viewer = await desk.enter('小吴');
    expect((await viewer.get('/desk/requests')).status).toBe(404);
    expect(await (await viewer.get('/desk')).text()).not.toContain('/desk/requests');
  });

  test('the queue says how many wait', async () => {
    const { desk } = await withWish();
    const staff = await desk.enter('陈处');
    expect(await (await staff.get('/desk')).text()).toContain('1 人找工作人员');
  });

  test('from the box for the answer the next stop is sending it, then closing', async () => {
    const { desk } = await withWish();
    const staff = await desk.enter('陈处');
    const page = await (await staff.get('/desk/requests')).text();
    const stops = ['<textarea id="answer-', '发送答复', '办结，不再等'].map((each) => page.indexOf(each));
    expect(stops).not.toContain(-1);
    expect(stops).toEqual(stops.toSorted((one, other) => one - other));
  });

  test('the notice on the desk leads to the page of requests, not to a thread that only Slack has', async () => {
    const { desk } = await withWish();
    for (const lang of ['zh', 'en']) {
      const page = await (await (await desk.enter('陈处')).get(`/desk?lang=${lang}`)).text();
      expect(page).toContain(lang === 'en' ? '“Requests” page' : '到工作台“求助”页');
      expect(page).not.toMatch(/讨论串|thread/);
    }
  });

  test.each([
    [1280, 'zh'],
    [360, 'zh'],
    [1280, 'en'],
    [360, 'en'],
  ] as const)('at %i px (%s): the wish is read, answered and closed', async (width, lang) => {
    const { desk, person } = await withWish();
    const page = await open(desk, width, '/desk/requests', lang);
    if (!page) return;
    await page.waitForSelector('text=13800138000');
    await looksRight(page, `requests-${width}-${lang}`);
    await page.fill('.request textarea', '可以，拍清楚公章。');
    await page.click('.request button[type=submit]');
    await page.waitForSelector(lang === 'en' ? '.toast:has-text("Passed on")' : '.toast:has-text("已转给对方")');
    await page.waitForSelector('.request li.staff');
    expect(await page.inputValue('.request textarea')).toBe('');
    await looksRight(page, `requests-answered-${width}-${lang}`);
    await desk.engine.idle();
    expect(await (await person.get('/api/history')).text()).toContain('可以，拍清楚公章。');
    await page.click('.request [data-close]');
    await page.waitForSelector(
      lang === 'en' ? '[data-close]:has-text("Press again")' : '[data-close]:has-text("再点一次")',
    );
    expect(await desk.store.requests.waiting(), 'one press only asks').toHaveLength(1);
    await page.focus('.request textarea');
    await page.waitForSelector('[data-close]:not([data-asked])');
    await page.click('.request [data-close]');
    await page.click('.request [data-close]');
    await page.waitForSelector('.request', { state: 'detached' });
    expect(await desk.store.requests.waiting()).toEqual([]);
  });

  test('an answer half typed survives a reload', async () => {
    const { desk } = await withWish();
    const page = await open(desk, 1280, '/desk/requests', 'zh');
    if (!page) return;
    await page.fill('.request textarea', '写到一半');
    await page.reload();
    expect(await page.inputValue('.request textarea')).toBe('写到一半');
  });
});

describe('who asked', () => {
  test('is shown with the way to their case and the number they left', async () => {
    const { desk, person } = await withWish();
    const staff = await desk.enter('陈处');
    expect(await (await staff.get('/desk/requests')).text(), 'a number in the words alone is no consent').not.toContain(
      '联系方式：',
    );
    for (const said of ['发布需求', '同意', '水溶肥放几天就结晶', '放 6 个月不结晶', '现代农业', '未定', '24个月'])
      await person.say(said);
    for (const said of ['示例农业公司', '张三 13900139000', '提交']) await person.say(said);
    await desk.engine.idle();
    const page = await (await staff.get('/desk/requests')).text();
    const [need] = (await desk.store.records.cases({ kinds: ['need'] })).filter((each) => each.owner !== null);
    expect(page).toContain('联系方式：张三 13900139000');
    expect(page).toContain(`/desk/case/${need?.reference}`);
  });
});

describe('the notices beside the queue', () => {
  test('are told in the language of the desk', async () => {
    const { desk } = await withWish();
    const staff = await desk.enter('陈处');
    expect(await (await staff.get('/desk')).text()).toContain('盖章件可以拍照吗');
    const english = await (await staff.get('/desk?lang=en')).text();
    const notices = english.slice(english.indexOf('class="panel notices"'));
    expect(notices).toContain('New request H-');
    expect(notices.replace(/<[^>]*>/g, '')).not.toMatch(/求助|盖章件/);
  });
});

describe('the filter of statuses', () => {
  test('names no status twice, and offers where staff wait only what waits for staff', async () => {
    const { desk } = await withWish();
    const staff = await desk.enter('陈处');
    for (const tab of ['mine', 'listings', 'needs', 'bids', 'all']) {
      const page = await (await staff.get(`/desk?tab=${tab}`)).text();
      const select = page.slice(page.indexOf('<select id="status"'));
      const names = [...select.slice(0, select.indexOf('</select>')).matchAll(/<option[^>]*>([^<]*)/g)].map(
        (each) => each[1],
      );
      expect(new Set(names).size, tab).toBe(names.length);
      expect(
        names.some((name) => name?.includes('已撤')),
        tab,
      ).toBe(tab !== 'mine');
    }
  });
});

describe('the history of a list', () => {
  test('tells its moves, not to whom it was shown', async () => {
    const { desk, person } = await withWish();
    const list = sceneListing(10, CLOCK.now().toISOString(), { title: '示例：车规级碳化硅功率模块封装' });
    await desk.hold([list]);
    await person.say('有没有碳化硅功率模块的榜');
    await desk.engine.idle();
    expect((await desk.store.records.audit(list.id, 10)).map((each) => each.action)).toContain('suggest');
    const page = await (await (await desk.enter('陈处')).get(`/desk/case/${list.reference}`)).text();
    expect(page).toContain(list.title);
    expect(page).not.toContain('status.listing');
  });
});

describe('answers to acts', () => {
  test.each([360, 1280])('at %i px they cover no button of the page', async (width) => {
    const { desk } = await withWish();
    const need = sceneNeed(1, CLOCK.now().toISOString());
    const page = await open(desk, width, `/desk/case/${need.reference}`, 'en');
    if (!page) return;
    await page.click('#act-accept');
    await page.waitForSelector('.toast .undo');
    await page.waitForTimeout(400);
    await looksRight(page, `toast-${width}-en`);
    expect(await page.textContent('.toast')).not.toMatch(/撤回|受理/);
    const covered = await page.evaluate(`[...document.querySelectorAll('.acts button, .acts a')].filter((one) => {
      const box = one.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return top !== null && top.closest('.toast') !== null;
    }).length`);
    expect(covered).toBe(0);
    expect(await page.textContent('.history')).toMatch(/The enterprise|示例/);
  });

  test('a second act follows on the version the first one made', async () => {
    const { desk } = await withWish();
    const need = sceneNeed(1, CLOCK.now().toISOString());
    const page = await open(desk, 1280, `/desk/case/${need.reference}`, 'zh');
    if (!page) return;
    const version = () => page.getAttribute('#act-return', 'data-version');
    const before = Number(await version());
    await page.click('#act-accept');
    await page.waitForSelector('#act-return:not([disabled])');
    await page.waitForFunction(`!document.querySelector('#act-return')?.disabled`);
    expect(Number(await version())).toBe(before + 1);
  });
});
