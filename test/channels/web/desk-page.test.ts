import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousFaults } from '../../support/browser.ts';
import { type DeskScene, sceneBid, sceneListing, sceneNeed, startDeskScene } from '../../support/desk-scene.ts';
import { pageBench } from '../../support/page-bench.ts';

const SHOTS = process.env.SHOTS;
let scene: DeskScene | undefined;
const bench = pageBench(() => scene?.stop());
const { complaints } = bench;

const CLOCK = { now: () => new Date() };
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function fill(desk: DeskScene): Promise<void> {
  const need = sceneNeed(1, ago(6), { promisedOn: dayIn(-2) });
  const second = sceneNeed(2, ago(1), { title: '示例：稻秆规模化清洁利用', sector: 'agriculture', source: 'sample' });
  const open = sceneListing(10, ago(3), { title: '示例：车规级碳化硅功率模块封装' });
  const closed = { ...sceneListing(20, ago(40)).details, deadline: dayIn(-3) };
  const judged = sceneListing(20, ago(40), {
    title: '示例：锂云母低成本提锂',
    status: 'under-review',
    turn: 'experts',
    details: closed,
  });
  const bids = [1, 2, 3].map((n) => sceneBid(30 + n, judged, ago(20), { status: 'under-review', turn: 'experts' }));
  const team = {
    account: null,
    answers: { expertise: need.title },
    formVersion: 1,
    version: 1,
    updatedAt: ago(9),
    discoverable: true,
    source: 'sample',
  } as const;
  await desk.hold([need, second, open, judged, ...bids], [{ ...team, id: 'team', name: '示例大学电工钢团队' }]);
}

async function visit(width: number, options: { scheme?: 'dark'; locale?: 'en' } = {}): Promise<Page | null> {
  if (!bench.hasBrowser()) return null;
  scene = await startDeskScene(CLOCK);
  await scene.hire('陈处', 'decider', { locale: options.locale ?? 'zh' });
  await fill(scene);
  const page = await bench.open({
    viewport: { width, height: width < 500 ? 780 : 900 },
    colorScheme: options.scheme ?? 'light',
  });
  page.setDefaultTimeout(20_000);
  await page.goto(scene.url + (await scene.link('陈处')));
  await page.click('button');
  await page.waitForURL('**/desk');
  return page;
}

async function looksRight(page: Page, name: string): Promise<void> {
  if (SHOTS) {
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: !name.includes('dialog') });
  }
  expect(await seriousFaults(page), name).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), name).toBe(true);
}

describe('the staff desk in a browser', () => {
  test.each([1280, 360])(
    'at %i px: a need is returned, taken back; a list is written and published',
    async (width) => {
      const page = await visit(width);
      if (!page || !scene) return;
      await looksRight(page, `${width}-1-queue`);
      await page.click('text=示例：高牌号无取向电工钢薄带制备');
      await page.waitForSelector('#act-return');
      await looksRight(page, `${width}-2-case`);
      await page.click('.candidates a');
      await page.waitForSelector('text=示例大学电工钢团队');
      await page.click('#act-return');
      await page.click('#ask-go');
      expect(await page.textContent('#ask-problem')).toContain('请先写明原因');
      await page.fill('#reason', '请补充磁感的检测方法和样品规格。');
      await looksRight(page, `${width}-3-dialog`);
      await page.click('#ask-go');
      await page.waitForSelector('.toast .undo');
      await page.waitForSelector('.case .chip:has-text("已退回")');
      await looksRight(page, `${width}-4-returned`);
      await page.click('.toast .undo');
      await page.waitForSelector('.toast:has-text("没有通知任何人")');
      await page.waitForSelector('.case .chip:has-text("已收到")');
      await page.click('.drop .push');
      await page.click('text=关键技术类 >> nth=0');
      await page.waitForSelector('#listing-form');
      await page.fill('#f-title', '示例：航空发动机高温合金精密铸造');
      await page.fill('#f-money', '很多');
      await page.click('#listing-form button[type=submit]');
      await page.waitForSelector('#problems:not([hidden])');
      expect(await page.inputValue('#f-title')).toContain('高温合金');
      await looksRight(page, `${width}-5-form`);
      await page.reload();
      expect(await page.inputValue('#f-money')).toBe('很多');
      await page.selectOption('#f-sector', 'equipment');
      await page.fill('#f-goal', '铸件合格率不低于 90%，寿命不低于 3000 小时。');
      await page.fill('#f-indicators', '铸件合格率 ≥ 90 %（GB/T 14999）\n持久寿命 ≥ 3000 h（GB/T 2039）');
      await page.fill('#f-money', '500-1000万元');
      await page.fill('#f-deadline', dayIn(40));
      await page.fill('#f-term', '24个月');
      await page.selectOption('#f-visibility', 'public');
      await page.click('#listing-form button[type=submit]');
      await page.waitForSelector('#act-vet');
      await looksRight(page, `${width}-6-drafted`);
      await page.click('#act-vet');
      await page.click('#act-publish');
      await page.waitForSelector('#ask-date:not([hidden])');
      expect(await page.inputValue('#date')).toBe(dayIn(40));
      await page.click('#ask-go');
      await page.waitForSelector('.case .chip:has-text("张榜中")');
      await looksRight(page, `${width}-7-published`);
      await page.goto(`${scene.url}/desk?tab=listings`);
      await page.waitForSelector('text=示例：航空发动机高温合金精密铸造');
      await looksRight(page, `${width}-8-lists`);
      await page.click('text=示例：锂云母低成本提锂');
      await page.waitForSelector('.related');
      await looksRight(page, `${width}-9-review`);
      expect(complaints).toEqual([]);
    },
    90_000,
  );

  test('in the dark and in English it is whole as well, and small targets are none', async () => {
    const page = await visit(360, { scheme: 'dark', locale: 'en' });
    if (!page || !scene) return;
    await looksRight(page, 'dark-1-queue');
    const small =
      await page.evaluate(`[...document.querySelectorAll('button, summary, select, input:not([type=hidden]), .tabs a, a.plain, a.act')]
      .filter((one) => one.offsetHeight > 0 && one.offsetHeight < 44).map((one) => one.outerHTML)`);
    expect(small).toEqual([]);
    await page.click('text=示例：高牌号无取向电工钢薄带制备');
    await page.waitForSelector('#act-return');
    await looksRight(page, 'dark-2-case');
    await page.click('#act-return');
    await looksRight(page, 'dark-3-dialog');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.id')).toBe('act-return');
    expect(complaints).toEqual([]);
  });

  test('a colleague’s act shows by itself, without losing the place of whoever reads', async () => {
    const page = await visit(1280);
    if (!page || !scene) return;
    await page.focus('#sector');
    await scene.hire('李', 'decider');
    const other = await scene.enter('李');
    const need = sceneNeed(1, ago(6));
    await scene.act(other, { do: 'act', case: need.reference, action: 'return', version: 1, reason: '材料不全' });
    await page.waitForSelector('.tabs [aria-current] .n:has-text("4")');
    expect(await page.evaluate('document.activeElement.id')).toBe('sector');
    expect(await page.textContent('#announce')).toBe('页面内容已更新');
    expect(complaints).toEqual([]);
  });
});
