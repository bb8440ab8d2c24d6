/** The lexical half of matching: records in and out, a score for every record of a side, reasons for those shown. */
import type { MatchHit } from '../ports/match.ts';
import { makeBoilerplate } from './boilerplate.ts';
import type { Bridge } from './bridge.ts';
import type { ConceptLexicon, Mention } from './concept-lexicon.ts';
import { conceptReasons } from './concept-reasons.ts';
import { type Dictionary, makeDictionary } from './dictionary.ts';
import { type Entry, makeEntryShelf } from './entry-shelf.ts';
import { type Knowledge, makeItemIndex } from './item-index.ts';
import { type MeaningKeeper, makeMeaningKeeper } from './meaning-keeper.ts';
import { isNoiseText } from './noise.ts';
import type { MatchItem, MatchText, Side } from './profile-text.ts';
import { MOST_REASONS, reasonsFor } from './reasons.ts';
import { makeRecent } from './recent.ts';
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
  /** Built before a wish is scored, it also compares across languages; null without a dictionary. */
  bridge(side: Side): Bridge | null;
  entries(side: Side): readonly Entry[];
  read(words: string): Wish;
  /** A score for each of `entries(side)`, in that order. */
  score(side: Side, wish: Wish): Float64Array;
  because(wish: Wish, id: string): MatchHit['because'];
}

/** Texts whose concepts are remembered: a wish is compared with many, and the same lists come up again and again. */
const MOST_REMEMBERED = 300;

/** The concepts a text names. */
type Mentions = (segments: readonly Segment[]) => readonly Mention[];

/** Concepts of texts, remembered until the lexicon is another one. */
function makeMentions(): (lexicon: ConceptLexicon) => Mentions {
  let last: ConceptLexicon | null = null;
  let mentions: Mentions = () => [];
  return (lexicon) => {
    if (lexicon !== last) mentions = makeRecent(MOST_REMEMBERED, lexicon.mentions);
    last = lexicon;
    return mentions;
  };
}

/** Different words for one thing first, then the stretches both texts share. */
function allReasons(
  wish: Wish,
  theirs: readonly Segment[],
  idf: (term: string) => number,
  stop: StopList,
  known: { readonly lexicon: ConceptLexicon; readonly mentions: Mentions } | null,
): MatchHit['because'] {
  const shared = reasonsFor(wish.segments, theirs, idf, stop);
  const isTelling = (pair: MatchHit['because'][number]): boolean => !isNoiseText(pair.yours, stop);
  const equal = known
    ? conceptReasons(known.mentions(wish.segments), known.mentions(theirs), known.lexicon).filter(isTelling)
    : [];
  const others = shared.filter(({ yours }) => !equal.some((pair) => pair.yours.includes(yours)));
  return [...equal, ...others].slice(0, MOST_REASONS);
}

/** Reasons for a record, quoting of it what may be quoted. */
function makeReasoner(
  stop: StopList,
  dictionary: Dictionary,
  body: (item: MatchItem) => readonly Segment[],
  lexiconNow: () => ConceptLexicon | null,
): (wish: Wish, entry: Entry) => MatchHit['because'] {
  const shownOf = makeRecent(MOST_REMEMBERED, ({ items }: Entry): readonly Segment[] =>
    items.flatMap((item) => [...segmentsOf(item.subject, stop), ...(item.open ? body(item) : [])]),
  );
  const mentionsBy = makeMentions();
  const rarity = (term: string): number => dictionary.idf(dictionary.find(term));
  return (wish, entry) => {
    const lexicon = lexiconNow();
    const known = lexicon && { lexicon, mentions: mentionsBy(lexicon) };
    return allReasons(wish, shownOf(entry), rarity, stop, known);
  };
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
  const body = (item: MatchItem) => segmentsOf(item.body, stop).filter((segment) => !boilerplate.has(segment.key));
  const becauseOf = makeReasoner(stop, dictionary, body, () => meanings?.lexicon() ?? null);

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
    bridge: (side) => shelves[side].bridge,
    entries: (side) => sides[side].all(),
    read: (words) => readWish(words, stop, boilerplate.has),
    score(side, wish) {
      const { scores, best } = shelves[side].score(wish);
      meanings?.of(side)?.score(wish.segments, best, scores);
      return sides[side].meansOfBest(scores);
    },
    because(wish, id) {
      const entry = find(id);
      return entry ? becauseOf(wish, entry) : [];
    },
  };
}

function sentencesOf(items: readonly MatchItem[], stop: StopList): readonly string[] {
  return items.flatMap((item) => segmentsOf(item.body, stop).map((segment) => segment.key));
}
