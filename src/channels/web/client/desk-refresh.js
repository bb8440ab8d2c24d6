/** Keeps the changing part of a page fresh without reloading it: scroll and focus stay where they are. */
import { byId } from './element.js';
import { t } from './texts.js';

const SOON_MS = 150;
/** Others' changes are read at most this often: many staff look at once. */
const AT_MOST_MS = 3000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let planned;
let running = false;
let last = 0;
let again = false;

/** The first text of the part, to notice a change. */
let shown = '';

/** Remembers the page as it came. */
export function startRefresh() {
  shown = document.getElementById('live')?.innerHTML ?? '';
}

/**
 * Reads the page again soon; many wishes at once become one.
 * @param {boolean} [own] after an act of this person: at once
 */
export function refreshPage(own = true) {
  clearTimeout(planned);
  const pause = own ? SOON_MS : Math.max(SOON_MS, last + AT_MOST_MS - Date.now());
  planned = setTimeout(() => void refresh(), pause);
}

/** Reads the page at once; resolves when it shows what is true now. */
export async function refreshed() {
  clearTimeout(planned);
  await refresh(true);
}

/** @param {boolean} [own] after an act of this person, also while they write */
async function refresh(own = false) {
  const part = document.getElementById('live');
  if (!part) return;
  if (!own && isWriting(part)) return refreshPage(false);
  if (running) {
    again = true;
    return;
  }
  running = true;
  last = Date.now();
  try {
    const answer = await fetch(location.href, { credentials: 'same-origin' });
    if (answer.status === 401) return void location.reload();
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('live');
    if (fresh && fresh.innerHTML !== shown) replace(part, fresh);
  } catch {
    // The next event or the next look brings it.
  } finally {
    running = false;
    if (again) {
      again = false;
      refreshPage();
    }
  }
}

/**
 * Nobody's sentence is taken from under the cursor.
 * @param {HTMLElement} part
 */
function isWriting(part) {
  const at = document.activeElement;
  return at instanceof HTMLTextAreaElement && part.contains(at) && at.value !== '';
}

/**
 * @param {HTMLElement} part
 * @param {HTMLElement} fresh
 */
function replace(part, fresh) {
  const chosen = document.activeElement;
  const key = chosen && part.contains(chosen) ? keyOf(chosen) : null;
  const open = Array.from(part.querySelectorAll('details[open]'), (one) => one.className);
  const { scrollX, scrollY } = window;
  shown = fresh.innerHTML;
  part.replaceChildren(...fresh.childNodes);
  for (const one of part.querySelectorAll('details')) if (open.includes(one.className)) one.open = true;
  if (key) {
    const same = Array.from(part.querySelectorAll('a, button, select, summary, textarea')).find(
      (one) => keyOf(one) === key,
    );
    if (same instanceof HTMLElement) same.focus({ preventScroll: true });
  }
  window.scrollTo(scrollX, scrollY);
  document.dispatchEvent(new Event('desk-refreshed'));
  byId('announce').textContent = t('refreshed');
}

/** @param {Element} one */
function keyOf(one) {
  return one.id || one.getAttribute('href') || one.textContent;
}
