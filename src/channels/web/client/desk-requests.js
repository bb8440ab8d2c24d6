/** Answering people who asked for a person, and settling messages that were put aside. */
import { checkAnswers, nextAnswer, showNote } from './desk-answers.js';
import { postCommand } from './desk-post.js';
import { refreshed } from './desk-refresh.js';
import { keep, recall } from './stored.js';
import { t } from './texts.js';

const PATIENCE_MS = 8000;

/** Listens on the page of wishes, also to what comes with a refresh. */
export function startRequests() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('form.answer')) return;
    event.preventDefault();
    void answer(form);
  });
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button?.dataset.settle !== undefined) void settle(button);
    else if (button?.dataset.close !== undefined) void close(button);
  });
  document.addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement && event.target.dataset.keep)
      keep(`desk.answer.${event.target.dataset.keep}`, event.target.value || null);
  });
  document.addEventListener('desk-refreshed', fillIn);
  fillIn();
}

/** Words typed and not sent are there again, after a reload and after a refresh. */
function fillIn() {
  for (const box of document.querySelectorAll('textarea[data-keep]'))
    if (box instanceof HTMLTextAreaElement && !box.value) box.value = recall(`desk.answer.${box.dataset.keep}`, '');
}

/** @param {HTMLFormElement} form */
async function answer(form) {
  const box = form.querySelector('textarea');
  if (!(box instanceof HTMLTextAreaElement)) return;
  const text = box.value.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) {
    box.setAttribute('aria-invalid', 'true');
    box.focus();
    return void showNote(t('need-answer'), true);
  }
  const { request, version } = form.dataset;
  await order(form, { do: 'answer-request', request, version: Number(version), text }, () => {
    keep(`desk.answer.${box.dataset.keep}`, null);
    box.value = '';
  });
}

/**
 * What cannot be taken back is pressed twice: the first press only asks; leaving the button lets it be.
 * @param {HTMLButtonElement} button
 */
function isSure(button) {
  const { sure } = button.dataset;
  if (!sure || button.dataset.asked !== undefined) return true;
  const before = button.textContent;
  button.dataset.asked = '';
  button.textContent = sure;
  button.addEventListener(
    'blur',
    () => {
      delete button.dataset.asked;
      button.textContent = before;
    },
    { once: true },
  );
  return false;
}

/** @param {HTMLButtonElement} button */
async function close(button) {
  if (!isSure(button)) return;
  const form = button.closest('form');
  if (!form) return;
  const { request, version } = form.dataset;
  await order(form, { do: 'close-request', request, version: Number(version) });
}

/** @param {HTMLButtonElement} button */
async function settle(button) {
  const { settle: box, id, retry } = button.dataset;
  await order(button.parentElement ?? button, { do: 'settle-message', box, id: Number(id), retry: retry === 'yes' });
}

/**
 * Sends a command; its buttons come back once the page shows what became of it.
 * @param {HTMLElement} place
 * @param {object} command
 * @param {() => void} [onDone] before the page is read again
 */
async function order(place, command, onDone) {
  const buttons = place.querySelectorAll('button');
  for (const one of buttons) one.setAttribute('disabled', '');
  const answered = nextAnswer(PATIENCE_MS);
  const problem = await postCommand({ command });
  if (problem !== null) showNote(problem, true);
  else await checkAnswers();
  const done = problem === null ? await answered : null;
  if (done?.done) onDone?.();
  if (done !== null) await refreshed();
  for (const one of buttons) one.removeAttribute('disabled');
}
