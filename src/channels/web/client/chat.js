/** Puts the chat together: what is said goes to the outbox, what is heard goes to the log. */
import { get, post } from './call.js';
import { startComposer } from './composer.js';
import { byId } from './element.js';
import { listen } from './live.js';
import { makeLog } from './log.js';
import { startMenu } from './menu.js';
import { makeOutbox } from './outbox.js';
import { keepPlace, toEnd } from './scroll.js';
import { listCommand } from './spoken.js';
import { showProgress, showReach, showTyping } from './status.js';
import { uuid } from './stored.js';
import { setLocale, t } from './texts.js';

/** @typedef {import('./bubble.js').Message} Message */

/** @type {string | null} */
let earlierFrom = null;
let opened = false;
/** The conversation on screen was deleted: its buttons only begin a new one. */
let ended = false;
/** @type {Promise<boolean> | undefined} */
let opening;
let seat = '';
/** @type {ReturnType<typeof listen> | undefined} */
let listener;
/** Entries by id, to send a failed one again. @type {Map<string, import('./outbox.js').Entry>} */
const sent = new Map();

const log = makeLog((button, pressed) => {
  if (ended) return location.reload();
  pressed.classList.add('pressed');
  say({ button: button.id, label: button.label }, button.label);
});

const outbox = makeOutbox({
  onState(id, state, why) {
    log.state(id, state, why, () => again(id));
    if (state === 'sending') showTyping(true);
    if (state === 'waiting' || state === 'failed' || state === 'refused') showTyping(false);
  },
  onRefusedFile: (id, name, reason) => log.refuse(id, t(`file-${reason}`, { name })),
  onReach: showReach,
  reopen: open,
});

/**
 * Shows and sends one message.
 * @param {{text?: string, button?: string, label?: string}} body
 * @param {string} shown
 * @param {readonly File[]} [files]
 */
function say(body, shown, files = []) {
  const entry = { id: uuid(), at: new Date().toISOString(), shown, body, ...(files.length > 0 ? { files } : {}) };
  sent.set(entry.id, entry);
  showMine(entry);
  outbox.add(entry);
}

/** @param {import('./outbox.js').Entry} entry */
function showMine(entry) {
  const { id, at, shown } = entry;
  log.append({
    id,
    at,
    from: 'me',
    text: shown,
    locale: null,
    buttons: [],
    cards: [],
    files: [],
    link: null,
    progress: null,
    replaces: null,
  });
  log.state(id, 'sending');
}

/** @param {string} id */
function again(id) {
  const entry = sent.get(id);
  if (!entry) return;
  log.state(id, 'sending');
  outbox.add(entry);
}

/** @param {Message} message */
function hear(message) {
  if (message.from === 'me') {
    outbox.forget(message.id);
    log.state(message.id, 'sent');
    log.append(message);
    return;
  }
  if (log.append(message)) reflect(message);
  if (!message.farewell) return;
  ended = true;
  listener?.pause();
}

/** What a message of the bot says about the whole page. @param {Message} message */
function reflect(message) {
  showTyping(false);
  showProgress(message.progress);
  if (message.locale) void setLocale(message.locale);
}

/** Opens the conversation once, however many calls found the session gone. @returns {Promise<boolean>} */
function open() {
  opening =
    opening ??
    openNow().finally(() => {
      opening = undefined;
    });
  return opening;
}

/** The session, its messages, and what an earlier page could not send. @returns {Promise<boolean>} */
async function openNow() {
  const wish = listCommand(new URLSearchParams(location.search).get('list') ?? '');
  const answer = await post('/api/opened', { wish: wish !== null });
  showReach(answer.status !== 0);
  if (!answer.ok) return false;
  if (!opened) await fill(answer.data);
  if (seat !== answer.data.seat) listener?.restart();
  if (seat !== answer.data.seat) ended = false;
  seat = answer.data.seat;
  const left = outbox.use(seat);
  for (const entry of left) {
    sent.set(entry.id, entry);
    if (!log.has(entry.id)) showMine(entry);
  }
  if (!opened && wish === null && log.count() === 0) showTyping(true);
  opened = true;
  if (wish !== null) {
    history.replaceState(null, '', '/');
    say({ text: wish }, wish);
  }
  void outbox.flush();
  return true;
}

/** @param {{messages: Message[], before: string | null}} page */
async function fill(page) {
  const last = [...page.messages].reverse().find((message) => message.from === 'bot');
  if (last?.locale) await setLocale(last.locale);
  log.prepend(page.messages);
  if (last) reflect(last);
  offerEarlier(page.before);
  toEnd();
  setTimeout(log.announce, 300);
}

/** @param {string | null} before */
function offerEarlier(before) {
  earlierFrom = before;
  byId('earlier').hidden = before === null;
}

/** A session that is gone may have gone with its conversation: the last word about that comes a moment later. */
const LAST_WORD_MS = 1500;

/** Reads what came while nobody listened. */
async function refresh() {
  if (ended) return;
  let answer = await get('/api/history');
  showReach(answer.status !== 0);
  if (answer.status === 401) {
    await new Promise((done) => setTimeout(done, LAST_WORD_MS));
    if (ended) return;
    answer = await get('/api/history');
  }
  if (answer.status === 401) await open();
  /** @type {Message[]} */
  const messages = answer.data.messages ?? [];
  // What another window said bears its UUID; without one it cannot be told from what is on screen already.
  for (const message of messages) if (message.from === 'bot' || message.id.includes('-')) hear(message);
  void outbox.flush();
}

byId('earlier').addEventListener('click', async () => {
  const answer = await get(`/api/history?before=${encodeURIComponent(earlierFrom ?? '')}`);
  if (!answer.ok) return;
  keepPlace(() => log.prepend(answer.data.messages));
  offerEarlier(answer.data.before);
});
window.addEventListener('online', () => void outbox.flush());
window.addEventListener('offline', () => showReach(false));

async function start() {
  startComposer((text, files) =>
    say(text ? { text } : {}, [text, ...files.map((file) => file.name)].filter(Boolean).join('\n'), files),
  );
  startMenu((command) => say({ text: command }, command));
  for (let wait = 1000; !(await open()); wait = Math.min(15_000, wait * 2))
    await new Promise((done) => setTimeout(done, wait));
  listener = listen({ refresh, onMessage: hear, onReach: showReach });
}

void start();
