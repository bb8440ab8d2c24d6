/** The form of a list: nothing typed is lost, problems stand above and beside their fields. */
import { checkAnswers, nextAnswer } from './desk-answers.js';
import { postCommand } from './desk-post.js';
import { byId, element } from './element.js';
import { keep, recall } from './stored.js';
import { t } from './texts.js';

const PATIENCE_MS = 8000;

/** Takes charge of the list form when the page has one. */
export function startListingForm() {
  const form = document.getElementById('listing-form');
  if (!(form instanceof HTMLFormElement)) return;
  const key = `desk.listing.${form.dataset.listing ?? form.dataset.track}.${form.dataset.version ?? 0}`;
  restore(form, recall(key, {}));
  form.addEventListener('input', () => {
    keep(key, fieldsOf(form));
    byId('kept').textContent = t('kept');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save(form, key);
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} key
 */
async function save(form, key) {
  const button = form.querySelector('button[type=submit]');
  if (button?.getAttribute('aria-busy')) return;
  button?.setAttribute('aria-busy', 'true');
  const { track, listing, version } = form.dataset;
  const target = listing ? { listing, version: Number(version) } : {};
  const answered = nextAnswer(PATIENCE_MS, true);
  const failed = await postCommand({ command: { do: 'save-listing', track, ...target, fields: fieldsOf(form) } });
  const answer = failed === null ? await waitFor(answered) : null;
  button?.removeAttribute('aria-busy');
  if (answer?.done) {
    keep(key, null);
    location.assign(answer.links[0]?.href ?? '/desk');
  } else showProblems(form, (answer?.text ?? failed ?? t('late')).split('\n'));
}

/** @param {Promise<any>} answered */
async function waitFor(answered) {
  const timer = setInterval(() => void checkAnswers(), 1500);
  const answer = await answered;
  clearInterval(timer);
  return answer;
}

/**
 * @param {HTMLFormElement} form
 * @param {string[]} lines
 */
function showProblems(form, lines) {
  const [head = '', ...rest] = lines;
  const box = byId('problems');
  box.replaceChildren(
    element('p', { text: head }),
    element('ul', {}, ...rest.map((line) => element('li', { text: line }))),
  );
  box.hidden = false;
  for (const field of form.querySelectorAll('.field')) {
    const label = field instanceof HTMLElement ? (field.dataset.label ?? '') : '';
    /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null} */
    const control = field.querySelector('input, textarea, select');
    const missing = control?.getAttribute('aria-required') === 'true' && control.value.trim() === '';
    const wrong = missing || rest.some((line) => label !== '' && line.includes(label));
    if (wrong) control?.setAttribute('aria-invalid', 'true');
    else control?.removeAttribute('aria-invalid');
  }
  box.focus();
  box.scrollIntoView({ block: 'center' });
}

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
function fieldsOf(form) {
  /** @type {Record<string, string>} */
  const fields = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields[name] = value;
  return fields;
}

/**
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} fields
 */
function restore(form, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const control = form.elements.namedItem(name);
    if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    )
      control.value = value;
  }
  if (Object.keys(fields).length > 0) byId('kept').textContent = t('kept');
}
