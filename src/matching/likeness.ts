/** From the word score to the 0…1 people see. */
import { HIGHEST_SCORE } from './term-shelf.ts';

/** The word score of a pair that may well fit: shown as about a half. */
const MIDDLE = 0.22;

/** The word score (0…1.5) bent so that the small scores of long texts can be told apart: 0.03 → 0.1, 0.22 → 0.6, 1.5 → 1. */
export function likeness(score: number): number {
  const bent = score / (score + MIDDLE);
  return Math.min(1, (bent * (HIGHEST_SCORE + MIDDLE)) / HIGHEST_SCORE);
}
