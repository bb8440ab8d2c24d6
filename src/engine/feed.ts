/** Changes told in process: what web pages show live. */
import type { ChangeFeed } from '../ports/desk.ts';

/** A feed; a listener that throws is dropped, and nobody else notices. */
export function makeFeed(): ChangeFeed {
  const listeners = new Set<Parameters<ChangeFeed['subscribe']>[0]>();
  return {
    publish(change) {
      for (const listener of [...listeners]) {
        try {
          listener(change);
        } catch {
          listeners.delete(listener);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
