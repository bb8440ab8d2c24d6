import { test } from "vitest";
import { chromium } from 'playwright-core';
import { startWebHouse } from './support/web-house.ts';
import { sceneScript } from './support/web-scene.ts';
import { aListing } from './support/case-fixtures.ts';
test("shoot", async () => {
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ') });
for (const [lang, scheme, w, h] of [['zh','light',360,740],['zh','dark',360,740],['en','light',1280,800],['en','dark',360,740],['zh','light',1280,800]] as const) {
  const base = aListing();
  const listing = { ...base, reference: 'J-7K3M', status: 'published', title: '高牌号无取向电工钢薄带制备关键技术', source: 'sample', details: { ...base.details, visibility:'public', goals: '突破 0.20 mm 及以下高牌号无取向电工钢薄带的成分设计、轧制与退火关键技术，实现新能源汽车驱动电机用钢的稳定批量供应。', money: {min: 5_000_000, max: 10_000_000}, deadline: '2027-01-08', termMonths: 24, indicators: [{name:'铁损 P1.0/400',operator:'≤',value:'10.5',unit:'W/kg',method:'GB/T 3655'},{name:'磁感 B50',operator:'≥',value:'1.66',unit:'T',method:'GB/T 3655'}] } } as any;
  const house = await startWebHouse({ script: sceneScript(lang), listings: [listing] });
  const page = await browser.newPage({ viewport: { width: w, height: h }, deviceScaleFactor: 2, colorScheme: scheme, locale: lang === 'zh' ? 'zh-CN' : 'en-GB' });
  page.on('console', m => console.log(lang, scheme, m.type(), m.text()));
  page.on('pageerror', e => console.log('ERR', e));
  const shot = (n: string) => page.screenshot({ path: `/tmp/shots/${lang}-${scheme}-${w}-${n}.png` });
  await page.goto(house.url + '/');
  await page.waitForSelector('.message.bot');
  await page.waitForTimeout(500);
  await shot('1hello');
  const say = async (t: string) => { const n = await page.locator('.message.bot:not(.typing)').count(); await page.fill('#text', t); await page.press('#text', 'Enter'); await page.locator('.message.bot:not(.typing)').nth(n).waitFor(); await page.waitForTimeout(400); };
  await say(lang === 'zh' ? '我做电工钢薄带' : 'I make electrical steel strip'); await shot('2cards');
  await say(lang === 'zh' ? '联创电子' : 'Lianchuang'); await shot('3form');
  await say(lang === 'zh' ? '个人链接' : 'personal link'); await shot('4link');
  await say(lang === 'zh' ? '提交' : 'submit'); await shot('5done');
  if (w < 900) { await page.click('#menu-button'); await page.waitForTimeout(400); await shot('6menu'); await page.keyboard.press('Escape'); }
  await page.goto(house.url + '/l/J-7K3M'); await shot('7share');
  await page.goto(house.url + '/l/J-7K3M/poster'); await shot('8poster');
  await page.goto(house.url + '/privacy'); await shot('9privacy');
  await page.goto(house.url + '/r/unknownunknownunknown'); await shot('10note');
  await page.close(); await house.stop();
}
await browser.close();

}, 120000);