import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import { afterEach, describe, expect, test } from 'vitest';
import { looksRight } from '../support/journey-look.ts';
import { shownText } from '../support/journey-person.ts';
import { journeyScene } from '../support/journey-scene.ts';
import { type Colleague, openColleague } from '../support/journey-staff.ts';
import { wordsOf } from '../support/journey-words.ts';

const TIME = { timeout: 120_000 };
const scene = journeyScene();
const colleagues: Colleague[] = [];

afterEach(async () => {
  const leaving = colleagues.splice(0);
  for (const each of leaving) await each.context.close();
  expect(leaving.flatMap((each) => each.complaints)).toEqual([]);
});

async function signIn(width: number, language: 'zh' | 'en'): Promise<Colleague | null> {
  const browser = scene.browser();
  if (!browser) return null;
  const colleague = await openColleague(
    browser,
    await scene.app().hire(`示例同事${colleagues.length}-${width}-${language}-${Date.now()}`),
    width,
    language,
  );
  colleagues.push(colleague);
  return colleague;
}

const soon = (look: () => Promise<string>) => expect.poll(look, { timeout: 8000 });
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const LOOKS = [
  [1280, 'zh'],
  [360, 'zh'],
  [1280, 'en'],
  [360, 'en'],
] as const;

/** What each list is about, so that one search finds one list. */
const THINGS = {
  zh: ['深海采矿车履带行走机构', 'deep-sea mining crawler'],
  en: ['极地冰芯无污染钻取', 'polar ice coring'],
} as const;

