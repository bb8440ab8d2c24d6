/** Choosing the best few of many without sorting all. */

/** Positions of the `limit` highest scores above `floor` that `accept` takes, best first, equal ones in order of position. */
export function bestOf(
  scores: Float64Array,
  limit: number,
  floor: number,
  accept: (position: number) => boolean,
): readonly number[] {
  const best: number[] = [];
  const scoreAt = (rank: number): number => scores[best[rank] ?? -1] ?? Number.NEGATIVE_INFINITY;
  for (let position = 0; position < scores.length; position += 1) {
    const score = scores[position] ?? Number.NEGATIVE_INFINITY;
    if (!(score > floor) || (best.length >= limit && score <= scoreAt(limit - 1)) || !accept(position)) continue;
    let rank = best.length;
    while (rank > 0 && score > scoreAt(rank - 1)) rank -= 1;
    best.splice(rank, 0, position);
    if (best.length > limit) best.pop();
  }
  return best;
}

/** The highest of some scores, at least 0. */
export function highest(scores: Float64Array): number {
  return scores.reduce((most, score) => Math.max(most, score), 0);
}
