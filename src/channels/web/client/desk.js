/** The staff desk in the browser: pages work as they are, this keeps them fresh and lets them act. */

import { startActs } from './desk-act.js';
import { checkAnswers } from './desk-answers.js';
import { startCardForm } from './desk-card.js';
import { startListingForm } from './desk-form.js';
import { refreshPage, startRefresh } from './desk-refresh.js';
import { startRequests } from './desk-requests.js';
import { byId, element } from './element.js';
import { listen } from './live.js';
import { t } from './texts.js';

/** @type {ReturnType<typeof setTimeout> | undefined} */
let lost;

/**
 * Tells about a lost connection once it has lasted a moment.
 * @param {boolean} reached
 */
function showReach(reached) {
  clearTimeout(lost);
  const line = byId('reach');
  if (reached) line.hidden = true;
  else
    lost = setTimeout(() => {
      line.textContent = t(navigator.onLine ? 'reconnecting' : 'offline');
      line.hidden = false;
    }, 2500);
}

/** Filters apply themselves; their button is for browsers without scripts. */
function startFilters() {
  document.addEventListener('change', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form[data-auto]') : null;
    if (form instanceof HTMLFormElement) form.requestSubmit();
  });
}

/** Menus close by Escape, by a click elsewhere and when another one opens. */
function startMenus() {
  const open = () => document.querySelectorAll('details.drop[open]');
  document.addEventListener('click', (event) => {
    for (const menu of open())
      if (!(event.target instanceof Node && menu.contains(event.target))) menu.removeAttribute('open');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.removeAttribute('open');
      menu.querySelector('summary')?.focus();
    }
  });
}

/** Suggestions are fetched only when somebody asks for them. */
function startLoads() {
  document.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-load] > a') : null;
    const place = link?.parentElement;
    if (!link || !place || !(event instanceof MouseEvent) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    link.setAttribute('aria-busy', 'true');
    const answer = await fetch(place.dataset.load ?? '', { credentials: 'same-origin' }).catch(() => null);
    const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html');
    const found = page.getElementById('candidates');
    if (!found) return void location.assign(place.dataset.load ?? '/desk');
    const list = element('div', { tabindex: -1 });
    list.append(...found.childNodes);
    place.replaceChildren(list);
    list.focus();
  });
}

/** Signing out leaves no words on a computer others use. */
function startLeaving() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.action.endsWith('/desk/leave')) return;
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith('jiebang.desk.')) localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  });
}

startFilters();
startLeaving();
startMenus();
startLoads();
startRefresh();
startActs();
startRequests();
startListingForm();
startCardForm();
listen(
  {
    refresh: async () => {
      await checkAnswers();
      refreshPage(false);
    },
    onMessage: (event) => {
      if (event.type === 'answer') void checkAnswers();
      else refreshPage(false);
    },
    onReach: showReach,
  },
  '/api/desk/live',
);
