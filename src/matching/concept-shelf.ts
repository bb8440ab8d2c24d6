/** Concept vectors of one side's items, each compared with a wish's at once. */
import type { ConceptVector } from './concept-lexicon.ts';
import { makeWeightedPostings } from './weighted-postings.ts';

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
const STALE_SHARE = 0.05;
/** Concepts of a wish that are compared: the telling ones. */
const MOST_CONCEPTS = 48;

/** An item's concepts and their weights, in the same order. */
interface Item {
  readonly concepts: Uint32Array;
  readonly weights: Float32Array;
  readonly length: number;
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
  const postings = makeWeightedPostings();
  let factors = new Float64Array(64);
  let seen = 0;
  const idf = (concept: number): number => Math.log((1 + counts.items) / (1 + (counts.of.get(concept) ?? 0))) + 1;
  const factorFor = ({ concepts, weights, length }: Item): number => {
    let sum = 0;
    for (let i = 0; i < concepts.length; i += 1) sum += ((weights[i] ?? 0) * idf(concepts[i] ?? 0)) ** 2;
    return factorOf(sum, length);
  };
  const refresh = (): void => {
    if (counts.changes - seen <= counts.items * STALE_SHARE) return;
    items.forEach((item, slot) => {
      if (item) factors[slot] = factorFor(item);
    });
    seen = counts.changes;
  };
  const count = (concepts: Uint32Array, step: 1 | -1): void => {
    for (const concept of concepts) counts.of.set(concept, (counts.of.get(concept) ?? 0) + step);
    counts.items += step;
    counts.changes += 1;
  };
  return {
    put(slot, vector, length) {
      const item = itemOf(vector, length);
      count(item.concepts, 1);
      items[slot] = item;
      if (slot >= factors.length) factors = enlarged(factors, slot * 2);
      factors[slot] = factorFor(item);
      for (const [concept, weight] of vector) postings.add(concept, slot, weight);
    },
    remove(slot) {
      const item = items[slot];
      if (!item) return;
      count(item.concepts, -1);
      for (const concept of item.concepts) postings.remove(concept, slot);
      items[slot] = undefined;
    },
    score(query, length, share, into) {
      refresh();
      const factor = factorFor(itemOf(query, length)) * share;
      const telling = [...query]
        .map(([concept, weight]) => ({ concept, value: weight * idf(concept) ** 2 }))
        .toSorted((a, b) => b.value - a.value)
        .slice(0, MOST_CONCEPTS);
      for (const { concept, value } of telling) postings.scatter(concept, value * factor, into, factors);
    },
  };
}

function itemOf(vector: ConceptVector, length: number): Item {
  return { concepts: Uint32Array.from(vector.keys()), weights: Float32Array.from(vector.values()), length };
}

function enlarged(values: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(length);
  larger.set(values);
  return larger;
}
