/** The items of one side: compared by words, by concepts, and over the bridge with texts in the other language. */
import { type BridgedItem, makeBridge } from './bridge.ts';
import type { ConceptLexicon } from './concept-lexicon.ts';
import { type ConceptCounts, makeConceptShelf } from './concept-shelf.ts';
import type { Dictionary } from './dictionary.ts';
import type { Glosses } from './glosses.ts';
import { languageOf } from './language.ts';
import { type Segment, segmentsOf } from './segment.ts';
import type { StopList } from './stop-list.ts';
import { makeTermShelf } from './term-shelf.ts';
import { bagOfSegments, type Wish } from './wish.ts';

/** What the matcher knows beside the texts. Parts left out are not used. */
export interface Knowledge {
  readonly stop: StopList;
  /** Read at the first comparison across languages. */
  readonly glosses?: () => Glosses;
  /** The lexicon in force; another object than before means that it was edited. */
  readonly concepts?: () => ConceptLexicon;
}

/** Items by slot. */
export interface ItemIndex {
  put(text: string, segments: readonly Segment[]): number;
  remove(slot: number): void;
  /** Reads the concepts of all items now rather than at the first search. */
  warm(): void;
  /** By slot: words 0…1.5 plus concepts 0…2; valid until the next call. */
  score(wish: Wish): Float64Array;
}

/** Weight of the concepts where no item shares a word with the wish. */
const CONCEPT_SHARE = 2;
/** A best word score from here on speaks for itself: concepts then only break ties. */
const WORDS_SUFFICE = 0.3;
/** The least share of that weight. */
const LEAST_SHARE = 0.05;
/** Long Chinese texts score lower against English titles than within Chinese, by about this much. */
const BRIDGE_GAIN = 2.5;

const lengthOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, segment) => sum + segment.units.length, 0);

/** Concepts help most where words fail, and most do harm where words do well (measured: titles and abstracts of papers). */
function conceptShare(bestOfWords: number): number {
  return CONCEPT_SHARE * Math.max(LEAST_SHARE, 1 - bestOfWords / WORDS_SUFFICE);
}

function highest(scores: Float64Array): number {
  let best = 0;
  for (const score of scores) if (score > best) best = score;
  return best;
}

/** An empty index that counts its terms and concepts together with other sides. */
export function makeItemIndex(knowledge: Knowledge, dictionary: Dictionary, counts: ConceptCounts): ItemIndex {
  const { stop, glosses, concepts } = knowledge;
  const words = makeTermShelf(dictionary);
  const meanings = makeConceptShelf(counts);
  const items = new Map<number, BridgedItem>();
  const bridge = glosses ? makeBridge(items, glosses, stop) : null;
  let lexicon: ConceptLexicon | null = null;

  const putMeaning = (slot: number, segments: readonly Segment[]): void => {
    if (lexicon) meanings.put(slot, lexicon.expand(lexicon.mentions(segments)), lengthOf(segments));
  };
  /** Reads all items again when the operator has edited the lexicon. */
  const refresh = (): void => {
    const now = concepts?.() ?? null;
    if (now === lexicon) return;
    lexicon = now;
    for (const [slot, { text }] of items) {
      meanings.remove(slot);
      putMeaning(slot, segmentsOf(text, stop));
    }
  };
  return {
    put(text, segments) {
      if (lexicon) refresh();
      const slot = words.put(bagOfSegments(segments, stop));
      const item = { text, language: languageOf(text) };
      items.set(slot, item);
      bridge?.put(slot, item);
      putMeaning(slot, segments);
      return slot;
    },
    remove(slot) {
      const item = items.get(slot);
      if (!item) return;
      words.remove(slot);
      meanings.remove(slot);
      items.delete(slot);
      bridge?.remove(slot, item);
    },
    warm: refresh,
    score(wish) {
      refresh();
      const scores = words.score(wish.bag);
      const crossed = bridge?.cross(wish.segments, wish.language, scores) ?? false;
      if (!lexicon) return scores;
      const share = conceptShare(highest(scores) * (crossed && wish.language === 'zh' ? BRIDGE_GAIN : 1));
      meanings.score(lexicon.expand(wish.mentions), lengthOf(wish.segments), share, scores);
      return scores;
    },
  };
}
