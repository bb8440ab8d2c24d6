/** The buttons of a case: what an act needs is asked in one dialog, the answer comes as a card. */
import { checkAnswers, nextAnswer, showNote } from './desk-answers.js';
import { postCommand } from './desk-post.js';
import { refreshed } from './desk-refresh.js';
import { byId, element } from './element.js';
import { keep, recall } from './stored.js';
import { t } from './texts.js';

const PATIENCE_MS = 8000;

/** @type {HTMLElement | null} */
let opener = null;

/** Listens to the act buttons of the page, also to those that come with a refresh. */
export function startActs() {
  const dialog = document.getElementById('ask');
  if (!(dialog instanceof HTMLDialogElement)) return;
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[data-act]') : null;
    if (!(button instanceof HTMLButtonElement) || button.disabled) return;
    if (button.dataset.asks) ask(dialog, button);
    else void act(button, {});
  });
  byId('ask-cancel').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => document.getElementById(opener?.id ?? '')?.focus());
  byId('ask-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void goOn(dialog);
  });
  reasonBox().addEventListener('input', () => {
    keep(draftKey(), reasonBox().value || null);
    byId('ask-problem').hidden = true;
    mark(reasonBox(), false);
  });
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLButtonElement} button
 */
function ask(dialog, button) {
  opener = button;
  const { asks = '', act: action = '', date = '', earliest = '' } = button.dataset;
  byId('ask-title').textContent = button.textContent;
  byId('ask-go').textContent = button.textContent;
  byId('ask-reason').hidden = !asks.includes('reason');
  byId('ask-date').hidden = !asks.includes('date');
  byId('ask-confirm').hidden = !asks.includes('confirm');
  byId('ask-confirm').textContent = t('confirm-offline');
  showFacts(asks.includes('facts') ? (button.dataset.facts ?? '').split('\n') : []);
  byId('ask-problem').hidden = true;
  byId('date-label').textContent = t(action === 'extend' ? 'date-extend' : 'date-publish');
  dateBox().value = date;
  dateBox().min = earliest;
  reasonBox().value = recall(draftKey(), '');
  mark(reasonBox(), false);
  mark(dateBox(), false);
  dialog.showModal();
  if (asks.includes('reason')) reasonBox().focus();
  else if (asks.includes('date')) dateBox().focus();
}

/**
 * What is read once more before somebody presses.
 * @param {readonly string[]} facts
 */
function showFacts(facts) {
  const list = byId('ask-facts');
  list.hidden = facts.length === 0;
  list.replaceChildren(...facts.map((text) => element('li', { text })));
}

/** @param {HTMLDialogElement} dialog */
async function goOn(dialog) {
  const button = opener;
  if (!(button instanceof HTMLButtonElement)) return;
  const asks = button.dataset.asks ?? '';
  const reason = reasonBox().value.trim();
  const deadline = dateBox().value;
  if (asks.includes('reason') && !/[\p{L}\p{N}]/u.test(reason)) return refuse('need-reason', reasonBox());
  if (asks.includes('date') && (!deadline || !dateBox().validity.valid)) return refuse('need-date', dateBox());
  const go = byId('ask-go');
  go.setAttribute('aria-busy', 'true');
  const more = { ...(asks.includes('reason') ? { reason } : {}), ...(asks.includes('date') ? { deadline } : {}) };
  const key = draftKey();
  const answer = await act(button, more);
  go.removeAttribute('aria-busy');
  if (answer?.done) keep(key, null);
  if (answer !== undefined) dialog.close();
}

/**
 * Does the act; the answer, null when it is late, undefined when it could not be sent.
 * @param {HTMLButtonElement} button
 * @param {{reason?: string, deadline?: string}} more
 */
async function act(button, more) {
  const { act: action, case: reference, version } = button.dataset;
  const all = document.querySelectorAll('button[data-act]');
  for (const one of all) one.setAttribute('disabled', '');
  button.setAttribute('aria-busy', 'true');
  byId('announce').textContent = t('busy');
  const answered = nextAnswer(PATIENCE_MS);
  const failed = await postCommand({
    command: { do: 'act', case: reference, action, version: Number(version), ...more },
  });
  if (failed !== null) showNote(failed, true);
  const soon = failed === null ? await Promise.race([answered, later()]) : undefined;
  const answer = soon === null ? await lookAgain(answered) : soon;
  // The buttons that come back belong to the version now on the page.
  if (answer) await refreshed();
  for (const one of all) one.removeAttribute('disabled');
  button.removeAttribute('aria-busy');
  return answer;
}

/** Without a stream the answer is fetched. */
function later() {
  return new Promise((done) => setTimeout(() => done(null), 1500));
}

/** @param {Promise<any>} answered */
async function lookAgain(answered) {
  await checkAnswers();
  const answer = await answered;
  if (answer === null) {
    await checkAnswers();
    showNote(t('late'), false);
  }
  return answer;
}

/**
 * @param {string} key
 * @param {HTMLElement} box
 */
function refuse(key, box) {
  byId('ask-problem').textContent = t(key);
  byId('ask-problem').hidden = false;
  mark(box, true);
  box.focus();
}

/**
 * @param {HTMLElement} box
 * @param {boolean} wrong
 */
function mark(box, wrong) {
  if (wrong) box.setAttribute('aria-invalid', 'true');
  else box.removeAttribute('aria-invalid');
}

/** A reason that was typed and not sent is there again when the dialog is opened again. */
function draftKey() {
  return `desk.reason.${opener?.dataset.case}.${opener?.dataset.act}`;
}

/** @returns {HTMLTextAreaElement} */
function reasonBox() {
  return /** @type {HTMLTextAreaElement} */ (byId('reason'));
}

/** @returns {HTMLInputElement} */
function dateBox() {
  return /** @type {HTMLInputElement} */ (byId('date'));
}
