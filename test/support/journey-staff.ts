/** A colleague with a browser who works at the staff desk. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { shownText, watch, windowOf } from './journey-person.ts';

/** Somebody of staff, signed in. */
export interface Colleague {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a path of the desk in this person's language. */
  open(path: string): Promise<void>;
  /** Presses the button of an act, gives the reason it asks for, and waits for the card that answers. */
  act(action: string, reason?: string): Promise<string>;
  /** Sends an act the page does not offer, as a page left open since yesterday would; the words of the refusal. */
  insist(action: string): Promise<string>;
  /** Words of the newest card. */
  card(): Promise<string>;
  /** Takes the last act back from its card. */
  takeBack(): Promise<void>;
  /** What the case on screen is now. */
  status(): Promise<string>;
  /** Downloads what the link points to. */
  download(selector: string): Promise<Buffer>;
  readonly complaints: readonly string[];
}

/** Signs in with a one-time link. */
export async function openColleague(
  browser: Browser,
  link: string,
  width: number,
  language: 'zh' | 'en',
): Promise<Colleague> {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const context = await browser.newContext(windowOf({ locale, width }));
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const complaints = watch(page);
  await page.goto(link);
  await page.click('form button');
  await page.waitForURL('**/desk');
  await page.goto(`${new URL(link).origin}/desk?lang=${language}`);
  return colleagueAt(page, context, complaints, new URL(link).origin);
}

function colleagueAt(page: Page, context: BrowserContext, complaints: readonly string[], origin: string): Colleague {
  const cards = page.locator('.toast');
  const putAway = async () => {
    for (let n = await cards.count(); n > 0; n -= 1) await cards.first().locator('.dismiss').click();
  };
  return {
    page,
    context,
    complaints,
    open: async (path) => void (await page.goto(origin + path)),
    async act(action, reason) {
      // Cards of earlier acts are put away first, as people do who are done with them.
      await putAway();
      const version = await page.locator(`#act-${action}`).getAttribute('data-version');
      await page.click(`#act-${action}`);
      if (reason !== undefined) await page.fill('#reason', reason);
      if (await page.locator('#ask[open]').count()) await page.click('#ask-go');
      await cards.first().waitFor();
      // The page brings itself up to date; buttons of before belong to an older version of the case.
      if ((await page.locator('.toast.bad').count()) === 0)
        await page.locator(`[data-act][data-version="${version}"]`).first().waitFor({ state: 'detached' });
      return shownText(cards.last());
    },
    async insist(action) {
      await putAway();
      const reference = new URL(page.url()).pathname.split('/').at(-1);
      const version = Number(await page.locator('[data-act]').first().getAttribute('data-version'));
      const command = { do: 'act', case: reference, action, version };
      await page.evaluate(`fetch('/api/desk/commands', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: crypto.randomUUID(), command: ${JSON.stringify(command)} }) })`);
      const refusal = page.locator('.toast.bad').last();
      await refusal.waitFor();
      return shownText(refusal);
    },
    card: () => shownText(cards.last()),
    takeBack: () => page.locator('.toast .undo').last().click(),
    status: () => shownText(page.locator('header.case .chip').first()),
    async download(selector) {
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator(selector).first().click()]);
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
  };
}
