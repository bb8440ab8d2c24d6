/** One message as people see it. */
import { makeCard } from './card.js';
import { element, icon } from './element.js';
import { makeLines } from './lines.js';
import { makeReturnCard, makeShareRow } from './link-card.js';
import { spoken } from './spoken.js';
import { t, tagOf } from './texts.js';

/**
 * @typedef {import('./card.js').ButtonView} ButtonView
 * @typedef {import('./card.js').CardView} CardView
 * @typedef {{id: string, at: string, from: 'me' | 'bot', text: string, locale: import('./texts.js').Locale | null, buttons: ButtonView[],
 *   cards: CardView[], files: {name: string, url: string}[], link: string | null, progress: {done: number, of: number} | null, replaces: string | null, farewell?: true}} Message
 * @typedef {(button: ButtonView, pressed: HTMLElement) => void} Press
 */

/**
 * Makes the element of a message.
 * @param {Message} message
 * @param {Press} press
 * @returns {HTMLElement}
 */
export function makeBubble(message, press) {
  return message.from === 'me' ? mine(message) : bots(message, press);
}

/** @param {Message} message */
function mine(message) {
  const state = element('span', { class: 'state' });
  const bubble = element('div', { class: 'bubble', text: spoken(message.text) });
  return element(
    'div',
    { class: 'message mine', 'data-id': message.id },
    element('span', { class: 'unseen', text: `${t('me')}:` }),
    state,
    bubble,
  );
}

/**
 * @param {Message} message
 * @param {Press} press
 */
function bots(message, press) {
  const content = element(
    'div',
    { class: 'content' },
    message.text !== '' && element('div', { class: 'bubble' }, ...makeLines(message.text)),
    message.cards.length > 0 &&
      element('ul', { class: 'cards' }, ...message.cards.map((card) => makeCard(card, press))),
    message.files.length > 0 && element('ul', { class: 'papers' }, ...message.files.map(paper)),
    message.link !== null && makeReturnCard(message.link),
    message.buttons.length > 0 && choices(message.buttons, press),
    message.link !== null && makeShareRow(message.link),
  );
  const avatar = element('span', { class: 'avatar', 'aria-hidden': 'true', text: '榜' });
  return element('div', { class: 'message bot', 'data-id': message.id, lang: tagOf(message.locale) }, avatar, content);
}

/**
 * @param {ButtonView[]} buttons
 * @param {Press} press
 */
function choices(buttons, press) {
  const made = buttons.map((button) => {
    /** @type {HTMLButtonElement} */
    const one = element('button', {
      class: `choice ${button.style ?? ''}`.trim(),
      type: 'button',
      text: button.label,
      onclick: () => press(button, one),
    });
    return one;
  });
  return element('div', { class: 'choices', role: 'group', 'aria-label': t('choose') }, ...made);
}

/** @param {{name: string, url: string}} file */
function paper(file) {
  const name = element('span', { text: file.name });
  return element('li', {}, element('a', { class: 'paper', href: file.url, download: true }, icon('file'), name));
}

/**
 * Shows how far an own message has come; `why` explains a failure, `again` sends it once more.
 * @param {HTMLElement} bubble
 * @param {import('./outbox.js').SendState} state
 * @param {string} [why]
 * @param {() => void} [again]
 */
export function showState(bubble, state, why, again) {
  const place = bubble.querySelector('.state');
  if (!place) return;
  const isOver = state === 'sent' || state === 'refused';
  bubble.classList.toggle('pending', !isOver && state !== 'failed');
  bubble.classList.toggle('failed', state === 'failed' || state === 'refused');
  bubble.querySelector('.why:not(.file)')?.remove();
  place.textContent = '';
  if (isOver) return;
  if (state !== 'failed') {
    place.appendChild(icon('wait'));
    place.appendChild(element('span', { class: 'unseen', text: t(state) }));
    return;
  }
  place.appendChild(
    element('button', { class: 'again', type: 'button', 'aria-label': t('retry'), onclick: again }, icon('warn')),
  );
  bubble.appendChild(element('p', { class: 'why', role: 'alert', text: why || t('failed') }));
}
