/** The items of one side: compared by words, and over the bridge with texts in the other language. */
import { type Bridge, type BridgedItem, makeBridge } from './bridge.ts';
import type { Dictionary } from './dictionary.ts';
import type { Glosses } from './glosses.ts';
import { languageOf } from './language.ts';
import type { LexiconSource } from './meaning-keeper.ts';
import type { Segment } from './segment.ts';
import type { StopList } from './stop-list.ts';
import { makeTermShelf } from './term-shelf.ts';
import { bagWithTitle, type Wish } from './wish.ts';

/** What the matcher knows beside the texts. Parts left out are not used. */
export interface Knowledge {
  readonly stop: StopList;
  /** Read at the first comparison across languages. */
  readonly glosses?: () => Glosses;
  /** The lexicon; read in the background. */
  readonly concepts?: LexiconSource;
}

/** Items by slot. */
export interface ItemIndex {
  put(text: string, segments: readonly Segment[]): number;
  remove(slot: number): void;
  /** Compares across languages; null without a dictionary. */
  readonly bridge: Bridge | null;
  /** By slot: words 0…1.5; valid until the next call. `best` is the best of them, on the scale of one language. */
  score(wish: Wish): { readonly scores: Float64Array; readonly best: number };
}

/** Long Chinese texts score lower against English titles than within Chinese, by about this much. */
const BRIDGE_GAIN = 5;

function highest(scores: Float64Array): number {
  let best = 0;
  for (const score of scores) if (score > best) best = score;
  return best;
}

/** An empty index that counts its terms together with other sides. */
export function makeItemIndex({ stop, glosses }: Knowledge, dictionary: Dictionary): ItemIndex {
  const words = makeTermShelf(dictionary);
  const items = new Map<number, BridgedItem>();
  const bridge = glosses ? makeBridge(items, glosses, stop) : null;
  return {
    bridge,
    put(text, segments) {
      const slot = words.put(bagWithTitle(segments, stop));
      const item = { text, language: languageOf(text) };
      items.set(slot, item);
      bridge?.put(slot, item);
      return slot;
    },
    remove(slot) {
      const item = items.get(slot);
      if (!item) return;
      words.remove(slot);
      items.delete(slot);
      bridge?.remove(slot, item);
    },
    score(wish) {
      const scores = words.score(wish.bag);
      const crossed = bridge?.cross(wish.segments, wish.language, scores) ?? false;
      return { scores, best: highest(scores) * (crossed && wish.language === 'zh' ? BRIDGE_GAIN : 1) };
    },
  };
}
