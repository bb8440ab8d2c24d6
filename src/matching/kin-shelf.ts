/** Items by the entries of the lexicon they are worded like, each compared with a wish's at once. */
import type { Kin } from './kin-reader.ts';
import { makeWeightedPostings } from './weighted-postings.ts';

/** Items by the slot they have elsewhere. */
export interface KinShelf {
  put(slot: number, kin: Kin): void;
  remove(slot: number): void;
  /** Adds `share` × the cosine to each item's score. */
  score(kin: Kin, share: number, into: Float64Array): void;
}

/** An empty shelf. */
export function makeKinShelf(): KinShelf {
  const held = new Map<number, Uint32Array>();
  const postings = makeWeightedPostings();
  return {
    put(slot, { entries, weights }) {
      held.set(slot, entries);
      for (let i = 0; i < entries.length; i += 1) postings.add(entries[i] ?? 0, slot, weights[i] ?? 0);
    },
    remove(slot) {
      for (const entry of held.get(slot) ?? []) postings.remove(entry, slot);
      held.delete(slot);
    },
    score({ entries, weights }, share, into) {
      for (let i = 0; i < entries.length; i += 1) postings.scatter(entries[i] ?? 0, share * (weights[i] ?? 0), into);
    },
  };
}
