/** Hears new messages: a stream where the browser and the way to it allow one, else asking every few seconds. */

const POLL_MS = 4000;
/** A stream that says nothing for this long after opening is being held back on the way. */
const HELLO_MS = 6000;

/**
 * Starts listening. `refresh` reads the history (after every gap), `onMessage` takes one message as it comes.
 * @param {{refresh: () => Promise<unknown>, onMessage: (message: any) => void, onReach: (reached: boolean) => void}} events
 * @param {string} [path] the stream
 */
export function listen(events, path = '/api/live') {
  let failures = 0;
  /** @type {EventSource | undefined} */
  let source;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let silent;
  let polling = false;

  const poll = () => {
    if (document.visibilityState === 'visible') void events.refresh();
  };
  const giveUp = () => {
    source?.close();
    if (!polling) setInterval(poll, POLL_MS);
    polling = true;
    poll();
  };

  const open = () => {
    if (typeof EventSource === 'undefined' || failures >= 3) return giveUp();
    source = new EventSource(path);
    silent = setTimeout(giveUp, HELLO_MS);
    source.addEventListener('hello', () => {
      clearTimeout(silent);
      failures = 0;
      events.onReach(true);
      void events.refresh();
    });
    source.onmessage = (event) => events.onMessage(JSON.parse(event.data));
    source.onerror = () => {
      clearTimeout(silent);
      events.onReach(false);
      // The browser tries again by itself unless the server refused.
      if (source?.readyState !== 2) return;
      failures += 1;
      setTimeout(open, 3000 * failures);
    };
  };

  open();
  document.addEventListener('visibilitychange', poll);
  window.addEventListener('online', poll);

  return {
    /** Listens no more until it is started again: the conversation is deleted. */
    pause() {
      clearTimeout(silent);
      source?.close();
    },

    /** Listens to the conversation the browser has now. */
    restart() {
      clearTimeout(silent);
      source?.close();
      if (!polling) open();
    },
  };
}
