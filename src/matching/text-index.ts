/** The lexical half of matching: records in and out, a score for every record of a side, reasons for those shown. */
import type { MatchHit } from '../ports/match.ts';
import { makeBoilerplate } from './boilerplate.ts';
import type { ConceptLexicon } from './concept-lexicon.ts';
import { conceptReasons } from './concept-reasons.ts';
import { makeDictionary } from './dictionary.ts';
import { type Entry, makeEntryShelf } from './entry-shelf.ts';
import { type Knowledge, makeItemIndex } from './item-index.ts';
import { type MeaningKeeper, makeMeaningKeeper } from './meaning-keeper.ts';
import type { MatchItem, MatchText, Side } from './profile-text.ts';
import { MOST_REASONS, reasonsFor } from './reasons.ts';
import { type Segment, segmentsOf } from './segment.ts';
import type { StopList } from './stop-list.ts';
import { readWish, type Wish } from './wish.ts';

/** Records by words. */
export interface TextIndex {
  /** Adds or replaces a record; returns every record whose compared text may have changed, this one included. */
  put(text: MatchText): readonly Entry[];
  /** Takes a record out; returns the others whose compared text may have changed. */
  remove(id: string): readonly Entry[];
  entry(id: string): Entry | undefined;
  /** What items mean beside their words; null without a lexicon. */
  readonly meanings: MeaningKeeper | null;
  entries(side: Side): readonly Entry[];
  read(words: string): Wish;
  /** A score for each of `entries(side)`, in that order. */
  score(side: Side, wish: Wish): Float64Array;
  because(wish: Wish, id: string): MatchHit['because'];
}

/** Different words for one thing first, then the stretches both texts share. */
function allReasons(
  wish: Wish,
  theirs: readonly Segment[],
  idf: (term: string) => number,
  stop: StopList,
  lexicon: ConceptLexicon | null,
): MatchHit['because'] {
  const shared = reasonsFor(wish.segments, theirs, idf, stop);
  const equal = lexicon ? conceptReasons(lexicon.mentions(wish.segments), lexicon.mentions(theirs), lexicon) : [];
  const others = shared.filter(({ yours }) => !equal.some((pair) => pair.yours.includes(yours)));
  return [...equal, ...others].slice(0, MOST_REASONS);
}

function onSides<T>(make: () => T): Readonly<Record<Side, T>> {
  return { lists: make(), needs: make(), people: make() };
}

/** An empty index. */
export function makeTextIndex(knowledge: Knowledge): TextIndex {
  const { stop, concepts } = knowledge;
  const dictionary = makeDictionary();
  const boilerplate = makeBoilerplate();
  const meanings = concepts ? makeMeaningKeeper(concepts, stop) : null;
  const shelves = onSides(() => makeItemIndex(knowledge, dictionary));
  const sides = onSides(makeEntryShelf);
  const find = (id: string): Entry | undefined => sides.lists.get(id) ?? sides.people.get(id) ?? sides.needs.get(id);
  const body = (item: MatchItem): readonly Segment[] =>
    segmentsOf(item.body, stop).filter((segment) => !boilerplate.has(segment.key));
  /** What may be quoted of a record. */
  const shownOf = (entry: Entry | undefined): readonly Segment[] =>
    (entry?.items ?? []).flatMap((item) => [...segmentsOf(item.subject, stop), ...(item.open ? body(item) : [])]);
  const rarity = (term: string): number => dictionary.idf(dictionary.find(term));

  const takeOut = ({ id, side, slots }: Entry): void => {
    for (const slot of slots) shelves[side].remove(slot);
    for (const slot of slots) meanings?.remove(side, slot);
    sides[side].remove(id);
  };
  const putIn = ({ id, side, items }: MatchText): Entry => {
    const read = items.map((item) => [...segmentsOf(item.subject, stop), ...body(item)]);
    const texts = read.map((segments) => segments.map((segment) => segment.original).join('\n'));
    const slots = read.map((segments, i) => shelves[side].put(texts[i] ?? '', segments));
    for (const [i, slot] of slots.entries()) meanings?.put(side, slot, texts[i] ?? '');
    const entry: Entry = { id, side, items, slots, texts };
    sides[side].put(entry);
    return entry;
  };
  const putAgain = (ids: ReadonlySet<string>): readonly Entry[] =>
    [...ids].flatMap((id) => {
      const entry = find(id);
      if (entry) takeOut(entry);
      return entry ? [putIn(entry)] : [];
    });
  return {
    put(text) {
      const before = find(text.id);
      if (before) takeOut(before);
      const others = boilerplate.set(text.id, text.side === 'lists' ? sentencesOf(text.items, stop) : []);
      return [putIn(text), ...putAgain(others)];
    },
    remove(id) {
      const before = find(id);
      if (before) takeOut(before);
      return putAgain(boilerplate.set(id, []));
    },
    entry: find,
    meanings,
    entries: (side) => sides[side].all(),
    read: (words) => readWish(words, stop, boilerplate.has),
    score(side, wish) {
      const { scores, best } = shelves[side].score(wish);
      meanings?.of(side)?.score(wish.segments, best, scores);
      return sides[side].meansOfBest(scores);
    },
    because: (wish, id) => allReasons(wish, shownOf(find(id)), rarity, stop, meanings?.lexicon() ?? null),
  };
}

function sentencesOf(items: readonly MatchItem[], stop: StopList): readonly string[] {
  return items.flatMap((item) => segmentsOf(item.body, stop).map((segment) => segment.key));
}
