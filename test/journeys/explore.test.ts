import { test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openPerson } from '../support/journey-person.ts';
import { openColleague } from '../support/journey-staff.ts';
import { startRealApp } from '../support/real-app.ts';
test('explore', { timeout: 120000 }, async () => {
  const browser = await openBrowser();
  const app = await startRealApp();
  for (const [i, s] of ['我做锂电铜箔和隔膜涂布', '我做烧结钕铁硼和硬质合金刀具', '我研究柑橘黄龙病快速检测', '我做膜分离和中药口服液'].entries()) {
    const p = await openPerson(browser!, app.url, {});
    await p.say(s);
    await p.page.waitForTimeout(600);
    await p.page.evaluate('document.activeElement.blur()');
    await p.page.screenshot({ path: `/tmp/shots4/c${i}.png` });
    await p.leave();
  }
  const c = await openColleague(browser!, await app.hire('示例同事'), 1280, 'zh');
  await c.page.goto(app.url + '/desk');
  await c.page.waitForTimeout(500);
  await c.page.screenshot({ path: '/tmp/shots4/desk.png' });
  await app.stop(); await browser!.close();
});
