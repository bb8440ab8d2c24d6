/** What the menu says to the bot, and how people see it said: a command in the one, words of their language in the other. */
import { t } from './texts.js';

/** Entry of the menu → command. Unlike words, a command is never taken for an answer of the form in hand. */
const COMMANDS = {
  find: '/find',
  need: '/need',
  status: '/status',
  link: '/link',
  handoff: '/staff',
  zh: '/lang zh',
  'zh-Hant': '/lang hant',
  en: '/lang en',
};
const LANGUAGES = { '/lang zh': '简体中文', '/lang hant': '繁體中文', '/lang en': 'English' };
const LIST = '/list ';

/**
 * The command of a menu entry.
 * @param {string} entry
 * @returns {string | null}
 */
export function commandOf(entry) {
  return Object.entries(COMMANDS).find(([name]) => name === entry)?.[1] ?? null;
}

/**
 * The command that shows the list with this reference; null for what cannot be one.
 * @param {string} reference
 * @returns {string | null}
 */
export function listCommand(reference) {
  return /^[\w-]{3,40}$/.test(reference) ? LIST + reference : null;
}

/**
 * An own message as people see it.
 * @param {string} text
 * @returns {string}
 */
export function spoken(text) {
  if (!text.startsWith('/')) return text;
  if (text.startsWith(LIST)) return t('open-list', { reference: text.slice(LIST.length) });
  const language = Object.entries(LANGUAGES).find(([command]) => command === text)?.[1];
  const entry = Object.entries(COMMANDS).find(([, command]) => command === text)?.[0];
  return language ?? (entry ? t(`menu-${entry}`) : text);
}
