/** Items in one language for wishes in the other, compared by English stems. */
import { makeDictionary } from './dictionary.ts';
import { type Glosses, glossBag } from './glosses.ts';
import type { TextLanguage } from './language.ts';
import { type Segment, segmentsOf } from './segment.ts';
import type { Steps } from './steps.ts';
import type { StopList } from './stop-list.ts';
import { makeTermShelf, type TermShelf } from './term-shelf.ts';

/** An item by its slot, as it was put in. */
export interface BridgedItem {
  readonly text: string;
  readonly language: TextLanguage;
}

/** Built before the first comparison across languages, in steps; items that come later wait for the next `steps`. */
export interface Bridge {
  put(slot: number, item: BridgedItem): void;
  remove(slot: number, item: BridgedItem): void;
  /** Builds what `cross` needs for wishes in `language`, in steps; nothing where it stands. */
  steps(language: TextLanguage): Steps<void>;
  /** True when `cross` has nothing to build for wishes in `language`. */
  isReady(language: TextLanguage): boolean;
  /** Puts the scores of the items in the other language, as far as they have been built, in place of theirs; false when there are none. */
  cross(wish: readonly Segment[], language: TextLanguage, scores: Float64Array): boolean;
}

interface Side {
  readonly shelf: TermShelf;
  /** Slot of an item → slot on the shelf. */
  readonly slots: Map<number, number>;
}

/** A side and the items that have not come in yet. */
interface Building {
  readonly side: Side;
  readonly waiting: Map<number, string>;
}

const otherThan = (language: TextLanguage): TextLanguage => (language === 'zh' ? 'en' : 'zh');

/** Takes an item out wherever it is. */
function leave({ side, waiting }: Building, slot: number): void {
  waiting.delete(slot);
  const there = side.slots.get(slot);
  if (there === undefined) return;
  side.shelf.remove(there);
  side.slots.delete(slot);
}

/** A bridge over `items`, which its owner keeps. */
export function makeBridge(items: ReadonlyMap<number, BridgedItem>, glosses: () => Glosses, stop: StopList): Bridge {
  const held: Record<TextLanguage, number> = { zh: 0, en: 0 };
  const built: Record<TextLanguage, Building | null> = { zh: null, en: null };
  const begun = (language: TextLanguage): Building => {
    const side: Side = { shelf: makeTermShelf(makeDictionary()), slots: new Map() };
    const own = [...items].filter(([, item]) => item.language === language);
    return { side, waiting: new Map(own.map(([slot, { text }]) => [slot, text])) };
  };
  const isReady = (language: TextLanguage): boolean => {
    const other = otherThan(language);
    return held[other] === 0 || built[other]?.waiting.size === 0;
  };
  function* steps(language: TextLanguage): Steps<void> {
    if (isReady(language)) return;
    const other = otherThan(language);
    const building = built[other] ?? begun(other);
    built[other] = building;
    const { side, waiting } = building;
    for (const [slot, text] of waiting) {
      // Another builder of the same side may have been faster.
      if (waiting.delete(slot)) side.slots.set(slot, side.shelf.put(glossBag(segmentsOf(text, stop), glosses(), stop)));
      yield;
    }
  }
  return {
    steps,
    isReady,
    put(slot, { text, language }) {
      held[language] += 1;
      built[language]?.waiting.set(slot, text);
    },
    remove(slot, { language }) {
      held[language] -= 1;
      const there = built[language];
      if (there) leave(there, slot);
    },
    cross(wish, language, scores) {
      const other = otherThan(language);
      const side = built[other]?.side;
      if (!side || held[other] === 0) return false;
      const found = side.shelf.score(glossBag(wish, glosses(), stop));
      for (const [slot, there] of side.slots) scores[slot] = found[there] ?? 0;
      return true;
    },
  };
}
