/** Slash commands: /find 锂电, /apply L-2021-07, /lang en. */
import type { Command } from './command.ts';

/** One command per name; `rest` is what follows it. */
const SLASH: Readonly<Record<string, (rest: string) => Command>> = {
  start: () => ({ do: 'start' }),
  help: () => ({ do: 'help' }),
  find: (rest) => (rest === '' ? { do: 'find' } : { do: 'find', words: rest }),
  lists: () => ({ do: 'find' }),
  list: (rest) => (rest === '' ? { do: 'find' } : { do: 'detail', listing: rest }),
  apply: (rest) => (rest === '' ? { do: 'apply' } : { do: 'apply', listing: rest }),
  need: (rest) => (rest === '' ? { do: 'post-need' } : { do: 'post-need', words: rest }),
  profile: () => ({ do: 'profile' }),
  status: (rest) => (rest === '' ? { do: 'status' } : { do: 'status', case: rest }),
  resume: () => ({ do: 'resume' }),
  review: () => ({ do: 'review' }),
  submit: () => ({ do: 'submit' }),
  back: () => ({ do: 'back' }),
  skip: () => ({ do: 'skip' }),
  undo: () => ({ do: 'undo' }),
  pause: () => ({ do: 'pause' }),
  save: () => ({ do: 'pause' }),
  cancel: () => ({ do: 'cancel' }),
  edit: (rest) => ({ do: 'change', path: rest }),
  withdraw: (rest) => (rest === '' ? { do: 'withdraw' } : { do: 'withdraw', case: rest }),
  link: () => ({ do: 'return-link' }),
  // A hash of a code, made by whoever typed it, is no code.
  code: (rest) => (rest === '' ? { do: 'join-code' } : { do: 'join-code', code: rest.slice(0, LONGEST_CODE) }),
  subscribe: (rest) => (rest === '' ? { do: 'subscribe' } : { do: 'subscribe', words: rest }),
  subscriptions: () => ({ do: 'subscriptions' }),
  unsubscribe: () => ({ do: 'unsubscribe' }),
  snooze: (rest) => (/^\d{1,3}$/.test(rest) ? { do: 'snooze', days: Number(rest) } : { do: 'snooze' }),
  settings: () => ({ do: 'care' }),
  invite: () => ({ do: 'invite' }),
  colleagues: () => ({ do: 'colleagues' }),
  mydata: () => ({ do: 'my-data' }),
  delete: () => ({ do: 'delete-data' }),
  staff: (rest) => (rest === '' ? { do: 'handoff' } : { do: 'handoff', text: rest }),
  human: (rest) => (rest === '' ? { do: 'handoff' } : { do: 'handoff', text: rest }),
  queue: () => ({ do: 'queue' }),
  confirm: () => ({ do: 'affirm' }),
  ask: (rest) => ({ do: 'ask', question: rest }),
};

const LONGEST_CODE = 20;

const LOCALES: readonly (readonly ['zh' | 'zh-Hant' | 'en', RegExp])[] = [
  ['zh-Hant', /hant|tw|hk|繁|trad/i],
  ['zh', /zh|cn|中|简|chinese/i],
  ['en', /en|英/i],
];

/** Reads a slash command; a bot's name behind it (/help@bot) is ignored. Null for anything else and for unknown names. */
export function readSlash(text: string): Command | null {
  const match = /^\/([a-z_-]{2,20})(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text.trim());
  if (match === null) return null;
  const name = (match[1] ?? '').toLowerCase().replace(/[_-]/g, '');
  const rest = (match[2] ?? '').trim();
  if (name === 'lang' || name === 'language') {
    const locale = LOCALES.find(([, pattern]) => pattern.test(rest))?.[0];
    return locale === undefined ? { do: 'language' } : { do: 'language', locale };
  }
  return Object.hasOwn(SLASH, name) ? (SLASH[name]?.(rest) ?? null) : null;
}
