import type { Address } from '../conversation/address.ts';
import type { DocumentRef } from '../conversation/say.ts';

/** A paper made for one reader, or null when they may not have it. */
export type DocumentFor = (
  ref: DocumentRef,
  reader: Address,
) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
