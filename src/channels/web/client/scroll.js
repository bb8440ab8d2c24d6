/** Keeps the end of the conversation in view, but never pulls a reader away from what they read. */
import { byId } from './element.js';

const NEAR_PX = 120;

const area = byId('scroll');
const jump = byId('jump');

/** True while the newest message is (nearly) in view. */
export function isAtEnd() {
  return area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_PX;
}

/** Scrolls to the newest message. */
export function toEnd() {
  area.scrollTop = area.scrollHeight;
  jump.hidden = true;
}

/**
 * Shows a new message: from its beginning when it is taller than the screen; a reader further up only gets a hint.
 * @param {HTMLElement} node
 * @param {boolean} wasAtEnd
 */
export function showNews(node, wasAtEnd) {
  if (!wasAtEnd) {
    jump.hidden = false;
    return;
  }
  toEnd();
  const top = node.offsetTop - 12;
  if (area.scrollTop > top) area.scrollTop = top;
}

/** Runs `change` (content added above) and keeps the view where it was. @param {() => void} change */
export function keepPlace(change) {
  const fromEnd = area.scrollHeight - area.scrollTop;
  change();
  area.scrollTop = area.scrollHeight - fromEnd;
}

jump.addEventListener('click', toEnd);
area.addEventListener('scroll', () => {
  if (isAtEnd()) jump.hidden = true;
});
let wasAtEnd = true;
area.addEventListener('scroll', () => {
  wasAtEnd = isAtEnd();
});
// A banner, the progress bar or a growing composer takes room away: the end stays in view.
new ResizeObserver(() => {
  if (wasAtEnd) toEnd();
}).observe(area);
// Some browsers lay the keyboard over the page instead of shrinking it: fit into what is left, unless somebody zooms.
const view = window.visualViewport;
view?.addEventListener('resize', () => {
  if (Math.abs(view.scale - 1) > 0.01) return;
  document.documentElement.style.setProperty('--height', `${view.height}px`);
  window.scrollTo(0, 0);
});
