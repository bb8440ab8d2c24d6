/** Messages on their way: kept in the browser until the server has them, always under the same id, so never doubled. */
import { deliver } from './deliver.js';
import { keep, recallAll } from './stored.js';

/**
 * @typedef {{id: string, at: string, shown: string, body: {text?: string, button?: string, label?: string}, files?: readonly File[], tickets?: string[]}} Entry
 * One message; `files` live only as long as the page, `tickets` name them once uploaded.
 * @typedef {'sending' | 'uploading' | 'waiting' | 'sent' | 'failed' | 'refused'} SendState `refused`: nothing of it can be taken, trying again is no use
 * @typedef {{
 *   onState: (id: string, state: SendState, why?: string) => void,
 *   onRefusedFile: (id: string, name: string, reason: string) => void,
 *   onReach: (reached: boolean) => void,
 *   reopen: () => Promise<unknown>,
 * }} OutboxEvents
 */

const LONGEST_WAIT_S = 30;

/**
 * Makes the outbox. Nothing is sent before `use` names the conversation.
 * @param {OutboxEvents} events
 */
export function makeOutbox(events) {
  /** @type {string | null} */
  let seat = null;
  /** @type {Entry[]} */
  let waiting = [];
  let busy = false;
  let misses = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const keyOf = (/** @type {string} */ id) => `outbox.${seat}.${id}`;
  const forget = (/** @type {string} */ id) => {
    waiting = waiting.filter((entry) => entry.id !== id);
    keep(keyOf(id), null);
  };
  const later = (/** @type {number} */ seconds) => {
    misses += 1;
    for (const entry of waiting) events.onState(entry.id, 'waiting');
    clearTimeout(timer);
    timer = setTimeout(flush, 1000 * (seconds || Math.min(LONGEST_WAIT_S, 2 ** misses)));
  };

  /** Sends what waits, oldest first. */
  async function flush() {
    if (busy || seat === null) return;
    busy = true;
    for (let entry = waiting[0]; entry; entry = waiting[0]) {
      const outcome = await deliver(entry, events);
      events.onReach(outcome.status !== 0);
      if (outcome.again) {
        later(outcome.seconds);
        break;
      }
      misses = 0;
      forget(entry.id);
      events.onState(entry.id, outcome.ok ? 'sent' : outcome.refused ? 'refused' : 'failed', outcome.why);
    }
    busy = false;
  }

  return {
    flush,
    add(/** @type {Entry} */ entry) {
      waiting.push(entry);
      if (seat !== null && !entry.files) keep(keyOf(entry.id), entry);
      void flush();
    },
    /** Names the conversation; answers the messages of it that an earlier page left unsent. @param {string} name */
    use(name) {
      if (seat === name) return [];
      seat = name;
      const left = leftIn(name);
      waiting = [...left, ...waiting];
      for (const entry of waiting) if (!entry.files) keep(keyOf(entry.id), entry);
      return left;
    },
    forget,
  };
}

/** What an earlier page of the conversation could not send, oldest first. @param {string} seat @returns {Entry[]} */
function leftIn(seat) {
  return recallAll(`outbox.${seat}.`).sort((one, other) => (one.at < other.at ? -1 : 1));
}
