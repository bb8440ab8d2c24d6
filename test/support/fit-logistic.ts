/** Logistic regression for a handful of features, by Newton's method with a little ridge. */

/** One example: its features without the constant, and whether it is one. */
export interface Example {
  readonly features: readonly number[];
  readonly is: boolean;
}

const ROUNDS = 40;
const RIDGE = 0.3;

/** The constant goes free. */
const ridgeAt = (i: number, j: number): number => (i !== j ? 0 : i === 0 ? 1e-9 : RIDGE);

/** Probability of `features` under the weights, the first of which is the constant's. */
export function chance(weights: readonly number[], features: readonly number[]): number {
  const sum = [1, ...features].reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The weights that make the examples likeliest, the constant's first. */
export function fitLogistic(examples: readonly Example[]): readonly number[] {
  const size = 1 + (examples[0]?.features.length ?? 0);
  let weights: readonly number[] = Array.from({ length: size }, () => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : -RIDGE * weight));
    const curve: number[][] = weights.map((_, i) => weights.map((__, j) => ridgeAt(i, j)));
    for (const { features, is } of examples) {
      const row = [1, ...features];
      const p = chance(weights, features);
      for (const [i, value] of row.entries()) {
        slope[i] = (slope[i] ?? 0) + value * ((is ? 1 : 0) - p);
        const line = curve[i] ?? [];
        for (const [j, other] of row.entries()) line[j] = (line[j] ?? 0) + p * (1 - p) * value * other;
      }
    }
    const step = solve(curve, slope);
    weights = weights.map((weight, i) => weight + (step[i] ?? 0));
  }
  return weights;
}

/** Gauss's elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (let at = 0; at < rows.length; at += 1) {
    const pivot = rows.slice(at).reduce((best, row) => (Math.abs(row[at] ?? 0) > Math.abs(best[at] ?? 0) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(at, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let i = at; i < row.length; i += 1) row[i] = (row[i] ?? 0) - factor * (pivot[i] ?? 0);
    }
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1));
}
