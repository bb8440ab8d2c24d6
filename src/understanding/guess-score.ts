/** Scores a message by what was learnt. */
import type { GuessIntent, GuessIntents } from './guess.ts';
import { featuresOf } from './guess-features.ts';

/** Slots of features that were learnt, each with its row of weights. */
export type GuessRows = ReadonlyMap<number, number>;

/** What was learnt for idle, or for forms: `weights[row * intents.length + k]` times `scale`. */
export interface GuessWeights {
  readonly intents: readonly GuessIntent[];
  readonly rows: GuessRows;
  readonly weights: Float32Array | Int8Array;
  readonly scale: number;
  /** Makes the probabilities as sure as they are right. */
  readonly sharpness: number;
}

/** The rows of a message's features; features nobody learnt do not count. */
export function rowsOf(slots: Uint32Array, rows: GuessRows): Uint32Array {
  return Uint32Array.from([...slots].flatMap((slot) => rows.get(slot) ?? []));
}

/** Sums of a message's weights by intent, shared out over its features. */
export function scores(rows: Uint32Array, weights: Float32Array | Int8Array, intents: number): Float64Array {
  const sums = new Float64Array(intents);
  const share = 1 / Math.sqrt(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const base = (rows[i] ?? 0) * intents;
    for (let k = 0; k < intents; k++) sums[k] = (sums[k] ?? 0) + (weights[base + k] ?? 0) * share;
  }
  return sums;
}

/** Probabilities that add up to 1. */
export function softmax(values: Float64Array, sharpness: number): Float64Array {
  const top = Math.max(...values);
  const odds = values.map((value) => Math.exp((value - top) * sharpness));
  const sum = odds.reduce((total, each) => total + each, 0);
  return odds.map((each) => each / sum);
}

/** The second reader over what was learnt for idle and for forms. */
export function makeGuess(learnt: { readonly idle: GuessWeights; readonly form: GuessWeights }): GuessIntents {
  return (folded, place, ruled) => {
    const { intents, rows, weights, scale, sharpness } = place === 'idle' ? learnt.idle : learnt.form;
    const known = rowsOf(featuresOf(folded, place, ruled), rows);
    const p = softmax(scores(known, weights, intents.length), sharpness * scale);
    return intents.map((intent, k) => ({ intent, p: p[k] ?? 0 })).sort((a, b) => b.p - a.p);
  };
}
