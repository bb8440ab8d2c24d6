import { randomBytes } from 'node:crypto';

/** 128 random bits, hex. */
export function randomId(): string {
  return randomBytes(16).toString('hex');
}
