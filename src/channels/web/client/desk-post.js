/** Sends one command of the desk; a bad line is tried again under the same id, so that it counts once. */
import { post } from './call.js';
import { uuid } from './stored.js';
import { t } from './texts.js';

const TRIES = 3;
const PAUSE_MS = 1200;

/**
 * Posts a command or a pressed button; null when it is safely on its way, else the sentence to show.
 * @param {{command?: object, button?: string}} what
 * @returns {Promise<string | null>}
 */
export async function postCommand(what) {
  const id = uuid();
  for (let n = 1; ; n += 1) {
    const answer = await post('/api/desk/commands', { id, ...what });
    if (answer.ok) return null;
    if (answer.status === 401) return t('signed-out');
    if (answer.status === 429) return t('slow-down');
    if (answer.status >= 400 && answer.status < 500) return t('bad');
    if (n >= TRIES) return t('failed');
    await new Promise((done) => setTimeout(done, PAUSE_MS * n));
  }
}
