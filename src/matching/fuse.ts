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

/**
 * Sum of standard scores, the vector's taken `weight` times. `scores` are the words' as they come: their distances tell
 * more than those of the probabilities `words`, 0…1, which are what is shown. `vectors` are cosines, NaN where none is.
 */
export function fuse(scores: Float64Array, vectors: Float64Array, weight: number, words: Float64Array = scores): Fused {
  const byWords = standardised(scores);
  const byVectors = standardised(vectors);
  const order = byWords.map((score, i) => score + weight * (byVectors[i] ?? 0));
  const shown = words.map((score, i) => {
    const cosine = vectors[i] ?? Number.NaN;
    return Number.isNaN(cosine) ? score : (score + weight * Math.max(0, Math.min(1, cosine))) / (1 + weight);
  });
  return { order, shown };
}
