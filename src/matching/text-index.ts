/** The lexical half of matching: records in and out, a score for every record of a side, reasons for those shown. */
import type { MatchHit } from '../ports/match.ts';
import { makeBoilerplate } from './boilerplate.ts';
import { conceptReasons } from './concept-reasons.ts';
import { makeConceptCounts } from './concept-shelf.ts';
import { makeDictionary } from './dictionary.ts';
import { type ItemIndex, type Knowledge, makeItemIndex } from './item-index.ts';
import type { MatchItem, MatchText, Side } from './profile-text.ts';
import { MOST_REASONS, reasonsFor } from './reasons.ts';
import { type Segment, segmentsOf } from './segment.ts';
import type { StopList } from './stop-list.ts';
import { readWish, type Wish } from './wish.ts';

/** A record's score is the mean over this many of its best items; an item that shares nothing counts as 0. */
export const BEST_ITEMS = 5;

/** A record as it stands in the index. */
export interface Entry {
  readonly id: string;
  readonly side: Side;
  readonly items: readonly MatchItem[];
  readonly slots: readonly number[];
  /** The items' texts as they are compared, without boilerplate. */
  readonly texts: readonly string[];
}

/** Records by words. */
export interface TextIndex {
  /** Adds or replaces a record; returns every record whose compared text may have changed, this one included. */
  put(text: MatchText): readonly Entry[];
  /** Takes a record out; returns the others whose compared text may have changed. */
  remove(id: string): readonly Entry[];
  entry(id: string): Entry | undefined;
  /** Reads the concepts of all items now rather than at the first search. */
  warm(): void;
  entries(side: Side): readonly Entry[];
  read(words: string): Wish;
  /** A score for each of `entries(side)`, in that order. */
  score(side: Side, wish: Wish): Float64Array;
  because(wish: Wish, id: string): MatchHit['because'];
}

/** The mean of the best {@link BEST_ITEMS} of a record's scores. */
export function meanOfBest(scores: readonly number[]): number {
  if (scores.length === 0) return 0;
  const best = scores.length > BEST_ITEMS ? scores.toSorted((a, b) => b - a).slice(0, BEST_ITEMS) : scores;
  return best.reduce((sum, score) => sum + score, 0) / best.length;
}

/** Different words for one thing first, then the stretches both texts share. */
function allReasons(
  wish: Wish,
  theirs: readonly Segment[],
  idf: (term: string) => number,
  { stop, concepts }: Knowledge,
): MatchHit['because'] {
  const shared = reasonsFor(wish.segments, theirs, idf, stop);
  const lexicon = concepts?.();
  const equal = lexicon ? conceptReasons(wish.mentions, lexicon.mentions(theirs), lexicon) : [];
  const others = shared.filter(({ yours }) => !equal.some((pair) => pair.yours.includes(yours)));
  return [...equal, ...others].slice(0, MOST_REASONS);
}

function warmAll(shelves: Readonly<Record<Side, ItemIndex>>): void {
  for (const each of Object.values(shelves)) each.warm();
}

/** An empty index. */
export function makeTextIndex(knowledge: Knowledge): TextIndex {
  const { stop, concepts } = knowledge;
  const dictionary = makeDictionary();
  const boilerplate = makeBoilerplate();
  const counts = makeConceptCounts();
  const shelf = () => makeItemIndex(knowledge, dictionary, counts);
  const shelves: Record<Side, ItemIndex> = { lists: shelf(), needs: shelf(), people: shelf() };
  const sides: Record<Side, Map<string, Entry>> = { lists: new Map(), needs: new Map(), people: new Map() };
  const find = (id: string): Entry | undefined => sides.lists.get(id) ?? sides.people.get(id) ?? sides.needs.get(id);
  const body = (item: MatchItem): readonly Segment[] =>
    segmentsOf(item.body, stop).filter((segment) => !boilerplate.has(segment.key));

  const takeOut = (entry: Entry): void => {
    for (const slot of entry.slots) shelves[entry.side].remove(slot);
    sides[entry.side].delete(entry.id);
  };
  const putIn = ({ id, side, items }: MatchText): Entry => {
    const read = items.map((item) => [...segmentsOf(item.subject, stop), ...body(item)]);
    const texts = read.map((segments) => segments.map((segment) => segment.original).join('\n'));
    const slots = read.map((segments, i) => shelves[side].put(texts[i] ?? '', segments));
    const entry: Entry = { id, side, items, slots, texts };
    sides[side].set(id, entry);
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
    warm: () => warmAll(shelves),
    entries: (side) => [...sides[side].values()],
    read: (words) => readWish(words, stop, boilerplate.has, concepts?.()),
    score(side, wish) {
      const scores = shelves[side].score(wish);
      return Float64Array.from(sides[side].values(), (entry) =>
        meanOfBest(entry.slots.map((slot) => scores[slot] ?? 0)),
      );
    },
    because(wish, id) {
      const items = find(id)?.items ?? [];
      const theirs = items.flatMap((item) => [...segmentsOf(item.subject, stop), ...(item.open ? body(item) : [])]);
      const idf = (term: string): number => dictionary.idf(dictionary.find(term));
      return allReasons(wish, theirs, idf, knowledge);
    },
  };
}

function sentencesOf(items: readonly MatchItem[], stop: StopList): readonly string[] {
  return items.flatMap((item) => segmentsOf(item.body, stop).map((segment) => segment.key));
}
