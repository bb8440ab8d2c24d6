/** A person with a browser who talks to the bot as people do: types, presses what is offered, reads the answer. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const BOT = '.message.bot:not(.typing)';

/** Somebody at the chat. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Types a text and sends it; the words of the answer. */
  say(text: string): Promise<string>;
  /** Presses the newest choice with this label; the words of the answer. */
  press(label: string): Promise<string>;
  /** Opens the first list of the newest message; the words of the answer. */
  openCard(): Promise<string>;
  /** Words of the newest message of the bot with its cards and choices. */
  heard(): Promise<string>;
  /** How many messages this person has sent, presses included. */
  sent(): Promise<number>;
  /** What the browser complained about so far. */
  readonly complaints: readonly string[];
  leave(): Promise<void>;
}

/** How somebody visits. */
export interface Visit {
  readonly locale?: 'zh-CN' | 'zh-TW' | 'en-GB';
  readonly width?: number;
  readonly path?: string;
}

/** Opens the chat in a private window of its own and waits until the bot has spoken. */
export async function openPerson(browser: Browser, url: string, visit: Visit = {}): Promise<Person> {
  const context = await browser.newContext(windowOf(visit));
  return openTab(context, url + (visit.path ?? '/'));
}

/** One more tab of a window, at the chat. */
export async function openTab(context: BrowserContext, url: string): Promise<Person> {
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const complaints = watch(page);
  await page.goto(url);
  await page.waitForSelector(BOT);
  return personAt(page, context, complaints);
}

function personAt(page: Page, context: BrowserContext, complaints: readonly string[]): Person {
  const answers = page.locator(BOT);
  const answerTo = async (act: () => Promise<void>) => {
    const before = await answers.count();
    await act();
    await answers.nth(before).waitFor();
    await expect.poll(() => page.locator('.mine.pending').count(), { timeout: 8000 }).toBe(0);
    return shownText(answers.last());
  };
  return {
    page,
    context,
    complaints,
    say: (text) =>
      answerTo(async () => {
        await page.fill('#text', text);
        await page.press('#text', 'Enter');
      }),
    press: (label) => answerTo(() => page.locator('#log .choice').getByText(label, { exact: true }).last().click()),
    openCard: () => answerTo(() => answers.last().locator('.card button').first().click()),
    heard: () => shownText(answers.last()),
    sent: () => page.locator('.message.mine').count(),
    leave: () => context.close(),
  };
}

/** The words of an element as they are shown; empty while it is not there. */
export async function shownText(place: Locator): Promise<string> {
  return (await place.allInnerTexts()).join('\n');
}

/** The settings of a browser window of this width. */
export function windowOf({ locale = 'zh-CN', width = 360 }: Visit): BrowserContextOptions {
  return { viewport: { width, height: width < 500 ? 740 : 860 }, locale, reducedMotion: 'reduce' };
}

/** Collects what the browser calls an error; that the network itself is gone is no fault of the page. */
export function watch(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/net::ERR_|status of 50[234]/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
