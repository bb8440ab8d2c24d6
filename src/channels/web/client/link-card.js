/** A link of ours with its QR code: the personal return link, or a list to pass on. */
import { element, icon } from './element.js';
import { t } from './texts.js';

/**
 * The personal return link with its QR code; null for other links.
 * @param {string} link
 * @returns {HTMLElement | null}
 */
export function makeReturnCard(link) {
  const address = new URL(link, location.origin);
  if (!address.pathname.startsWith('/r/')) return null;
  const source = `/qr?path=${encodeURIComponent(address.pathname)}`;
  const code = element('img', { class: 'qr', src: source, alt: '', width: 168, height: 168 });
  const anchor = element('a', { class: 'address', href: address.href, rel: 'noopener', text: address.href });
  return element(
    'div',
    { class: 'link-card' },
    code,
    element('p', { text: t('link-keep') }),
    anchor,
    copyButton(address.href),
  );
}

/**
 * A quiet row to pass a list on: its link, its poster; null for other links. It stands below the choices, which matter more.
 * @param {string} link
 * @returns {HTMLElement | null}
 */
export function makeShareRow(link) {
  const address = new URL(link, location.origin);
  if (!address.pathname.startsWith('/l/')) return null;
  const poster = element('a', {
    class: 'plain',
    href: `${address.pathname}/poster`,
    target: '_blank',
    rel: 'noopener',
    text: t('poster'),
  });
  return element('p', { class: 'share-row' }, icon('link'), copyButton(address.href, 'plain'), poster);
}

/**
 * @param {string} href
 * @param {string} [look]
 */
function copyButton(href, look = 'choice') {
  /** @type {HTMLButtonElement} */
  const copy = element('button', {
    class: look,
    type: 'button',
    text: t('link-copy'),
    onclick: () => copyText(href, copy),
  });
  return copy;
}

/**
 * @param {string} text
 * @param {HTMLButtonElement} button
 */
async function copyText(text, button) {
  const done = navigator.clipboard
    ? await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      )
    : copyOldWay(text);
  if (!done) return;
  button.textContent = t('link-copied');
  setTimeout(() => {
    button.textContent = t('link-copy');
  }, 2000);
}

/** In-app browsers and plain http have no clipboard interface. @param {string} text */
function copyOldWay(text) {
  const area = element('textarea', { class: 'unseen', readonly: true });
  area.value = text;
  document.body.appendChild(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
