/** One browser and one running product for the journeys of a file; whoever came leaves after each of them. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPerson, type Person, type Visit } from './journey-person.ts';
import { type RealApp, startRealApp } from './real-app.ts';

/** What a journey stands on. */
export interface JourneyScene {
  /** Null where no browser is installed; `openBrowser` has said so. */
  browser(): Browser | null;
  app(): RealApp;
  /** Somebody new with a window of their own; null without a browser. */
  arrive(visit?: Visit): Promise<Person | null>;
}

/** Registers the hooks of a file; every browser must end without a complaint. */
export function journeyScene(): JourneyScene {
  let browser: Browser | null = null;
  let app: RealApp | null = null;
  const people: Person[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    app = browser && (await startRealApp());
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });
  afterEach(async () => {
    const leaving = people.splice(0);
    for (const each of leaving) await each.leave();
    expect(leaving.flatMap((each) => each.complaints)).toEqual([]);
  });
  const running = () => {
    if (app === null) throw new Error('without a browser the product was not started');
    return app;
  };
  return {
    browser: () => browser,
    app: running,
    async arrive(visit = {}) {
      if (browser === null) return null;
      const person = await openPerson(browser, running().url, visit);
      people.push(person);
      return person;
    },
  };
}
