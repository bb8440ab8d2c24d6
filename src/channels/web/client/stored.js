/** The browser's own memory; private windows may have none, then everything lasts until the page is closed. */

/** @type {Map<string, string>} */
const memory = new Map();

/**
 * What is kept under `key`, or `otherwise`.
 * @template T
 * @param {string} key
 * @param {T} otherwise
 * @returns {T}
 */
export function recall(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`jiebang.${key}`) ?? memory.get(key) ?? 'null') ?? otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * Keeps a JSON value under `key`; null forgets it.
 * @param {string} key
 * @param {unknown} value
 */
export function keep(key, value) {
  const json = JSON.stringify(value);
  memory.set(key, json);
  try {
    if (value === null) localStorage.removeItem(`jiebang.${key}`);
    else localStorage.setItem(`jiebang.${key}`, json);
  } catch {
    // Full or forbidden: `memory` has it.
  }
}

/**
 * Everything kept under keys that begin with `prefix`, in no order.
 * @param {string} prefix
 * @returns {any[]}
 */
export function recallAll(prefix) {
  const full = `jiebang.${prefix}`;
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(full));
    return keys.map((key) => recall(key.slice('jiebang.'.length), null)).filter(Boolean);
  } catch {
    return [];
  }
}

/** A random UUID; `crypto.randomUUID` is missing without https. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64;
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
