/** The last word of a deleted conversation, for browsers that ask every few seconds instead of listening: their session is gone by then. */
import type { Clock } from '../../ports/clock.ts';

/** How long a browser is known after its last call, and a last word is kept. */
const KEPT_MS = 10 * 60_000;
/** Browsers remembered at most; the one unheard of for longest is forgotten first. */
const MOST = 10_000;

/** Last words by browser, in this process alone; a browser is named by the hash of its cookie's secret. */
export interface Farewells {
  /** A browser called with a session of this room. */
  saw(browser: string, room: string): void;
  keep(room: string, word: object): void;
  /** What was said last to the room this browser was in; null without one. */
  lastWord(browser: string): object | null;
}

/** Makes it, knowing nobody. */
export function makeFarewells(clock: Clock): Farewells {
  const browsers = new Map<string, { readonly room: string; readonly until: number }>();
  const words = new Map<string, { readonly word: object; readonly until: number }>();
  const now = (): number => clock.now().getTime();
  return {
    saw(browser, room) {
      // Taken out first, so that the order of the map is the order of the last calls.
      browsers.delete(browser);
      browsers.set(browser, { room, until: now() + KEPT_MS });
      forgetOld(browsers, now(), MOST);
    },
    keep(room, word) {
      words.set(room, { word, until: now() + KEPT_MS });
      forgetOld(words, now(), MOST);
    },
    lastWord(browser) {
      forgetOld(browsers, now(), MOST);
      forgetOld(words, now(), MOST);
      return words.get(browsers.get(browser)?.room ?? '')?.word ?? null;
    },
  };
}

/** The oldest stand first. */
function forgetOld(kept: Map<string, { readonly until: number }>, now: number, most: number): void {
  for (const [key, { until }] of kept) {
    if (until > now && kept.size <= most) return;
    kept.delete(key);
  }
}
