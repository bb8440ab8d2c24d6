/** Papers made from records. */
import { botError } from '../errors.ts';
import type { Documents } from '../ports.ts';
export function makeDocuments(_parts: unknown): Documents {
  return { make: async () => { throw botError('data', 'later'); }, queue: async () => { throw botError('data', 'later'); } };
}
