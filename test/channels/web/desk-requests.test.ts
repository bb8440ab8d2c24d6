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
