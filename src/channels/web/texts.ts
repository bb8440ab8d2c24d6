/** The sentences of the web pages, taken from the message catalogue. */
import type { Line } from '../../conversation/say.ts';
import type { Locale } from '../../programme/records.ts';

/** A sentence of the catalogue in the reader's language. */
export type Texts = (locale: Locale, key: string, vars?: Line['vars']) => string;

/** The `web.chat.*` sentences the browser shows; `{…}` stay in place for it to fill. */
export const CHAT_TEXTS = [
  'attach',
  'bot',
  'choose',
  'close-menu',
  'composer',
  'document',
  'earlier',
  'failed',
  'file-empty',
  'file-failed',
  'file-too-big',
  'file-too-many',
  'file-wrong-kind',
  'jump',
  'link-copied',
  'link-copy',
  'link-keep',
  'log',
  'me',
  'menu',
  'menu-find',
  'menu-handoff',
  'menu-link',
  'menu-need',
  'menu-privacy',
  'menu-status',
  'offline',
  'old-button',
  'open-list',
  'poster',
  'progress',
  'reconnecting',
  'remove-file',
  'retry',
  'send',
  'sending',
  'slow-down',
  'today',
  'typing',
  'uploading',
  'waiting',
  'yesterday',
] as const;

/** All {@link CHAT_TEXTS} in one language, keys without their prefix. */
export function chatTexts(texts: Texts, locale: Locale): Readonly<Record<string, string>> {
  const holes = { done: '{done}', of: '{of}', name: '{name}', reference: '{reference}' };
  return Object.fromEntries(CHAT_TEXTS.map((key) => [key, texts(locale, `web.chat.${key}`, holes)]));
}
