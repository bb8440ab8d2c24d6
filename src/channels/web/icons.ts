/** Line icons, 24 × 24, drawn for these pages. */
import { type Html, html, trusted } from './html.ts';

const STROKES: Readonly<Record<string, string>> = {
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  send: '<path d="M12 19V6M6 11.5l6-6 6 6"/>',
  attach: '<path d="M12 5v14M5 12h14"/>',
  find: '<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>',
  need: '<path d="M5 4.5h10l4 4v11H5zM9 12h6M12 9v6"/>',
  status: '<path d="M5 5v14h14M9 15l3.5-4.5 3 2.5L20 7.5"/>',
  link: '<path d="M10 14a4 4 0 006 .4l3-3a4 4 0 00-5.7-5.7l-1 1M14 10a4 4 0 00-6-.4l-3 3A4 4 0 0010.700 18.300l1-1"/>',
  handoff: '<circle cx="12" cy="8" r="3.5"/><path d="M4.500 20c.8-4 3.800-6 7.500-6s6.700 2 7.500 6"/>',
  privacy:
    '<path d="M12 3.500l7 2.500v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6z"/><path d="M9 12l2.200 2.200L15.200 10"/>',
  language: '<circle cx="12" cy="12" r="8.500"/><path d="M3.500 12h17M12 3.500c5 5 5 12 0 17c-5-5-5-12 0-17z"/>',
  file: '<path d="M6 3.500h8l4 4v13H6zM14 3.500v4h4"/>',
  down: '<path d="M6 9.500l6 6 6-6"/>',
  wait: '<circle cx="12" cy="12" r="8"/><path d="M12 7.500V12l3 2"/>',
  warn: '<circle cx="12" cy="12" r="8.500"/><path d="M12 7.500v5.500M12 16.200v.3"/>',
};

/** A hidden sheet of symbols `#i-…` that the page and its scripts use. */
export function iconSheet(): Html {
  const symbols = Object.entries(STROKES).map(
    ([name, strokes]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${strokes}</symbol>`,
  );
  return trusted(`<svg class="sheet" width="0" height="0" aria-hidden="true">${symbols.join('')}</svg>`);
}

/** One icon of the sheet, decoration only: its button carries the name. */
export function icon(name: string): Html {
  return html`<svg class="icon" aria-hidden="true"><use href="#i-${name}"></use></svg>`;
}
