/** The conversation on screen: every message once, in order, the newest choices alone look alive. */
import { makeBubble, showState } from './bubble.js';
import { byId, element } from './element.js';
import { isAtEnd, showNews, toEnd } from './scroll.js';
import { t } from './texts.js';
import { timeMark } from './time-mark.js';

/** @typedef {import('./bubble.js').Message} Message */

/**
 * @typedef {{log: HTMLElement, shown: Map<string, HTMLElement>, press: import('./bubble.js').Press, latestAt: string}} View
 */

/**
 * Makes the view of the conversation.
 * @param {import('./bubble.js').Press} press
 */
export function makeLog(press) {
  const log = byId('log');
  /** @type {View} */
  const view = { log, shown: new Map(), press, latestAt: '' };
  return {
    /** @param {string} id */
    has: (id) => view.shown.has(id),
    count: () => view.shown.size,
    /** Adds a message that is not there yet; true when it was added. @param {Message} message */
    append: (message) => append(view, message),
    /** Puts older messages above. @param {Message[]} messages */
    prepend: (messages) => prepend(view, messages),
    /**
     * Shows how far an own message has come.
     * @param {string} id
     * @param {import('./outbox.js').SendState} state
     * @param {string} [why]
     * @param {() => void} [again]
     */
    state(id, state, why, again) {
      const node = view.shown.get(id);
      if (node) showState(node, state, why, again);
    },
    /**
     * Says beside an own message why a file of it was not taken.
     * @param {string} id
     * @param {string} text
     */
    refuse(id, text) {
      view.shown.get(id)?.appendChild(element('p', { class: 'why file', role: 'alert', text }));
      toEnd();
    },
    /** From now on screen readers hear what is added. */
    announce: () => log.setAttribute('aria-live', 'polite'),
  };
}

/**
 * @param {View} view
 * @param {Message} message
 */
function append(view, message) {
  if (view.shown.has(message.id)) return false;
  const atEnd = isAtEnd();
  const replaced = message.replaces === null ? undefined : view.shown.get(message.replaces);
  const node = replaced ? replace(view, message, replaced) : place(view, message, view.latestAt, null);
  if (!replaced) view.latestAt = message.at;
  ageChoices(view.log);
  if (message.from === 'me') toEnd();
  else showNews(node, atEnd);
  return true;
}

/**
 * @param {View} view
 * @param {Message[]} messages
 */
function prepend(view, messages) {
  const first = view.log.firstChild;
  let before = '';
  for (const message of messages.filter((one) => !view.shown.has(one.id))) {
    place(view, message, before, first);
    before = message.at;
  }
  if (view.latestAt < before) view.latestAt = before;
  ageChoices(view.log);
}

/**
 * Puts a message in front of `next` (null: at the end), under a time when the one before was long ago.
 * @param {View} view
 * @param {Message} message
 * @param {string} previousAt
 * @param {Node | null} next
 */
function place(view, message, previousAt, next) {
  const node = makeBubble(message, view.press);
  view.shown.set(message.id, node);
  const mark = timeMark(message.at, previousAt);
  if (mark) view.log.insertBefore(mark, next);
  return view.log.insertBefore(node, next);
}

/**
 * @param {View} view
 * @param {Message} message
 * @param {HTMLElement} old
 */
function replace(view, message, old) {
  const node = makeBubble(message, view.press);
  view.shown.set(message.id, node);
  old.replaceWith(node);
  return node;
}

/** All choices but those of the last message of the bot are old: still there, no longer inviting. @param {HTMLElement} log */
function ageChoices(log) {
  const groups = log.querySelectorAll('.choices');
  const bots = log.querySelectorAll('.message.bot');
  const last = bots[bots.length - 1];
  groups.forEach((group) => {
    const old = !last?.contains(group);
    group.classList.toggle('old', old);
    group.setAttribute('aria-label', t(old ? 'old-button' : 'choose'));
  });
}
