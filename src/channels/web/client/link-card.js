/** A link of ours with its QR code: the personal return link, or a list to pass on. */
import { element } from './element.js';
import { t } from './texts.js';

/**
 * Makes the card of a link. A path gets a QR code; any other address is only shown.
 * @param {string} link
 * @returns {HTMLElement}
 */
export function makeLinkCard(link) {
  const address = new URL(link, location.origin);
  const own = address.origin === location.origin;
  const code =
    own &&
    element('img', {
      class: 'qr',
      src: `/qr?path=${encodeURIComponent(address.pathname)}`,
      alt: '',
      width: 168,
      height: 168,
    });
  /** @type {HTMLButtonElement} */
  const copy = element('button', {
    class: 'choice',
    type: 'button',
    text: t('link-copy'),
    onclick: () => copyText(address.href, copy),
  });
  const personal = address.pathname.startsWith('/r/');
  const anchor = element('a', { class: 'address', href: address.href, rel: 'noopener', text: address.href });
  const safe = address.protocol === 'https:' || address.protocol === 'http:';
  return element(
    'div',
    { class: 'link-card' },
    code,
    element('p', { text: t(personal ? 'link-keep' : 'link-list') }),
    safe && anchor,
    copy,
  );
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
