/** From the matcher's score to the probability that a hit fits, as people and the chat read it. */

/** What a probability is made of, as sums of log odds. */
export interface Curve {
  readonly bias: number;
  /** How fast the odds rise with the score itself … */
  readonly score: number;
  /** … fall with the distance to the best score of the same search … */
  readonly gap: number;
  /** … and rise with the length of the wish: a longer one that is met as well says more. */
  readonly length: number;
}

/** What is searched with what knowledge: lists or people with the lexicon, or anything by words alone. */
export type CurveName = 'lists' | 'people' | 'words';

/**
 * Fitted on the judged pairs of test/matching; test/matching/likeness.test.ts fits them anew, docs/lexicon.md has the table. Words alone
 * tell less: nobody is told that nothing fits by them.
 */
export const CURVES: Readonly<Record<CurveName, Curve>> = {
  lists: { bias: -0.67, score: 2.32, gap: 1.16, length: 0.42 },
  people: { bias: 1.25, score: 2.52, gap: 1.62, length: 0.49 },
  words: { bias: 0.4, score: 1.83, gap: 0.88, length: 0.52 },
};

/**
 * A list of at least this probability may be offered as fitting; when the best is below it, nothing fits yet. So low
 * because a fitting list passed over costs more than a near one looked at: docs/lexicon.md has what both cost.
 */
export const FITS = 0.2;

/** A person or team of at least this probability is counted as possible; when the best is below it, nobody is known to fit. */
export const MAY_FIT = 0.2;

/** Scores near nothing do not differ. */
const OFFSET = 0.01;
/** Lengths of a wish between which more words say more, in characters. */
const SHORTEST = 4;
const LONGEST = 120;

/** What a probability is made of, the same for the fit and for what is shown: the score's logarithm, its distance to the best of the search, and the logarithm of the wish's length. */
export function evidence(score: number, best: number, characters: number): readonly [number, number, number] {
  const log = Math.log(score + OFFSET);
  const gap = log - Math.log(Math.max(0, best) + OFFSET);
  return [log, gap, Math.log(Math.min(LONGEST, Math.max(SHORTEST, characters)))];
}

/** Probability of fit by score, 0…1, for the hits of one search; never falls as the score rises. `best` is the search's highest score, `characters` the length of its wish. */
export function likenessOf(name: CurveName, best: number, characters: number): (score: number) => number {
  const curve = CURVES[name];
  return (score) => {
    if (!(score > 0)) return 0;
    const [log, gap, length] = evidence(score, best, characters);
    return 1 / (1 + Math.exp(-(curve.bias + curve.score * log + curve.gap * gap + curve.length * length)));
  };
}
