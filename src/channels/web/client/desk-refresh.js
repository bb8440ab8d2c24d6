/** Keeps the changing part of a page fresh without reloading it: scroll and focus stay where they are. */
import { byId } from './element.js';
import { t } from './texts.js';

const PAUSE_MS = 250;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let planned;
let running = false;
let again = false;

/** The first text of the part, to notice a change. */
let shown = '';

/** Remembers the page as it came. */
export function startRefresh() {
  shown = document.getElementById('live')?.innerHTML ?? '';
}

/** Reads the page again soon; many wishes at once become one. */
export function refreshPage() {
  clearTimeout(planned);
  return new Promise((done) => {
    planned = setTimeout(() => void refresh().then(done), PAUSE_MS);
  });
}

async function refresh() {
  const part = document.getElementById('live');
  if (!part) return;
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    const answer = await fetch(location.href, { credentials: 'same-origin' });
    if (answer.status === 401) return void location.reload();
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('live');
    if (fresh && fresh.innerHTML !== shown) replace(part, fresh);
  } catch (e) { console.error("DBG", String(e), e.stack);
    // The next event or the next look brings it.
  } finally {
    running = false;
    if (again) {
      again = false;
      void refreshPage();
    }
  }
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
  part.replaceChildren(...Array.from(fresh.childNodes, (node) => document.adoptNode(node)));
  for (const one of part.querySelectorAll('details')) if (open.includes(one.className)) one.open = true;
  if (key) {
    const same = Array.from(part.querySelectorAll('a, button, select, summary')).find((one) => keyOf(one) === key);
    if (same instanceof HTMLElement) same.focus({ preventScroll: true });
  }
  window.scrollTo(scrollX, scrollY);
  byId('announce').textContent = t('refreshed');
}

/** @param {Element} one */
function keyOf(one) {
  return one.id || one.getAttribute('href') || one.textContent;
}
