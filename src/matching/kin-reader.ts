/** Which entries of the lexicon a text is worded like, whether or not it names one: the text seen through all of them. */
import type { Bag } from './bag.ts';
import type { Steps } from './steps.ts';

/** A text's nearest entries by number, with weights; the weights' length is 1, or the lists are empty. */
export interface Kin {
  readonly entries: Uint32Array;
  readonly weights: Float32Array;
}

/** Reads texts. */
export interface KinReader {
  /** About `most` nearest entries. */
  kinOf(bag: Bag, most: number): Kin;
}

/** What an entry's own words count against those of entries it is related to. */
const SPREAD = 0.4;
/** How far a long entry's length counts against it; 1 would be the cosine. */
const LENGTH = 0.8;
/** Entries between two pauses while reading. */
const PACE = 40;
const LEVELS = 512;
const NO_KIN: Kin = { entries: new Uint32Array(0), weights: new Float32Array(0) };

/** Entry → related entry → how closely. */
export type Related = (entry: number) => ReadonlyMap<number, number>;

interface Table {
  readonly terms: ReadonlyMap<string, number>;
  readonly idf: Float64Array;
  /** Entries of a term: `starts[term]` … `starts[term + 1]`. */
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
  readonly weights: Float32Array;
}

interface Weighted {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

function* weighted(
  bags: readonly Bag[],
): Steps<{ rows: readonly Weighted[]; table: Omit<Table, 'starts' | 'entries' | 'weights'> }> {
  const terms = new Map<string, number>();
  const holders: number[] = [];
  for (const [at, bag] of bags.entries()) {
    for (const term of bag.keys()) {
      const known = terms.get(term) ?? terms.size;
      terms.set(term, known);
      holders[known] = (holders[known] ?? 0) + 1;
    }
    if (at % PACE === 0) yield;
  }
  const idf = Float64Array.from(holders, (held) => Math.log((1 + bags.length) / (1 + held)) + 1);
  const rows: Weighted[] = [];
  for (const bag of bags) {
    const numbers = Uint32Array.from(bag.keys(), (term) => terms.get(term) ?? 0);
    const counts = [...bag.values()];
    const weights = Float32Array.from(numbers, (term, i) => (1 + Math.log(counts[i] ?? 1)) * (idf[term] ?? 0));
    const length = Math.hypot(...weights) ** LENGTH || 1;
    rows.push({ terms: numbers, weights: weights.map((weight) => weight / length) });
    if (rows.length % PACE === 0) yield;
  }
  return { rows, table: { terms, idf } };
}

function* inverted(rows: readonly Weighted[], size: number): Steps<Pick<Table, 'starts' | 'entries' | 'weights'>> {
  const starts = new Uint32Array(size + 1);
  for (const { terms } of rows) for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < size; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  yield;
  const total = starts[size] ?? 0;
  const entries = new Uint32Array(total);
  const weights = new Float32Array(total);
  const next = starts.slice();
  for (const [entry, row] of rows.entries()) {
    row.terms.forEach((term, i) => {
      const at = next[term] ?? 0;
      entries[at] = entry;
      weights[at] = row.weights[i] ?? 0;
      next[term] = at + 1;
    });
    if (entry % PACE === 0) yield;
  }
  return { starts, entries, weights };
}

/** The length of each entry's words together with its share of the words of related ones. */
function* norms(rows: readonly Weighted[], size: number, links: Links): Steps<Float64Array> {
  const lengths = new Float64Array(rows.length);
  const sums = new Float64Array(size);
  for (const [entry, row] of rows.entries()) {
    const touched: Weighted[] = [];
    const add = (other: Weighted | undefined, share: number): void => {
      if (!other) return;
      touched.push(other);
      for (let i = 0; i < other.terms.length; i += 1) {
        const term = other.terms[i] ?? 0;
        sums[term] = (sums[term] ?? 0) + share * (other.weights[i] ?? 0);
      }
    };
    add(row, 1);
    for (let at = links.starts[entry] ?? 0; at < (links.starts[entry + 1] ?? 0); at += 1)
      add(rows[links.to[at] ?? 0], links.shares[at] ?? 0);
    let squares = 0;
    for (const { terms } of touched)
      for (const term of terms) {
        squares += (sums[term] ?? 0) ** 2;
        sums[term] = 0;
      }
    lengths[entry] = Math.sqrt(squares) || 1;
    if (entry % PACE === 0) yield;
  }
  return lengths;
}

/** Related entries of an entry: `starts[entry]` … `starts[entry + 1]`. */
interface Links {
  readonly starts: Uint32Array;
  readonly to: Uint32Array;
  readonly shares: Float32Array;
}

function linksOf(count: number, related: Related): Links {
  const ends = Array.from({ length: count }, (_, entry) => [...related(entry)].filter(([other]) => other < count));
  const starts = new Uint32Array(count + 1);
  ends.forEach((each, entry) => {
    starts[entry + 1] = (starts[entry] ?? 0) + each.length;
  });
  const all = ends.flat();
  return {
    starts,
    to: Uint32Array.from(all, ([other]) => other),
    shares: Float32Array.from(all, ([, share]) => SPREAD * share),
  };
}

/** The value from which about `most` are left. */
function thresholdOf(values: Float64Array, highest: number, most: number, levels: Uint32Array): number {
  levels.fill(0);
  const scale = LEVELS / highest;
  for (let i = 0; i < values.length; i += 1) {
    const level = ((values[i] ?? 0) * scale) | 0;
    levels[level] = (levels[level] ?? 0) + 1;
  }
  let lowest = LEVELS;
  let kept = levels[lowest] ?? 0;
  while (lowest > 1 && kept + (levels[lowest - 1] ?? 0) <= most) {
    lowest -= 1;
    kept += levels[lowest] ?? 0;
  }
  return lowest / scale;
}

/** Keeps about `most` of the highest values; their squares, brought to length 1. */
function strongest(values: Float64Array, most: number, levels: Uint32Array): Kin {
  let highest = 0;
  for (let i = 0; i < values.length; i += 1) highest = Math.max(highest, values[i] ?? 0);
  if (highest === 0) return NO_KIN;
  const lowest = thresholdOf(values, highest, most, levels);
  const entries: number[] = [];
  let squares = 0;
  for (let entry = 0; entry < values.length; entry += 1) {
    const value = values[entry] ?? 0;
    if (value < lowest) continue;
    entries.push(entry);
    squares += (value / highest) ** 4;
  }
  const length = Math.sqrt(squares);
  const weights = Float32Array.from(entries, (entry) => ((values[entry] ?? 0) / highest) ** 2 / length);
  return { entries: Uint32Array.from(entries), weights };
}

/** How much of a bag each entry's own words hold. */
function scoreOwnWords(bag: Bag, { terms, idf, starts, entries, weights }: Table, own: Float64Array): void {
  own.fill(0);
  for (const [word, count] of bag) {
    const term = terms.get(word);
    if (term === undefined) continue;
    const value = (1 + Math.log(count)) * (idf[term] ?? 0);
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at += 1) {
      const entry = entries[at] ?? 0;
      own[entry] = (own[entry] ?? 0) + value * (weights[at] ?? 0);
    }
  }
}

/** Makes a reader for entries given as bags of their names' and relations' words. */
export function* kinReaderSteps(bags: readonly Bag[], related: Related): Steps<KinReader> {
  const { rows, table } = yield* weighted(bags);
  const whole: Table = { ...table, ...(yield* inverted(rows, table.terms.size)) };
  const links = linksOf(rows.length, related);
  const lengths = yield* norms(rows, table.terms.size, links);
  const own = new Float64Array(rows.length);
  const all = new Float64Array(rows.length);
  const levels = new Uint32Array(LEVELS + 1);
  return {
    kinOf(bag, most) {
      scoreOwnWords(bag, whole, own);
      for (let entry = 0; entry < own.length; entry += 1) {
        let sum = own[entry] ?? 0;
        const end = links.starts[entry + 1] ?? 0;
        for (let at = links.starts[entry] ?? 0; at < end; at += 1)
          sum += (links.shares[at] ?? 0) * (own[links.to[at] ?? 0] ?? 0);
        all[entry] = sum / (lengths[entry] ?? 1);
      }
      return strongest(all, most, levels);
    },
  };
}