describe('staff', () => {
  test.each(LOOKS)(
    'at %i px in %s return a need, think again within ten seconds, and the person hears only what holds',
    TIME,
    async (width, language) => {
      const name = `staff-${language}-${width}`;
      const words = wordsOf(language);
      const person = await scene.arrive({});
      if (!person) return;
      const zh = wordsOf('zh');
      await person.say(`发布需求：第${width}${language}号烤箱温度不均，面包一半焦一半生`);
      await person.press(zh('button.consent'));
      for (const text of [
        '炉温偏差不超过3℃',
        '先进装备制造',
        '五十万',
        '一年',
        '示例烘焙设备有限公司',
        '王五 13900139000',
      ])
        await person.say(text);
      await person.press(zh('button.submit'));
      const reference = /N-[0-9A-Z]+-[0-9A-Z]+/.exec(await shownText(person.page.locator('#log')))?.[0] ?? 'none';
      const staff = await signIn(width, language);
      if (!staff) return;
      await staff.page.locator(`tr[data-key="${reference}"]`).waitFor();
      await looksRight(staff.page, `${name}-1-queue`);
      await staff.page.locator(`tr[data-key="${reference}"] a`).first().click();
      await staff.page.locator('#act-return').waitFor();
      await looksRight(staff.page, `${name}-2-need`);
      const before = await staff.status();
      await staff.act('return', '先退回看看');
      await soon(staff.status).toBe(words('status.need.returned'));
      await staff.takeBack();
      await soon(staff.status).toBe(before);
      await soon(staff.card).toContain(reference);
      await staff.act('accept');
      await staff.act('return', '请写明炉温怎么测、测几个点。');
      await soon(staff.status).toBe(words('status.need.returned'));
      await looksRight(staff.page, `${name}-3-returned`);
      const heard = () => shownText(person.page.locator('#log'));
      await expect.poll(heard, { timeout: 20_000 }).toContain('请写明炉温怎么测、测几个点。');
      expect(await heard()).not.toContain('先退回看看');
      await looksRight(person.page, `${name}-4-told`);
    },
  );

  test.each([LOOKS[0], LOOKS[3]])(
    'at %i px in %s write, vet and publish a key-technology list, and a researcher finds it in the chat',
    TIME,
    async (width, language) => {
      const name = `list-${language}-${width}`;
      const words = wordsOf(language);
      const staff = await signIn(width, language);
      if (!staff) return;
      const person = await scene.arrive({ locale: 'en-GB' });
      if (!person) return;
      const { page } = staff;
      const [thing, search] = THINGS[language];
      const title = `示例：${thing}`;
      await page.click('.drop .push');
      await page.locator('.drop a[href*="key-technology"]').click();
      await page.waitForSelector('#listing-form');
      await page.fill('#f-title', title);
      await page.selectOption('#f-sector', 'equipment');
      await page.fill('#f-goal', '软底质上行走不打滑，连续作业 200 小时。');
      await page.fill('#f-indicators', '行走速度 ≥ 0.5 m/s（海试记录）\n连续作业时间 ≥ 200 h（海试记录）');
      await page.fill('#f-money', '500-1000万元');
      await page.fill('#f-deadline', dayIn(40));
      await page.fill('#f-term', '24个月');
      await page.selectOption('#f-visibility', 'public');
      await page.fill('#f-terms', search);
      await looksRight(page, `${name}-1-form`);
      await page.click('#listing-form button[type=submit]');
      await page.waitForSelector('#act-vet');
      await staff.act('vet');
      await page.waitForSelector('#act-publish');
      await staff.act('publish');
      await soon(staff.status).toBe(words('status.listing.published'));
      await looksRight(page, `${name}-2-published`);
      await expect.poll(() => person.say(search), { timeout: 20_000, interval: 1500 }).toContain(thing);
      await staff.act('close');
      await soon(staff.status).toBe(words('status.listing.closed'));
    },
  );

  test.each(LOOKS)(
    'at %i px in %s fill in what a list is about, look wider for lists nobody fits, and see teams like a team',
    TIME,
    async (width, language) => {
      const name = `cards-${language}-${width}`;
      const words = wordsOf(language);
      const staff = await signIn(width, language);
      if (!staff) return;
      const { page } = staff;
      await staff.open('/desk?tab=listings&status=listing:published');
      const list = await page.locator('td.reference').last().textContent();
      await staff.open(`/desk/case/${list}`);
      await page.locator('#card a').last().click();
      await page.waitForSelector('#card-form');
      expect(await page.locator('#card-form textarea').count()).toBe(5);
      await looksRight(page, `${name}-1-form`);
      const added = `示例概念${language}${width}`;
      await page.fill('#card-concepts', `${await page.inputValue('#card-concepts')}、${added}`);
      await page.click('#card-form button[type=submit]');
      await page.waitForURL(`**/desk/case/${list}#card`);
      await soon(() => shownText(page.locator('#card'))).toContain(added);
      expect(await shownText(page.locator('#card'))).toContain(words('desk.card-by.staff'));
      await looksRight(page, `${name}-2-saved`);
      await staff.open('/desk');
      await page.click('a[href="/desk/unmatched"]');
      await page.waitForSelector('h1');
      expect(await shownText(page.locator('h1'))).toBe(words('desk.unmatched'));
      await looksRight(page, `${name}-3-unmatched`);
      await staff.open(`/desk/case/${list}/candidates`);
      await page.locator('a[href^="/desk/team/"]').first().click();
      await page.waitForURL('**/desk/team/**');
      expect(await shownText(page.locator('main'))).toContain(words('desk.similar'));
      await looksRight(page, `${name}-4-team`);
    },
  );

  test('shortlist three bids; the fourth is refused and says why', TIME, async () => {
    const list = await scene.app().moreBids(2);
    const staff = await signIn(1280, 'zh');
    if (!staff) return;
    await staff.open(`/desk/case/${list}`);
    const bids = await staff.page
      .locator('.related a[href*="/desk/case/A-"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(bids).toHaveLength(4);
    for (const bid of bids.slice(0, 3)) {
      await staff.open(bid);
      await staff.act('shortlist');
      await soon(staff.status).toBe(wordsOf('zh')('status.application.shortlisted'));
    }
    await looksRight(staff.page, 'shortlist-1-third');
    await staff.open(bids[3] ?? '');
    expect(await staff.page.locator('#act-shortlist').count(), 'a full shortlist offers no fourth place').toBe(0);
    expect(await staff.insist('shortlist')).toContain('3');
    await looksRight(staff.page, 'shortlist-2-fourth');
    expect(await staff.status()).toBe(wordsOf('zh')('status.application.under-review'));
  });

  test('take the queue home as a workbook and a bid as a paper that Word opens', TIME, async () => {
    const staff = await signIn(1280, 'zh');
    if (!staff) return;
    await staff.open('/desk?tab=all');
    const queue = await staff.download('a.export');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(queue).buffer);
    const cells: string[] = [];
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell.text))));
    expect(cells.join(' ')).toContain('铝锂合金薄壁壁板铣削变形预测与控制');
    await staff.open('/desk?tab=bids');
    await staff.page.locator('a[href*="/desk/case/A-"]').first().click();
    const title = await shownText(staff.page.locator('h1'));
    const paper = await staff.download('a[href*="/desk/document/application/"]');
    const { value } = await mammoth.extractRawText({ buffer: paper });
    expect(value).toContain(title);
    expect(value).toMatch(/A-[0-9A-Z]+-[0-9A-Z]+/);
    expect(value).not.toMatch(/[{}]/);
  });
});
