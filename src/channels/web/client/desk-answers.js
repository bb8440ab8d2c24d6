/** Answers to acts as small cards in the corner, with what can still be done about them. */
import { get } from './call.js';
import { postCommand } from './desk-post.js';
import { refreshPage } from './desk-refresh.js';
import { byId, element } from './element.js';
import { t } from './texts.js';

/** How long an answer stays when nothing can be done about it. */
const STAY_MS = 9000;
/** Answers older than this at the first look were seen on the page before. */
const FRESH_MS = 15_000;

/** @type {Set<string>} */
const seen = new Set();
/** @type {Map<(answer: any) => void, boolean>} who waits, and whether a refusal is shown elsewhere */
const waiting = new Map();
let first = true;

/**
 * The next answer; null when none comes within `patience` milliseconds.
 * @param {number} patience
 * @param {boolean} [quiet] the caller shows a refusal itself
 * @returns {Promise<any>}
 */
export function nextAnswer(patience, quiet = false) {
  return new Promise((done) => {
    /** @param {any} answer */
    const take = (answer) => {
      clearTimeout(late);
      waiting.delete(take);
      done(answer);
    };
    const late = setTimeout(() => take(null), patience);
    waiting.set(take, quiet);
  });
}

/** Reads the latest answers and shows those not shown yet. */
export async function checkAnswers() {
  const answer = await get('/api/desk/answers');
  if (answer.status === 401) return void showNote(t('signed-out'), true);
  if (!answer.ok) return;
  for (const one of answer.data.answers) {
    if (seen.has(one.id)) continue;
    seen.add(one.id);
    if (first && waiting.size === 0 && !isFresh(one)) continue;
    if (one.done || ![...waiting.values()].includes(true)) show(one);
    for (const take of [...waiting.keys()]) take(one);
    refreshPage();
  }
  first = false;
}

/** @param {any} answer */
function isFresh(answer) {
  return (
    answer.buttons.some((/** @type {any} */ one) => one.left !== null) && Date.now() - Date.parse(answer.at) < FRESH_MS
  );
}

/**
 * A sentence of our own in the same place.
 * @param {string} text
 * @param {boolean} bad
 */
export function showNote(text, bad) {
  place(element('p', { class: 'long', text }), [], bad, STAY_MS);
}

/** @param {any} answer */
function show(answer) {
  const buttons = answer.buttons.map(pressable);
  const links = answer.links
    .filter((/** @type {any} */ link) => link.href !== location.pathname)
    .map((/** @type {any} */ link) => element('a', { class: 'act', href: link.href, text: link.label }));
  const longest = Math.max(0, ...answer.buttons.map((/** @type {any} */ one) => one.left ?? 0));
  const stay = answer.done ? Math.max(STAY_MS, (longest + 2) * 1000) : 20_000;
  const about = answer.links[0]?.href;
  // What was done before on the same case can no longer be taken back from here.
  if (answer.done && about)
    for (const old of document.querySelectorAll('.toast')) if (aboutOf(old) === about) old.remove();
  const toast = place(element('p', { class: 'long', text: answer.text }), [...buttons, ...links], !answer.done, stay);
  if (about) toast.dataset.about = about;
}

/** @param {Element} toast */
function aboutOf(toast) {
  return toast instanceof HTMLElement ? toast.dataset.about : undefined;
}

/** @param {any} one */
function pressable(one) {
  const label = element('span', { text: one.label });
  const button = element('button', { type: 'button', class: 'act' }, label);
  const press = async () => {
    button.disabled = true;
    const answered = nextAnswer(8000);
    const sent = await postCommand({ button: one.id });
    if (sent !== null) showNote(sent, true);
    else if ((await answered) === null) await checkAnswers();
    button.closest('.toast')?.remove();
  };
  button.addEventListener('click', () => void press());
  if (one.left !== null) countDown(button, one.left);
  return button;
}

/**
 * @param {HTMLButtonElement} button
 * @param {number} seconds
 */
function countDown(button, seconds) {
  const end = Date.now() + seconds * 1000;
  const rest = element('span', { class: 'rest', 'aria-hidden': 'true' });
  button.appendChild(rest);
  button.classList.add('undo');
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left <= 0) return void button.remove();
    rest.textContent = t('seconds', { n: left });
    setTimeout(tick, 250);
  };
  tick();
}

/**
 * @param {HTMLElement} text
 * @param {HTMLElement[]} controls
 * @param {boolean} bad
 * @param {number} stay
 */
function place(text, controls, bad, stay) {
  const close = element('button', { type: 'button', class: 'dismiss', 'aria-label': t('close'), text: '×' });
  const row = controls.length > 0 && element('div', { class: 'row' }, ...controls);
  const toast = element('div', { class: bad ? 'toast bad' : 'toast' }, text, close, row);
  close.addEventListener('click', () => toast.remove());
  const area = byId('toasts');
  area.appendChild(toast);
  // On a narrow screen the cards stand in the page, above its buttons, and cover nothing.
  if (getComputedStyle(area).position === 'static') toast.scrollIntoView({ block: 'nearest' });
  while (area.childElementCount > 3) area.firstElementChild?.remove();
  const leave = () => {
    // Nobody's reading or choosing is interrupted.
    if (toast.matches(':hover') || toast.contains(document.activeElement)) setTimeout(leave, 2000);
    else toast.remove();
  };
  setTimeout(leave, stay);
  return toast;
}
