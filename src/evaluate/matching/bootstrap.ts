/** How far a mean may be off: percentile bootstrap over queries, repeatable. */

const ROUNDS = 1_000;
const SEED = 7;

/** A mean with its 95% interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** A repeatable sequence of numbers in 0…1 (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean and 95% interval of values drawn again with replacement; for two systems give their differences, query by query. */
export function bootstrap(values: readonly number[]): Interval {
  const draw = sequence(SEED);
  const means = Array.from({ length: ROUNDS }, () =>
    mean(values.map(() => values[Math.floor(draw() * values.length)] ?? 0)),
  ).toSorted((a, b) => a - b);
  const at = (share: number): number => means[Math.round(share * (ROUNDS - 1))] ?? 0;
  return { mean: mean(values), low: at(0.025), high: at(0.975) };
}
