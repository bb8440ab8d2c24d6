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
}

/** The slots that hold a concept, and how strongly. */
interface Holders {
  readonly slots: number[];
  readonly weights: number[];
}

/** Concepts of a wish that are compared: the telling ones. */
const MOST_CONCEPTS = 48;

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
  const postings = new Map<number, Holders>();
  let factors = new Float64Array(64);
  let seen = -1;
  const idf = (concept: number): number => Math.log((1 + counts.items) / (1 + (counts.of.get(concept) ?? 0))) + 1;
  const squaredNorm = (vector: ConceptVector): number => {
    let sum = 0;
    for (const [concept, weight] of vector) sum += (weight * idf(concept)) ** 2;
    return sum;
  };
  const refresh = (): void => {
    if (seen >= 0 && counts.changes - seen <= counts.items * STALE_SHARE) return;
    items.forEach((item, slot) => {
      if (item) factors[slot] = factorOf(squaredNorm(item.vector), item.length);
    });
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
      items[slot] = { vector, length };
      if (slot >= factors.length) factors = enlarged(factors, slot * 2);
      factors[slot] = factorOf(squaredNorm(vector), length);
      for (const [concept, weight] of vector) {
        const holders = postings.get(concept) ?? { slots: [], weights: [] };
        holders.slots.push(slot);
        holders.weights.push(weight);
        postings.set(concept, holders);
      }
    },
    remove(slot) {
      const item = items[slot];
      if (!item) return;
      count(item.vector, -1);
      for (const concept of item.vector.keys()) leave(postings.get(concept), slot);
      items[slot] = undefined;
    },
    score(query, length, share, into) {
      refresh();
      const factor = factorOf(squaredNorm(query), length) * share;
      const telling = [...query]
        .map(([concept, weight]) => ({ concept, value: weight * idf(concept) ** 2 }))
        .toSorted((a, b) => b.value - a.value)
        .slice(0, MOST_CONCEPTS);
      for (const { concept, value } of telling) {
        const { slots = [], weights = [] } = postings.get(concept) ?? {};
        for (let at = 0; at < slots.length; at += 1) {
          const slot = slots[at] ?? 0;
          into[slot] = (into[slot] ?? 0) + value * factor * (weights[at] ?? 0) * (factors[slot] ?? 0);
        }
      }
    },
  };
}

function enlarged(values: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(length);
  larger.set(values);
  return larger;
}

/** Takes a slot out of a concept's holders; the last one moves into its place. */
function leave(holders: Holders | undefined, slot: number): void {
  const at = holders?.slots.indexOf(slot) ?? -1;
  if (!holders || at < 0) return;
  const lastSlot = holders.slots.pop() ?? 0;
  const lastWeight = holders.weights.pop() ?? 0;
  if (at === holders.slots.length) return;
  holders.slots[at] = lastSlot;
  holders.weights[at] = lastWeight;
}
