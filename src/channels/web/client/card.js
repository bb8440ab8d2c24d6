/** A list or case as a card: label, title, facts, reason, one button. */
import { element } from './element.js';

/**
 * @typedef {{id: string, label: string, style?: 'primary' | 'danger'}} ButtonView
 * @typedef {{title: string, label?: string, facts: string[], because: string[], button: ButtonView}} CardView
 */

/**
 * Makes a card; `press` is called with its button.
 * @param {CardView} card
 * @param {(button: ButtonView, pressed: HTMLElement) => void} press
 * @returns {HTMLLIElement}
 */
export function makeCard(card, press) {
  /** @type {HTMLButtonElement} */
  const button = element('button', {
    class: 'choice choice-wide primary',
    type: 'button',
    text: card.button.label,
    'aria-label': `${card.button.label}: ${card.title}`,
    onclick: () => press(card.button, button),
  });
  const reasons = card.because.length > 0 && element('p', { class: 'because' }, ...card.because.map(chip));
  return element(
    'li',
    { class: 'card' },
    element(
      'p',
      { class: 'card-title' },
      card.label ? element('span', { class: 'label', text: card.label }) : null,
      element('strong', { text: card.title }),
    ),
    card.facts.length > 0 &&
      element('ul', { class: 'card-facts' }, ...card.facts.map((fact) => element('li', { text: fact }))),
    reasons,
    button,
  );
}

/** @param {string} text */
function chip(text) {
  return element('span', { class: 'chip', text });
}
