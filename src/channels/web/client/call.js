/** Calls to the server that never throw: an unreachable server is status 0. */

/**
 * @typedef {{ok: boolean, status: number, data: any, retryAfter: number}} Answer
 * `retryAfter` is in seconds, 0 when the server said nothing.
 */

/** A call that takes longer than this is given up and made again. */
const PATIENCE_MS = 25_000;

/**
 * Fetches JSON.
 * @param {string} path
 * @returns {Promise<Answer>}
 */
export function get(path) {
  return call(path, {}, PATIENCE_MS);
}

/**
 * Posts a JSON body.
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<Answer>}
 */
export function post(path, body) {
  const headers = { 'content-type': 'application/json' };
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) }, PATIENCE_MS);
}

/**
 * Uploads the files of one message; slow lines get their time.
 * @param {readonly File[]} files
 * @returns {Promise<Answer>}
 */
export function upload(files) {
  const body = new FormData();
  for (const file of files) body.append('file', file, file.name);
  return call('/api/files', { method: 'POST', body }, 600_000);
}

/**
 * @param {string} path
 * @param {RequestInit} init
 * @param {number} patience
 * @returns {Promise<Answer>}
 */
async function call(path, init, patience) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(path, { ...init, credentials: 'same-origin', signal: stop.signal });
    const data = await answer.json().catch(() => ({}));
    return { ok: answer.ok, status: answer.status, data, retryAfter: Number(answer.headers.get('retry-after')) || 0 };
  } catch {
    return { ok: false, status: 0, data: {}, retryAfter: 0 };
  } finally {
    clearTimeout(timer);
  }
}
