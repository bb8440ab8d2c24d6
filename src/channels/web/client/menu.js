/** The menu: a side sheet on phones, always open on wide screens. */
import { byId } from './element.js';
import { commandOf } from './spoken.js';
import { setLocale } from './texts.js';

/**
 * Starts the menu; `choose` gets the command of the entry.
 * @param {(command: string) => void} choose
 */
export function startMenu(choose) {
  const menu = byId('menu');
  const button = byId('menu-button');
  const shade = byId('shade');

  /** @param {boolean} open */
  function toggle(open) {
    document.body.classList.toggle('menu-open', open);
    button.setAttribute('aria-expanded', String(open));
    shade.hidden = !open;
    if (open) byId('menu-close').focus();
    else if (menu.contains(document.activeElement)) button.focus();
  }

  button.addEventListener('click', () => toggle(true));
  byId('menu-close').addEventListener('click', () => toggle(false));
  shade.addEventListener('click', () => toggle(false));
  document.addEventListener('keydown', (event) => {
    if (!document.body.classList.contains('menu-open')) return;
    if (event.key === 'Escape') toggle(false);
    if (event.key === 'Tab') keepInside(event, menu);
  });
  /** @type {NodeListOf<HTMLElement>} */
  const entries = menu.querySelectorAll('[data-menu]');
  for (const entry of entries) {
    entry.addEventListener('click', () => {
      const { menu: name = '' } = entry.dataset;
      toggle(false);
      if (name === 'zh' || name === 'zh-Hant' || name === 'en') void setLocale(name);
      const command = commandOf(name);
      if (command !== null) choose(command);
    });
  }
}

/**
 * The open sheet covers the page: the Tab key goes round in it.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} menu
 */
function keepInside(event, menu) {
  /** @type {NodeListOf<HTMLElement>} */
  const stops = menu.querySelectorAll('button, a');
  const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops[stops.length - 1] : stops[0])?.focus();
}
