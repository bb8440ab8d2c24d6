/** The terms of all items together, and how rare each is: one dictionary for lists, needs and people. */
import type { Bag } from './bag.ts';

/** Terms by number, with document frequencies; numbers of forgotten terms are given again. */
export interface Dictionary {
  /** Number of a term, or -1. */
  find(term: string): number;
  /** Counts one more item in and returns its term numbers, in the bag's order. */
  enter(bag: Bag): Int32Array;
  /** Counts an item out; a term no item holds any more is forgotten. */
  leave(terms: Int32Array, length: number): void;
  /** Smoothed inverse document frequency for the cosine; a term never seen has number -1. */
  idf(term: number): number;
  /** Inverse document frequency as BM25 takes it, never negative. */
  bm25Idf(term: number): number;
  /** Items counted in. */
  size(): number;
  averageLength(): number;
}

/** The number of term occurrences in a bag. */
export function lengthOf(bag: Bag): number {
  let length = 0;
  for (const count of bag.values()) length += count;
  return length;
}

/** An empty dictionary. */
export function makeDictionary(): Dictionary {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const frequency: number[] = [];
  const free: number[] = [];
  let items = 0;
  let total = 0;
  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const fresh = free.pop() ?? names.length;
    names[fresh] = term;
    frequency[fresh] = 0;
    numbers.set(term, fresh);
    return fresh;
  };
  const forget = (term: number): void => {
    numbers.delete(names[term] ?? '');
    names[term] = '';
    free.push(term);
  };
  const df = (term: number): number => frequency[term] ?? 0;
  return {
    find: (term) => numbers.get(term) ?? -1,
    enter(bag) {
      const terms = Int32Array.from(bag.keys(), numberOf);
      for (const term of terms) frequency[term] = df(term) + 1;
      items += 1;
      total += lengthOf(bag);
      return terms;
    },
    leave(terms, length) {
      for (const term of terms) {
        frequency[term] = df(term) - 1;
        if (df(term) === 0) forget(term);
      }
      items -= 1;
      total -= length;
    },
    idf: (term) => Math.log((1 + items) / (1 + df(term))) + 1,
    bm25Idf: (term) => Math.log(1 + (items - df(term) + 0.5) / (df(term) + 0.5)),
    size: () => items,
    averageLength: () => (items === 0 ? 1 : total / items),
  };
}
