/** A browser for the pages of one test file: a fresh context a visit, and what its console complained of. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';

/** The browser and its complaints. */
export interface PageBench {
  /** Errors of the console and the page since the last `open`. */
  readonly complaints: readonly string[];
  /** True where a browser is installed. */
  hasBrowser(): boolean;
  /** A page of its own context, closed after the test. Throws without a browser. */
  open(options?: BrowserContextOptions): Promise<Page>;
}

/** Registers the hooks; call it once at the top of a test file. `after` ends what the page was looking at. */
export function pageBench(after: () => Promise<unknown> | undefined): PageBench {
  let browser: Browser | null = null;
  let context: BrowserContext | undefined;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser?.close());
  afterEach(async () => {
    await context?.close();
    context = undefined;
    await after();
  });
  return {
    complaints,
    hasBrowser: () => browser !== null,
    async open(options = {}) {
      if (!browser) throw new Error('there is no browser');
      context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      complaints.length = 0;
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      return page;
    },
  };
}
