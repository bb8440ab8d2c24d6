/** Items in one language for wishes in the other, compared by English stems. */
import { makeDictionary } from './dictionary.ts';
import { type Glosses, glossBag } from './glosses.ts';
import type { TextLanguage } from './language.ts';
import { type Segment, segmentsOf } from './segment.ts';
import type { StopList } from './stop-list.ts';
import { makeTermShelf, type TermShelf } from './term-shelf.ts';

/** An item by its slot, as it was put in. */
export interface BridgedItem {
  readonly text: string;
  readonly language: TextLanguage;
}

/** Built at the first comparison across languages, kept in step afterwards. */
export interface Bridge {
  put(slot: number, item: BridgedItem): void;
  remove(slot: number, item: BridgedItem): void;
  /** Puts the scores of all items in the other language in place of theirs; false when there are none. */
  cross(wish: readonly Segment[], language: TextLanguage, scores: Float64Array): boolean;
}

interface Side {
  readonly shelf: TermShelf;
  /** Slot of an item → slot on the shelf. */
  readonly slots: Map<number, number>;
}

/** A bridge over `items`, which its owner keeps. */
export function makeBridge(items: ReadonlyMap<number, BridgedItem>, glosses: () => Glosses, stop: StopList): Bridge {
  const held: Record<TextLanguage, number> = { zh: 0, en: 0 };
  const sides: Record<TextLanguage, Side | null> = { zh: null, en: null };
  const enter = (side: Side, slot: number, text: string): void => {
    side.slots.set(slot, side.shelf.put(glossBag(segmentsOf(text, stop), glosses(), stop)));
  };
  const built = (language: TextLanguage): Side => {
    const known = sides[language];
    if (known) return known;
    const side: Side = { shelf: makeTermShelf(makeDictionary()), slots: new Map() };
    for (const [slot, item] of items) if (item.language === language) enter(side, slot, item.text);
    sides[language] = side;
    return side;
  };
  return {
    put(slot, { text, language }) {
      held[language] += 1;
      const side = sides[language];
      if (side) enter(side, slot, text);
    },
    remove(slot, { language }) {
      held[language] -= 1;
      const there = sides[language]?.slots.get(slot);
      if (there !== undefined) sides[language]?.shelf.remove(there);
      sides[language]?.slots.delete(slot);
    },
    cross(wish, language, scores) {
      const other: TextLanguage = language === 'zh' ? 'en' : 'zh';
      if (held[other] === 0) return false;
      const { shelf, slots } = built(other);
      const found = shelf.score(glossBag(wish, glosses(), stop));
      for (const [slot, there] of slots) scores[slot] = found[there] ?? 0;
      return true;
    },
  };
}
