/** What the items of one side mean, by one state of the lexicon. */
import type { ConceptLexicon, Mention } from './concept-lexicon.ts';
import { type ConceptCounts, makeConceptShelf } from './concept-shelf.ts';
import { makeKinShelf } from './kin-shelf.ts';
import type { Segment } from './segment.ts';
import type { StopList } from './stop-list.ts';
import { bagOfSegments } from './wish.ts';

/** Items by slot. */
export interface Meaning {
  put(slot: number, segments: readonly Segment[]): void;
  remove(slot: number): void;
  /** Adds what a wish and each item have in common beside words; `bestOfWords` is the best word score. */
  score(wish: readonly Segment[], bestOfWords: number, into: Float64Array): void;
}

/** Weight of named concepts and their relations, and of being worded like the same entries. */
const NAMED = 1.75;
const WORDED = 1.25;
/** Entries looked at of a wish and of an item. */
const WISH_KIN = 100;
const ITEM_KIN = 64;
/** Shares of wish and items that are names the lexicon knows: together less than this, and it knows little of the subject. */
const KNOWS = 0.7;
/** There, a best word score from here on speaks for itself; the more the lexicon knows, the later. */
const WORDS_SUFFICE = 0.22;
const TRUST = 4;
/** The least shares of the full weights: a concept that is named says more than a likeness of wording. */
const LEAST_NAMED = 0.15;
const LEAST_WORDED = 0.04;

/** Units of a text. */
export function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment) => sum + segment.units.length, 0);
}

/** The share of a text's units that are names of concepts, 0…1. */
export function coverageOf(mentions: readonly Mention[], length: number): number {
  let covered = 0;
  let last: Mention | undefined;
  for (const mention of mentions) {
    if (mention.segment !== last?.segment || mention.from !== last.from) covered += mention.to - mention.from;
    last = mention;
  }
  return length === 0 ? 0 : covered / length;
}

/**
 * Where the lexicon knows a subject, meaning counts in full whatever the words do; where it does not, only as far
 * as words fail, for there it adds noise (measured: titles and abstracts of general and social science).
 */
function shareOf(known: number, bestOfWords: number): number {
  const enough = WORDS_SUFFICE * Math.max(1, known / KNOWS) ** TRUST;
  return 1 - (bestOfWords / enough) ** 2;
}

/** No items yet; concepts are counted in `counts`. */
export function makeMeaning(lexicon: ConceptLexicon, counts: ConceptCounts, stop: StopList): Meaning {
  const concepts = makeConceptShelf(counts);
  const kin = makeKinShelf();
  const coverage = new Map<number, number>();
  let covered = 0;
  return {
    put(slot, segments) {
      const mentions = lexicon.mentions(segments);
      const length = lengthOf(segments);
      concepts.put(slot, lexicon.expand(mentions), length);
      kin.put(slot, lexicon.kinOf(bagOfSegments(segments, stop), ITEM_KIN));
      coverage.set(slot, coverageOf(mentions, length));
      covered += coverage.get(slot) ?? 0;
    },
    remove(slot) {
      covered -= coverage.get(slot) ?? 0;
      coverage.delete(slot);
      concepts.remove(slot);
      kin.remove(slot);
    },
    score(wish, bestOfWords, into) {
      const mentions = lexicon.mentions(wish);
      const length = lengthOf(wish);
      const known = covered / Math.max(1, coverage.size) + coverageOf(mentions, length);
      const share = shareOf(known, bestOfWords);
      concepts.score(lexicon.expand(mentions), length, NAMED * Math.max(LEAST_NAMED, share), into);
      kin.score(lexicon.kinOf(bagOfSegments(wish, stop), WISH_KIN), WORDED * Math.max(LEAST_WORDED, share), into);
    },
  };
}
