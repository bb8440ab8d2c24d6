/** Concept vectors of one side's items, each compared with a wish's at once. */
import type { ConceptVector } from './concept-lexicon.ts';

/** How many items hold a concept: one count for all sides. */
export interface ConceptCounts {
  readonly of: Map<number, number>;
  items: number;
  changes: number;
}

/** Items by the slot they have elsewhere. */
export interface ConceptShelf {
  put(slot: number, vector: ConceptVector, length: number): void;
  remove(slot: number): void;
  /** Adds `share` × the damped cosine to each item's score. */
  score(query: ConceptVector, length: number, share: number, into: Float64Array): void;
}

/** A text with few concepts for its length is about something else: how strongly its length counts against it. */
const DAMPING = 3;
/** Norms are made anew when more than this share of all items has changed since. */
const STALE_SHARE = 0.01;

interface Item {
  readonly vector: ConceptVector;
  readonly length: number;
  /** Damping over the norm. */
  factor: number;
}

/** No items counted yet. */
export function makeConceptCounts(): ConceptCounts {
  return { of: new Map(), items: 0, changes: 0 };
}

/** Damping divided by the norm: each side of the cosine counts n / (n + 3 · length), n being its squared norm. */
function factorOf(squaredNorm: number, length: number): number {
  if (squaredNorm === 0) return 0;
  return Math.sqrt(squaredNorm) / (squaredNorm + DAMPING * length);
}

/** An empty shelf that counts its items in `counts`. */
export function makeConceptShelf(counts: ConceptCounts): ConceptShelf {
  const items: (Item | undefined)[] = [];
  const postings = new Map<number, Map<number, number>>();
  let seen = -1;
  const idf = (concept: number): number => Math.log((1 + counts.items) / (1 + (counts.of.get(concept) ?? 0))) + 1;
  const squaredNorm = (vector: ConceptVector): number => {
    let sum = 0;
    for (const [concept, weight] of vector) sum += (weight * idf(concept)) ** 2;
    return sum;
  };
  const refresh = (): void => {
    if (seen >= 0 && counts.changes - seen <= counts.items * STALE_SHARE) return;
    for (const item of items) if (item) item.factor = factorOf(squaredNorm(item.vector), item.length);
    seen = counts.changes;
  };
  const count = (vector: ConceptVector, step: 1 | -1): void => {
    for (const concept of vector.keys()) counts.of.set(concept, (counts.of.get(concept) ?? 0) + step);
    counts.items += step;
    counts.changes += 1;
  };
  return {
    put(slot, vector, length) {
      count(vector, 1);
      items[slot] = { vector, length, factor: factorOf(squaredNorm(vector), length) };
      for (const [concept, weight] of vector) {
        const known = postings.get(concept);
        if (known) known.set(slot, weight);
        else postings.set(concept, new Map([[slot, weight]]));
      }
    },
    remove(slot) {
      const item = items[slot];
      if (!item) return;
      count(item.vector, -1);
      for (const concept of item.vector.keys()) postings.get(concept)?.delete(slot);
      items[slot] = undefined;
    },
    score(query, length, share, into) {
      refresh();
      const factor = factorOf(squaredNorm(query), length) * share;
      for (const [concept, weight] of query) {
        const mine = weight * idf(concept) ** 2 * factor;
        for (const [slot, theirs] of postings.get(concept) ?? [])
          into[slot] = (into[slot] ?? 0) + mine * theirs * (items[slot]?.factor ?? 0);
      }
    },
  };
}
