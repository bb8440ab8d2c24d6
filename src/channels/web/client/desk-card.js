/** The form of a concept card: saved like every act of the desk, what was typed stays until it is. */
import { checkAnswers, nextAnswer, showNote } from './desk-answers.js';
import { postCommand } from './desk-post.js';
import { t } from './texts.js';

const PATIENCE_MS = 8000;

/** Takes charge of the card form when the page has one. */
export function startCardForm() {
  const form = document.getElementById('card-form');
  if (!(form instanceof HTMLFormElement)) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save(form);
  });
}

/** @param {HTMLFormElement} form */
async function save(form) {
  const button = form.querySelector('button[type=submit]');
  if (button?.getAttribute('aria-busy')) return;
  button?.setAttribute('aria-busy', 'true');
  const lines = Object.fromEntries([...form.querySelectorAll('textarea')].map((box) => [box.name, box.value]));
  const { case: about = '', seen = '' } = form.dataset;
  const answered = nextAnswer(PATIENCE_MS, true);
  const failed = await postCommand({ command: { do: 'save-card', case: about, seen: seen || null, lines } });
  if (failed === null) await checkAnswers();
  const answer = failed === null ? await answered : null;
  button?.removeAttribute('aria-busy');
  if (answer?.done) location.assign(`/desk/case/${about}#card`);
  else showNote(failed ?? answer?.text ?? t('late'), true);
}
