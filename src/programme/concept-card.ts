/** The concept card of a list or need: what it is about in the words of the trade, for finding who can solve it. */
import { clean } from '../text/clean.ts';
import { fold } from '../text/fold.ts';

/** The lines of a card: what it is about, how it is made, of what, what for, and who else could solve it. */
export const CARD_KINDS = ['concepts', 'methods', 'materials', 'fields', 'neighbours'] as const;
/** One of {@link CARD_KINDS}. */
export type CardKind = (typeof CARD_KINDS)[number];

/** The words of a card, each line in the order people gave it. */
export type CardWords = Readonly<Record<CardKind, readonly string[]>>;

/** A card somebody confirmed; `at` is when it was last changed, ISO. */
export interface ConceptCard extends CardWords {
  readonly by: 'owner' | 'staff';
  readonly at: string;
}

/** What the lexicon proposes for a text, and how well it knows it. */
export interface CardDraft {
  readonly words: CardWords;
  /** The concepts themselves by their first names, the most telling first. */
  readonly names: readonly string[];
  /** How many concepts with an entry of their own the text names. */
  readonly met: number;
  /** True when these are too few for the lexicon to help much. */
  readonly thin: boolean;
}

/** Most words of one line, and characters of one word; a draft fills no more than 24, so that people can add to it. */
const MOST_WORDS = 40;
const LONGEST_WORD = 40;
/** What parts the words of a line; a blank does not, for English names have some. */
const PARTS = /[、，,;；|\n\t]+/u;

/** The words of a line as typed, in order: parted by 、 or its like, none twice, none too long to be a term. */
export function cardLine(text: string): readonly string[] {
  const seen = new Set<string>();
  const words: string[] = [];
  for (const part of clean(text).split(PARTS)) {
    const word = part.trim().replace(/\s+/gu, ' ');
    if (word === '' || word.length > LONGEST_WORD || !/[\p{L}\p{N}]/u.test(word) || seen.has(fold(word))) continue;
    seen.add(fold(word));
    words.push(word);
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

/** A card from its lines as typed. */
export function cardOf(lines: Readonly<Record<CardKind, string>>): CardWords {
  const { concepts, methods, materials, fields, neighbours } = lines;
  return {
    concepts: cardLine(concepts),
    methods: cardLine(methods),
    materials: cardLine(materials),
    fields: cardLine(fields),
    neighbours: cardLine(neighbours),
  };
}

/** A card without a word. */
export const EMPTY_CARD: CardWords = { concepts: [], methods: [], materials: [], fields: [], neighbours: [] };

/** True when no line of it has a word. */
export function isEmptyCard(card: CardWords): boolean {
  return CARD_KINDS.every((kind) => card[kind].length === 0);
}

/** What of a card is compared with people: everything but the neighbouring fields, which are only where else to look. */
export function cardText(card: CardWords): string {
  return CARD_KINDS.filter((kind) => kind !== 'neighbours')
    .map((kind) => card[kind].join('、'))
    .filter((words) => words !== '')
    .join('\n');
}
