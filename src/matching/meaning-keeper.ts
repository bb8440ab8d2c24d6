/** Keeps what items mean in step with items and lexicon, in the background; an edited lexicon replaces the old reading whole. */
import type { ConceptLexicon } from './concept-lexicon.ts';
import { makeConceptCounts } from './concept-shelf.ts';
import { type Meaning, makeMeaning } from './meaning.ts';
import type { Side } from './profile-text.ts';
import { segmentsOf } from './segment.ts';
import { drain, inTurns, type Steps } from './steps.ts';
import type { StopList } from './stop-list.ts';

/** Where the lexicon comes from. */
export interface LexiconSource {
  /** True when what was read last is what the files say. */
  isCurrent(): boolean;
  /** Reads the files where they have changed. */
  steps(): Steps<ConceptLexicon>;
}

/** One reading of all items. */
interface Reading {
  readonly lexicon: ConceptLexicon;
  readonly sides: Readonly<Record<Side, Meaning>>;
  /** Items not read yet. */
  readonly waiting: Map<string, Item>;
}

interface Item {
  readonly side: Side;
  readonly slot: number;
  readonly text: string;
}

/** Meanings of all sides. */
export interface MeaningKeeper {
  put(side: Side, slot: number, text: string): void;
  remove(side: Side, slot: number): void;
  /** True when every item has been read by the lexicon as it is. */
  isCurrent(): boolean;
  /** Reads what is left, letting other work go first. */
  catchUp(): Promise<void>;
  /** Reads what is left at once. */
  catchUpNow(): void;
  /** The last whole reading; null before the first. */
  of(side: Side): Meaning | null;
  lexicon(): ConceptLexicon | null;
}

const keyOf = (side: Side, slot: number): string => `${side} ${slot}`;

function makeReading(lexicon: ConceptLexicon, items: ReadonlyMap<string, Item>, stop: StopList): Reading {
  const counts = makeConceptCounts();
  const side = (): Meaning => makeMeaning(lexicon, counts, stop);
  return { lexicon, sides: { lists: side(), needs: side(), people: side() }, waiting: new Map(items) };
}

function readOne(reading: Reading, key: string, { side, slot, text }: Item, stop: StopList): void {
  reading.waiting.delete(key);
  reading.sides[side].put(slot, segmentsOf(text, stop));
}

/** A keeper without items. */
export function makeMeaningKeeper(source: LexiconSource, stop: StopList): MeaningKeeper {
  const items = new Map<string, Item>();
  let inForce: Reading | null = null;
  let next: Reading | null = null;
  let running: Promise<void> | null = null;
  const readings = (): readonly Reading[] => [inForce, next].filter((each) => each !== null);

  function* work(): Steps<void> {
    const lexicon = yield* source.steps();
    if (inForce?.lexicon !== lexicon && next?.lexicon !== lexicon) next = makeReading(lexicon, items, stop);
    for (const reading of readings())
      for (const [key, item] of reading.waiting) {
        // It may have gone while others had their turn.
        if (reading.waiting.has(key)) readOne(reading, key, item, stop);
        yield;
      }
    if (next?.waiting.size === 0) {
      inForce = next;
      next = null;
    }
  }
  const isCurrent = (): boolean =>
    inForce !== null && next === null && inForce.waiting.size === 0 && source.isCurrent();
  return {
    put(side, slot, text) {
      const item = { side, slot, text };
      items.set(keyOf(side, slot), item);
      for (const reading of readings()) reading.waiting.set(keyOf(side, slot), item);
    },
    remove(side, slot) {
      items.delete(keyOf(side, slot));
      for (const reading of readings())
        if (!reading.waiting.delete(keyOf(side, slot))) reading.sides[side].remove(slot);
    },
    isCurrent,
    catchUp() {
      running ??= inTurns(work()).finally(() => {
        running = null;
      });
      return running;
    },
    catchUpNow() {
      if (!isCurrent()) drain(work());
    },
    of: (side) => inForce?.sides[side] ?? null,
    lexicon: () => inForce?.lexicon ?? null,
  };
}
