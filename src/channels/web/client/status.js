/** What stands around the conversation: connection banner, progress of the form, "is writing". */
import { byId, element } from './element.js';
import { isAtEnd, toEnd } from './scroll.js';
import { t } from './texts.js';

const TYPING_AFTER_MS = 500;
const TYPING_AT_MOST_MS = 20_000;
const BANNER_AFTER_MS = 2500;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let bannerTimer;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let typingTimer;
/** @type {HTMLElement | undefined} */
let dots;

/**
 * Tells whether the server is within reach; a short break stays unmentioned.
 * @param {boolean} reached
 */
export function showReach(reached) {
  const banner = byId('banner');
  if (reached) {
    clearTimeout(bannerTimer);
    bannerTimer = undefined;
    banner.hidden = true;
  } else if (bannerTimer === undefined) {
    bannerTimer = setTimeout(() => {
      banner.textContent = t(navigator.onLine ? 'reconnecting' : 'offline');
      banner.hidden = false;
    }, BANNER_AFTER_MS);
  }
}

/**
 * Shows how far the form in hand is; null takes the bar away.
 * @param {{done: number, of: number} | null} progress
 */
export function showProgress(progress) {
  const bar = byId('progress');
  bar.hidden = progress === null || progress.of === 0;
  if (progress === null) return;
  bar.setAttribute('aria-valuenow', String(progress.done));
  bar.setAttribute('aria-valuemax', String(progress.of));
  byId('progress-text').textContent = t('progress', progress);
  byId('progress-bar').style.width = `${Math.min(100, (100 * progress.done) / Math.max(1, progress.of))}%`;
}

/** @param {boolean} typing */
export function showTyping(typing) {
  clearTimeout(typingTimer);
  dots?.remove();
  dots = undefined;
  if (!typing) return;
  typingTimer = setTimeout(() => {
    const atEnd = isAtEnd();
    const bubble = element('div', { class: 'bubble' }, element('i'), element('i'), element('i'));
    const avatar = element('span', { class: 'avatar', text: '榜' });
    dots = element(
      'div',
      { class: 'message bot typing', 'aria-hidden': 'true' },
      avatar,
      element('div', { class: 'content' }, bubble),
    );
    byId('scroll').appendChild(dots);
    if (atEnd) toEnd();
    typingTimer = setTimeout(() => showTyping(false), TYPING_AT_MOST_MS);
  }, TYPING_AFTER_MS);
}
