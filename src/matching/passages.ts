/** Long texts as passages, each a wish of its own: what somebody works on stands in a few of them, the rest is dates and names. */

import type { MatchHit } from '../ports/match.ts';
import { clean } from '../text/clean.ts';

/** Most passages of a text; a longer text has longer ones. */
const MOST_PASSAGES = 48;
/** A passage goes on until it has this many characters, and never goes far beyond twice as many. */
const PASSAGE = 70;
/** The score of a list is the mean of this many of its best passages. */
const BEST_PASSAGES = 3;
/** Reasons kept of all passages together. */
const REASONS = 4;
const SENTENCE_END = /(?<=[。！？!?；;\n])/u;

/** The passages of a text in order, all of it: whole sentences, short ones joined, overlong ones cut. */
export function passagesOf(text: string): readonly string[] {
  const whole = clean(text).trim();
  const length = Math.max(PASSAGE, Math.ceil(whole.length / MOST_PASSAGES));
  const passages: string[] = [];
  let open = '';
  const close = (): void => {
    if (open.trim() !== '') passages.push(open.trim());
    open = '';
  };
  for (const sentence of whole.split(SENTENCE_END))
    for (const piece of pieces(sentence, 2 * length)) {
      open += piece;
      if (open.length >= length) close();
    }
  close();
  return passages;
}

function pieces(sentence: string, most: number): readonly string[] {
  if (sentence.length <= most) return [sentence];
  const letters = [...sentence];
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, i) =>
    letters.slice(i * most, (i + 1) * most).join(''),
  );
}

/** What several searches found together: each hit's mean over its best three, fewer found counting 0 for the rest; best first. */
export function votesOf(searches: readonly (readonly MatchHit[])[]): readonly MatchHit[] {
  const found = new Map<string, MatchHit[]>();
  for (const hit of searches.flat()) {
    const known = found.get(hit.id);
    if (known) known.push(hit);
    else found.set(hit.id, [hit]);
  }
  const count = Math.max(1, Math.min(BEST_PASSAGES, searches.length));
  return [...found]
    .map(([id, hits]) => {
      const best = hits.toSorted((a, b) => b.score - a.score).slice(0, count);
      const score = best.reduce((sum, hit) => sum + hit.score, 0) / count;
      return { id, score, because: unlike(best.flatMap((hit) => hit.because)).slice(0, REASONS) };
    })
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** Reasons without those that say the same words again. */
function unlike(because: MatchHit['because']): MatchHit['because'] {
  const seen = new Set<string>();
  return because.filter(({ yours }) => !seen.has(yours) && seen.add(yours));
}
