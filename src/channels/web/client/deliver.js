/** Brings one message to the server: its files first, then the message that names them. */
import { post, upload } from './call.js';

/** @typedef {import('./outbox.js').Entry} Entry */
/** @typedef {import('./outbox.js').OutboxEvents} OutboxEvents */
/** @typedef {{ok: boolean, again: boolean, seconds: number, status: number, why?: string, refused?: true}} Outcome `again` asks for another try after `seconds`; `refused` says that none can help. */

/**
 * Tries once; an ended session is opened anew first.
 * @param {Entry} entry
 * @param {OutboxEvents} events
 * @returns {Promise<Outcome>}
 */
export async function deliver(entry, events) {
  if (entry.files && !entry.tickets) {
    events.onState(entry.id, 'uploading');
    const answer = await twice(() => upload(entry.files ?? []), events);
    if (shouldWait(answer.status)) return outcome(answer, true);
    /** @type {{name: string, ticket?: string, refused?: string}[]} */
    const files = answer.data.files ?? [];
    for (const file of files) if (file.refused) events.onRefusedFile(entry.id, file.name, file.refused);
    const tickets = files.flatMap((file) => (file.ticket ? [file.ticket] : []));
    if (tickets.length === 0 && files.length === 0) return outcome(answer, false);
    if (tickets.length === 0 && entry.body.text === undefined)
      return { ok: false, again: false, seconds: 0, status: answer.status, refused: true };
    entry.tickets = tickets;
  }
  events.onState(entry.id, 'sending');
  const body = { id: entry.id, ...entry.body, ...(entry.tickets?.length ? { files: entry.tickets } : {}) };
  const answer = await twice(() => post('/api/messages', body), events);
  // The server was started anew in between: its tickets are, too.
  const stale = answer.status === 409 && entry.tickets !== undefined;
  if (stale) delete entry.tickets;
  return outcome(answer, stale || shouldWait(answer.status));
}

/**
 * @param {import('./call.js').Answer} answer
 * @param {boolean} again
 * @returns {Outcome}
 */
function outcome(answer, again) {
  return { ok: answer.ok && !again, again, seconds: answer.retryAfter, status: answer.status, why: answer.data.text };
}

/**
 * @param {() => Promise<import('./call.js').Answer>} ask
 * @param {OutboxEvents} events
 */
async function twice(ask, events) {
  const answer = await ask();
  if (answer.status !== 401) return answer;
  await events.reopen();
  return ask();
}

/** @param {number} status */
function shouldWait(status) {
  return status === 0 || status === 429 || status >= 500;
}
