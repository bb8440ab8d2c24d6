/** The small times between messages. */
import { element } from './element.js';
import { langTag, t } from './texts.js';

const PAUSE_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/**
 * A time to stand above a message sent at `at`; null when the one before (`previous`, ISO or empty) was a moment ago.
 * @param {string} at
 * @param {string} previous
 * @returns {HTMLElement | null}
 */
export function timeMark(at, previous) {
  const time = new Date(at);
  if (previous !== '' && time.getTime() - new Date(previous).getTime() < PAUSE_MS) return null;
  return element('p', { class: 'time' }, element('time', { datetime: at, text: spell(time) }));
}

/** @param {Date} time */
function spell(time) {
  const clock = new Intl.DateTimeFormat(langTag(), { hour: '2-digit', minute: '2-digit', hour12: false }).format(time);
  const days = Math.round((midnight(new Date()) - midnight(time)) / DAY_MS);
  if (days === 0) return `${t('today')} ${clock}`;
  if (days === 1) return `${t('yesterday')} ${clock}`;
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { month: 'long', day: 'numeric', ...(days > 300 ? { year: 'numeric' } : {}) };
  return `${new Intl.DateTimeFormat(langTag(), parts).format(time)} ${clock}`;
}

/** @param {Date} time */
function midnight(time) {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}
