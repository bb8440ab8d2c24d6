/** The records of one side in the order they came, and their scores from those of their items. */
import type { MatchItem, Side } from './profile-text.ts';

/** A record's score is the mean over this many of its best items; an item that shares nothing counts as 0. */
export const BEST_ITEMS = 5;

/** A record as it stands in the index. */
export interface Entry {
  readonly id: string;
  readonly side: Side;
  readonly items: readonly MatchItem[];
  readonly slots: readonly number[];
  /** The items' texts as they are compared, without boilerplate. */
  readonly texts: readonly string[];
}

/** Records by id. */
export interface EntryShelf {
  put(entry: Entry): void;
  remove(id: string): void;
  get(id: string): Entry | undefined;
  /** All of them; the same array until one is put or removed. */
  all(): readonly Entry[];
  /** Each record's mean of its best items, in the order of `all`. */
  meansOfBest(scores: Float64Array): Float64Array;
}

/** The mean of the best {@link BEST_ITEMS} of a record's scores. */
export function meanOfBest(scores: readonly number[]): number {
  if (scores.length === 0) return 0;
  const best = scores.length > BEST_ITEMS ? scores.toSorted((a, b) => b - a).slice(0, BEST_ITEMS) : scores;
  return best.reduce((sum, score) => sum + score, 0) / best.length;
}

/** Slots of all records one after the other; those of a record end at its place in `ends`. */
interface Row {
  readonly entries: readonly Entry[];
  readonly slots: Uint32Array;
  readonly ends: Uint32Array;
}

function rowOf(entries: readonly Entry[]): Row {
  let end = 0;
  const ends = Uint32Array.from(entries, ({ slots }) => {
    end += slots.length;
    return end;
  });
  return { entries, slots: Uint32Array.from(entries.flatMap(({ slots }) => slots)), ends };
}

function means({ slots, ends }: Row, scores: Float64Array): Float64Array {
  const found = new Float64Array(ends.length);
  let from = 0;
  for (let at = 0; at < ends.length; at += 1) {
    const end = ends[at] ?? 0;
    if (end - from > BEST_ITEMS)
      found[at] = meanOfBest(Array.from(slots.subarray(from, end), (slot) => scores[slot] ?? 0));
    else {
      let sum = 0;
      for (let i = from; i < end; i += 1) sum += scores[slots[i] ?? 0] ?? 0;
      found[at] = end === from ? 0 : sum / (end - from);
    }
    from = end;
  }
  return found;
}

/** An empty shelf. */
export function makeEntryShelf(): EntryShelf {
  const entries = new Map<string, Entry>();
  let row: Row | null = null;
  const inRow = (): Row => {
    row ??= rowOf([...entries.values()]);
    return row;
  };
  return {
    put(entry) {
      entries.set(entry.id, entry);
      row = null;
    },
    remove(id) {
      if (entries.delete(id)) row = null;
    },
    get: (id) => entries.get(id),
    all: () => inRow().entries,
    meansOfBest: (scores) => means(inRow(), scores),
  };
}
