/** From the matcher's score to the probability that a list fits, as people and the chat read it. */

/** A hit of at least this score may be offered as fitting; when the best is below it, nothing fits yet. */
export const FITS = 0.5;

/**
 * A person or team of at least this score may fit a list or need; when the best is below it, nobody is known to.
 * Judged for lists among the ten best: below it 2 of 15 shown fitted (one in eight at .2–.35, one in seven up to .5), from it
 * on 12 of 21 (one in three at .5–.7, six of seven above .9). So those counted are called possible, never certain.
 */
export const MAY_FIT = 0.5;

/** Score with even odds, and how steeply the odds rise with it: fitted on test/matching/judged-wishes.jsonl against the archive's lists. */
const EVEN = 0.36;
const STEEPNESS = 4;
const OFFSET = 0.01;

/** The same where no lexicon was read and words alone are compared: lower, and less telling. */
const EVEN_BY_WORDS = 0.238;

/** Probability of fit, 0…1: 0.1 → 0.01, 0.35 → 0.5, 0.7 → 0.94; `byWords` for scores of words alone. */
export function likeness(score: number, byWords = false): number {
  if (!(score > 0)) return 0;
  return 1 / (1 + ((byWords ? EVEN_BY_WORDS : EVEN) / (score + OFFSET)) ** STEEPNESS);
}
