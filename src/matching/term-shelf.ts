/** One side of the lexical index (lists, or people): items go in and out one by one, every item is scored at once. */
import type { Bag } from './bag.ts';
import { type Dictionary, lengthOf } from './dictionary.ts';
import { MOST_OCCURRENCES, makePostings, type Postings } from './postings.ts';

/** BM25's usual saturation and length normalisation. */
const K1 = 1.2;
const B = 0.75;
/** Weight of BM25 beside the cosine, and with it the highest possible score. */
const BM25_SHARE = 0.5;
/** Norms are made anew when more than this share of all items has changed since. */
const STALE_SHARE = 0.01;

const DAMPENED = Float64Array.from({ length: MOST_OCCURRENCES + 1 }, (_, n) => (n === 0 ? 0 : 1 + Math.log(n)));

/** Items by slot; slots of removed items are given again. */
export interface TermShelf {
  put(bag: Bag): number;
  remove(slot: number): void;
  /** By slot: cosine of tf-idf plus half of BM25 as a share of its maximum, 0…1.5, comparable between queries; valid until the next call. */
  score(query: Bag): Float64Array;
}

interface Item {
  readonly terms: Int32Array;
  readonly occurrences: Uint8Array;
  readonly length: number;
}

/** Figures by slot. */
interface Columns {
  /** One divided by the length of the item's vector. */
  readonly norm: Float64Array;
  readonly length: Float64Array;
  /** BM25's saturation by length; made anew with the norms. */
  readonly saturation: Float64Array;
  readonly score: Float64Array;
}

interface ShelfState {
  readonly dictionary: Dictionary;
  readonly postings: Postings;
  readonly items: (Item | undefined)[];
  readonly free: number[];
  columns: Columns;
  changes: number;
}

function makeColumns(capacity: number): Columns {
  const make = (): Float64Array => new Float64Array(capacity);
  return { norm: make(), length: make(), saturation: make(), score: make() };
}

function normOf(item: Item, dictionary: Dictionary): number {
  let sum = 0;
  item.terms.forEach((term, i) => {
    sum += ((DAMPENED[item.occurrences[i] ?? 0] ?? 0) * dictionary.idf(term)) ** 2;
  });
  return Math.sqrt(sum);
}

/** An item's figures, as all items together have them now. */
function weigh({ columns, dictionary }: ShelfState, item: Item, slot: number): void {
  columns.norm[slot] = 1 / (normOf(item, dictionary) || 1);
  columns.saturation[slot] = K1 * (1 - B + (B * item.length) / dictionary.averageLength());
}

/** Norms drift as words become rarer or more common; a small drift is let be. */
function refreshNorms(state: ShelfState): void {
  if (state.changes <= state.dictionary.size() * STALE_SHARE) return;
  state.items.forEach((item, slot) => {
    if (item) weigh(state, item, slot);
  });
  state.changes = 0;
}

function takeSlot(state: ShelfState): number {
  const slot = state.free.pop() ?? state.items.length;
  if (slot >= state.columns.norm.length) {
    const larger = makeColumns(state.columns.norm.length * 2);
    larger.norm.set(state.columns.norm);
    larger.length.set(state.columns.length);
    larger.saturation.set(state.columns.saturation);
    state.columns = larger;
  }
  return slot;
}

function put(state: ShelfState, bag: Bag): number {
  const slot = takeSlot(state);
  const occurrences = Uint8Array.from(bag.values(), (count) => Math.min(count, MOST_OCCURRENCES));
  const item: Item = { terms: state.dictionary.enter(bag), occurrences, length: lengthOf(bag) };
  item.terms.forEach((term, i) => {
    state.postings.add(term, slot, occurrences[i] ?? 0);
  });
  state.items[slot] = item;
  state.columns.length[slot] = item.length;
  weigh(state, item, slot);
  state.changes += 1;
  return slot;
}

function remove(state: ShelfState, slot: number): void {
  const item = state.items[slot];
  if (!item) return;
  for (const term of item.terms) state.postings.remove(term, slot);
  state.dictionary.leave(item.terms, item.length);
  state.items[slot] = undefined;
  state.free.push(slot);
  state.changes += 1;
}

/** A term of a query, its weight in the cosine and its share of the highest BM25. */
interface Asked {
  readonly term: number;
  readonly cosine: number;
  readonly bm25: number;
}

/** Adds the shares of one query term to every item that holds it. */
function accumulate(state: ShelfState, { term, cosine, bm25 }: Asked): void {
  const { postings } = state;
  const { norm, saturation, score } = state.columns;
  const data = postings.data();
  const start = postings.start(term);
  const end = start + postings.count(term);
  for (let at = start; at < end; at += 1) {
    const posting = data[at] ?? 0;
    const slot = posting >>> 8;
    const count = posting & MOST_OCCURRENCES;
    score[slot] =
      (score[slot] ?? 0) +
      cosine * (DAMPENED[count] ?? 0) * (norm[slot] ?? 0) +
      (bm25 * count) / (count + (saturation[slot] ?? 0));
  }
}

/** Terms of a long query that are compared: the telling ones. All of them count in its length. */
const MOST_TERMS = 160;

function score(state: ShelfState, query: Bag): Float64Array {
  const { dictionary } = state;
  refreshNorms(state);
  state.columns.score.fill(0);
  let norm = 0;
  let highest = 0;
  const asked: Asked[] = [];
  for (const [text, count] of query) {
    const term = dictionary.find(text);
    const idf = dictionary.idf(term);
    const weight = (1 + Math.log(count)) * idf;
    norm += weight * weight;
    highest += dictionary.bm25Idf(term);
    if (term >= 0) asked.push({ term, cosine: weight * idf, bm25: dictionary.bm25Idf(term) });
  }
  const telling =
    asked.length > MOST_TERMS ? asked.toSorted((a, b) => b.cosine - a.cosine).slice(0, MOST_TERMS) : asked;
  const length = Math.sqrt(norm);
  for (const { term, cosine, bm25 } of telling)
    accumulate(state, { term, cosine: cosine / length, bm25: (BM25_SHARE * bm25) / highest });
  return state.columns.score;
}

/** An empty shelf that counts its items in the given dictionary. */
export function makeTermShelf(dictionary: Dictionary): TermShelf {
  const state: ShelfState = {
    dictionary,
    postings: makePostings(),
    items: [],
    free: [],
    columns: makeColumns(64),
    changes: 0,
  };
  return {
    put: (bag) => put(state, bag),
    remove: (slot) => remove(state, slot),
    score: (query) => score(state, query),
  };
}
