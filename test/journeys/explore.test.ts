import { test } from 'vitest';
import { mkdirSync } from 'node:fs';
import { openBrowser } from '../support/browser.ts';
import { openPerson } from '../support/journey-person.ts';
import { startRealApp } from '../support/real-app.ts';
test('explore', { timeout: 120000 }, async () => {
  const browser = await openBrowser();
  const app = await startRealApp();
  const [loc, w, ...script] = JSON.parse(process.env.SCRIPT!);
  mkdirSync('/tmp/shots', { recursive: true });
  const p = await openPerson(browser!, app.url, { locale: loc, width: w });
  let n = 0;
  const shot = async () => { await p.page.waitForTimeout(250); await p.page.screenshot({ path: `/tmp/shots/${loc}-${w}-${n++}.png` }); };
  console.log('0<', await p.heard()); await shot();
  for (const s of script) {
    const a = s === 'CARD' ? await p.openCard() : s.startsWith('>>') ? await p.press(s.slice(2)) : await p.say(s);
    console.log(`\n>${s}\n${a}`); await shot();
  }
  console.log('SENT', await p.sent(), p.complaints);
  await app.stop(); await browser!.close();
});
