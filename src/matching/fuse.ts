/** Word score and vector score of the same records, brought to one scale. */

/** `order` ranks; `shown` says how good a match is, 0…1, and never rises down the ranking. */
export interface Fused {
  readonly order: Float64Array;
  readonly shown: Float64Array;
}

/** Standard scores; values that are not there (NaN) take the mean, so that they neither help nor harm. */
export function standardised(scores: Float64Array): Float64Array {
  const known = scores.filter((score) => !Number.isNaN(score));
  const mean = known.reduce((sum, score) => sum + score, 0) / (known.length || 1);
  const variance = known.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (known.length || 1);
  const deviation = Math.sqrt(variance) || 1;
  return scores.map((score) => (Number.isNaN(score) ? 0 : (score - mean) / deviation));
}

/** Log odds of fit for a cosine as high as the highest of as many strangers would be, and how fast they rise above that, per standard deviation. */
const AS_THE_BEST_STRANGER = -1.5;
const PER_DEVIATION = 0.75;

/**
 * Probability that what a vector says is true, of cosines brought to standard scores: by how much each stands above the
 * highest that as many unrelated texts would reach (√(2 ln n) deviations), whatever cosines a model gives to strangers.
 */
function likelihood(deviations: number, count: number): number {
  const above = deviations - Math.sqrt(2 * Math.log(Math.max(2, count)));
  return 1 / (1 + Math.exp(-(AS_THE_BEST_STRANGER + PER_DEVIATION * above)));
}

/**
 * Sum of standard scores, the vector's taken `weight` times. `scores` are the words' as they come: their distances tell
 * more than those of the probabilities `words`, 0…1, which are what is shown, as the mean with what
 * the vectors make likely. `vectors` are cosines, NaN where none is.
 */
export function fuse(scores: Float64Array, vectors: Float64Array, weight: number, words: Float64Array = scores): Fused {
  const byWords = standardised(scores);
  const byVectors = standardised(vectors);
  const order = byWords.map((score, i) => score + weight * (byVectors[i] ?? 0));
  const known = vectors.filter((cosine) => !Number.isNaN(cosine)).length;
  const shown = words.map((score, i) => {
    if (Number.isNaN(vectors[i] ?? Number.NaN)) return score;
    return (score + weight * likelihood(byVectors[i] ?? 0, known)) / (1 + weight);
  });
  return { order, shown };
}
