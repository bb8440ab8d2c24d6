/** The bot's words line by line: what was noted, rows and facts look like what they are. Every character stays. */
import { element } from './element.js';

/** How a line begins and how it then looks. */
const LOOKS = /** @type {const} */ ([
  [/^✓ /, 'line noted'],
  [/^(?:· |\d{1,2}\. )/, 'line item'],
  [/^(?:【[^】]+】|\[[^\]]+\] )/, 'line heading'],
]);

/** Facts that stand side by side are parted by this wide space; each stays whole when the line is broken. */
const BETWEEN_FACTS = '\u3000';

/**
 * One element for each line of a text.
 * @param {string} text
 * @returns {HTMLElement[]}
 */
export function makeLines(text) {
  const lines = text.split('\n');
  return lines.map((line, index) => {
    const look = LOOKS.find(([start, name]) => start.test(line) && (name !== 'line heading' || index === 0));
    const facts = line.split(BETWEEN_FACTS);
    const props = { class: look?.[1] ?? 'line' };
    if (facts.length === 1) return element('span', { ...props, text: line });
    return element('span', props, ...facts.map((fact) => element('span', { class: 'fact', text: fact })));
  });
}
