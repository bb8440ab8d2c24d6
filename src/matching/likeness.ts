/** From the matcher's score to the probability that a list fits, as people and the chat read it. */

/** A hit of at least this score may be offered as fitting; when the best is below it, nothing fits yet. */
export const FITS = 0.5;

/** Score with even odds, and how steeply the odds rise with it: fitted on test/matching/judged-wishes.jsonl against the archive's lists. */
const EVEN = 0.238;
const STEEPNESS = 4.46;
const OFFSET = 0.01;

/** Probability of fit, 0…1: 0.1 → 0.03, 0.23 → 0.5, 0.5 → 0.96. */
export function likeness(score: number): number {
  if (!(score > 0)) return 0;
  return 1 / (1 + (EVEN / (score + OFFSET)) ** STEEPNESS);
}
