/** What somebody looks for, read once for scoring and reasons. */
import { type Bag, bagOf } from './bag.ts';
import { languageOf, type TextLanguage } from './language.ts';
import { type Segment, segmentsOf } from './segment.ts';
import type { StopList } from './stop-list.ts';

/** A text taken apart. */
export interface Wish {
  readonly segments: readonly Segment[];
  readonly bag: Bag;
  readonly language: TextLanguage;
}

/** Characters of a wish that are read: longer ones are whole documents, whose head says what they are about. */
const MOST_CHARACTERS = 6_000;

/** Counts the terms of all segments together. */
export function bagOfSegments(segments: readonly Segment[], stop: StopList): Bag {
  const [first, ...rest] = segments;
  if (first && rest.length === 0) return bagOf(first.units, stop);
  const bag = new Map<string, number>();
  for (const segment of segments)
    for (const [term, count] of bagOf(segment.units, stop)) bag.set(term, (bag.get(term) ?? 0) + count);
  return bag;
}

/** A first sentence is a title when what follows is so many times as long. */
const TITLE_RATIO = 4;

/** The same for comparing words: what stands in the title of a longer text counts twice. */
export function bagWithTitle(segments: readonly Segment[], stop: StopList): Bag {
  const [first, ...rest] = segments;
  const following = rest.reduce((sum, { units }) => sum + units.length, 0);
  const isTitled = first !== undefined && following > 0 && following >= TITLE_RATIO * first.units.length;
  return bagOfSegments(isTitled ? [first, ...segments] : segments, stop);
}

/** Takes a text apart, leaving out the sentences `isBoilerplate` knows unless nothing else is said. */
export function readWish(text: string, stop: StopList, isBoilerplate: (key: string) => boolean): Wish {
  const head = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text;
  const all = segmentsOf(head, stop);
  const own = all.filter((segment) => !isBoilerplate(segment.key));
  const segments = own.length === 0 ? all : own;
  const language = languageOf(segments.map((segment) => segment.original).join(' '));
  return { segments, bag: bagWithTitle(segments, stop), language };
}
