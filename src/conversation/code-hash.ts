/** What is kept of a code that people pass on. */
import { createHash } from 'node:crypto';

/** SHA-256, hex; spaces, hyphens and case do not matter. What is a hash already stays one. */
export function codeHash(code: string): string {
  if (/^[0-9a-f]{64}$/.test(code)) return code;
  return createHash('sha256')
    .update(`code:${code.replace(/[\s-]/g, '').toUpperCase()}`)
    .digest('hex');
}
