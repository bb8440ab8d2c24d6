/** Scores a message by what was learnt. */
import type { GuessIntent, GuessIntents } from './guess.ts';
import { featuresOf } from './guess-features.ts';

/** What was learnt for idle, or for forms: `weights[slot * intents.length + k]` times `scale`. */
export interface GuessWeights {
  readonly intents: readonly GuessIntent[];
  readonly weights: Float32Array | Int16Array;
  readonly scale: number;
  /** Makes the probabilities as sure as they are right. */
  readonly sharpness: number;
}

/** Sums of a message's weights by intent, shared out over its features. */
export function scores(slots: Uint32Array, weights: Float32Array | Int16Array, intents: number): Float64Array {
  const sums = new Float64Array(intents);
  const share = 1 / Math.sqrt(slots.length);
  for (let i = 0; i < slots.length; i++) {
    const base = (slots[i] ?? 0) * intents;
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
    const { intents, weights, scale, sharpness } = place === 'idle' ? learnt.idle : learnt.form;
    const p = softmax(scores(featuresOf(folded, place, ruled), weights, intents.length), sharpness * scale);
    return intents.map((intent, k) => ({ intent, p: p[k] ?? 0 })).sort((a, b) => b.p - a.p);
  };
}
