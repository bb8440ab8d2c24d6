/** What every page of a journey owes whoever looks at it, by day and by night. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousFaults } from './browser.ts';

/** Set SHOTS to a folder to keep a picture of every stage. */
const SHOTS = process.env.SHOTS;

/** Holds the page to it: nothing serious for axe in both colour schemes, no sideways scrolling. */
export async function looksRight(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await seriousFaults(page), name).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await seriousFaults(page), `${name} by night`).toEqual([]);
  await picture(page, `${name}-night`);
  await page.emulateMedia({ colorScheme: 'light' });
  const spare = await page.evaluate('window.innerWidth - document.documentElement.scrollWidth');
  expect(spare, `${name} must not scroll sideways`).toBeGreaterThanOrEqual(0);
}

async function picture(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}
