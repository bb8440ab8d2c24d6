/** The items of one side: compared by words, by concepts, and over the bridge with texts in the other language. */
import type { ConceptLexicon, Mention } from './concept-lexicon.ts';
import { type ConceptCounts, makeConceptShelf } from './concept-shelf.ts';
import { type Dictionary, makeDictionary } from './dictionary.ts';
import { type Glosses, glossBag } from './glosses.ts';
import { languageOf, type TextLanguage } from './language.ts';
import { type Segment, segmentsOf } from './segment.ts';
import type { StopList } from './stop-list.ts';
import { HIGHEST_SCORE, makeTermShelf, type TermShelf } from './term-shelf.ts';
import { bagOfSegments, type Wish } from './wish.ts';

/** What the matcher knows beside the texts. Left out parts are not used. */
export interface Knowledge {
  readonly stop: StopList;
  /** Read at the first comparison across languages. */
  readonly glosses?: () => Glosses;
  readonly concepts?: () => ConceptLexicon;
}

/** Items by slot. */
export interface ItemIndex {
  put(text: string, segments: readonly Segment[]): number;
  remove(slot: number): void;
  /** By slot, 0…{@link BEST_POSSIBLE}; valid until the next call. */
  score(wish: Wish): Float64Array;
}

/** Weight of the concepts beside the words. */
const CONCEPT_SHARE = Number(process.env.CS ?? 1);
/** No score is higher. */
export const BEST_POSSIBLE = HIGHEST_SCORE + CONCEPT_SHARE;

/** The number of units a text has: its length for damping. */
export function unitCount(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment) => sum + segment.units.length, 0);
}

/** Items of one language, for wishes in the other. */
interface Bridge {
  readonly shelf: TermShelf;
  readonly slots: Map<number, number>;
}

/** A wish's mentions; none without a lexicon. */
export function mentionsIn(segments: readonly Segment[], { concepts }: Knowledge): readonly Mention[] {
  return concepts ? concepts().mentions(segments) : [];
}

/** An empty index that counts its terms and concepts together with other sides. */
export function makeItemIndex(knowledge: Knowledge, dictionary: Dictionary, counts: ConceptCounts): ItemIndex {
  const { stop, glosses, concepts } = knowledge;
  const words = makeTermShelf(dictionary);
  const meanings = makeConceptShelf(counts);
  const items = new Map<number, { readonly text: string; readonly language: TextLanguage }>();
  const held: Record<TextLanguage, number> = { zh: 0, en: 0 };
  const bridges: Record<TextLanguage, Bridge | null> = { zh: null, en: null };

  const enter = (bridge: Bridge, slot: number, segments: readonly Segment[], table: Glosses): void => {
    bridge.slots.set(slot, bridge.shelf.put(glossBag(segments, table, stop)));
  };
  const bridgeTo = (language: TextLanguage, table: Glosses): Bridge => {
    const known = bridges[language];
    if (known) return known;
    const bridge: Bridge = { shelf: makeTermShelf(makeDictionary()), slots: new Map() };
    for (const [slot, item] of items) if (item.language === language) enter(bridge, slot, segmentsOf(item.text, stop), table);
    bridges[language] = bridge;
    return bridge;
  };
  const cross = (wish: Wish, scores: Float64Array): void => {
    const other: TextLanguage = wish.language === 'zh' ? 'en' : 'zh';
    if (!glosses || held[other] === 0) return;
    const bridge = bridgeTo(other, glosses());
    const found = bridge.shelf.score(glossBag(wish.segments, glosses(), stop));
    for (const [slot, there] of bridge.slots) scores[slot] = found[there] ?? 0;
  };
  return {
    put(text, segments) {
      const slot = words.put(bagOfSegments(segments, stop));
      const language = languageOf(text);
      items.set(slot, { text, language });
      held[language] += 1;
      const bridge = bridges[language];
      if (bridge && glosses) enter(bridge, slot, segments, glosses());
      if (concepts) meanings.put(slot, concepts().expand(concepts().mentions(segments)), unitCount(segments));
      return slot;
    },
    remove(slot) {
      const item = items.get(slot);
      if (!item) return;
      words.remove(slot);
      meanings.remove(slot);
      items.delete(slot);
      held[item.language] -= 1;
      const bridge = bridges[item.language];
      const there = bridge?.slots.get(slot);
      if (there !== undefined) bridge?.shelf.remove(there);
      bridge?.slots.delete(slot);
    },
    score(wish) {
      const scores = words.score(wish.bag);
      cross(wish, scores);
      let best = 0;
      for (const each of scores) if (each > best) best = each;
      const th = Number(process.env.TH ?? 0);
      if (process.env.DBG) process.stderr.write(best.toFixed(3) + '\n');
      const share = th ? CONCEPT_SHARE * Math.max(Number(process.env.FL ?? 0.2), 1 - best / th) : CONCEPT_SHARE;
      if (concepts) meanings.score(concepts().expand(wish.mentions), unitCount(wish.segments), share, scores);
      return scores;
    },
  };
}
