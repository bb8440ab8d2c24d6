import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser, or null (with the reason printed) where none is installed; under CI a missing one is a failure. */
export async function openBrowser(): Promise<Browser | null> {
  if (existsSync(CHROMIUM)) return await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  const reason = `no browser at ${CHROMIUM}: the pages were not opened (on Debian and Ubuntu: apt-get install chromium)`;
  if (process.env.CI === 'true') throw new Error(reason);
  console.warn(reason);
  return null;
}

/** What axe finds serious or worse on the page, as `rule: element`. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const found: unknown =
    await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) => one.nodes.map((node) => one.id + ': ' + node.html.slice(0, 160) + ' ' + (node.any[0] || {}).message)))`);
  return Array.isArray(found) ? found.map(String) : ['axe gave no answer'];
}
