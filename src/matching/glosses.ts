/** A bridge from Chinese words to English stems, for comparing a text with one in the other language. */
import { stemmer } from 'stemmer';
import type { Bag } from './bag.ts';
import type { Segment } from './segment.ts';
import type { StopList } from './stop-list.ts';
import { isHan } from './unit.ts';
import { makeWordTable } from './word-table.ts';

/** Chinese word → the stems of its English meanings. */
export interface Glosses {
  stemsOf(word: string): readonly string[];
  has(word: string): boolean;
  /** Length of the longest word that `text` holds at `at`; 0 for none. */
  longestAt(text: string, at: number): number;
}

/** A dictionary's word with its meanings in English. */
export interface GlossEntry {
  readonly word: string;
  readonly meanings: readonly string[];
}

/** Most stems of a word that count: the first meanings come first. */
const MOST_STEMS = 8;
/** What a single character may mean for certain: an element. Others mean too many things. */
const ELEMENT = /\(chemistry\)/u;
/** Words of the dictionary's own language about words, and English function words. */
const SILENT =
  /^(?:a|an|the|to|of|in|on|at|by|for|with|and|or|be|is|are|as|from|into|that|it|its|etc|sb|sth|one|esp|usu|also|used|abbr|variant|see|old|surname|cl|lit|fig|e|g|i|s)$/u;
const HAN_WORD = /^\p{Script=Han}+$/u;
/** The longest word that is looked up. */
const LONGEST = 8;

function stemsIn(meaning: string): readonly string[] {
  const plain = meaning.toLowerCase().replace(/\([^)]*\)/gu, ' ');
  return (plain.match(/[a-z]+/gu) ?? []).filter((word) => word.length > 1 && !SILENT.test(word)).map(stemmer);
}

/** What a word's meanings say for the table. */
function stemsOfEntry({ word, meanings }: GlossEntry): readonly string[] {
  const telling = word.length === 1 ? meanings.filter((meaning) => ELEMENT.test(meaning)) : meanings;
  return telling.flatMap(stemsIn);
}

/** The table as text: a line a word, its stems after it. */
export function glossTable(entries: Iterable<GlossEntry>): string {
  const table = new Map<string, Set<string>>();
  for (const entry of entries) {
    if (!HAN_WORD.test(entry.word) || entry.word.length > LONGEST) continue;
    const stems = table.get(entry.word) ?? new Set<string>();
    for (const stem of stemsOfEntry(entry)) if (stems.size < MOST_STEMS) stems.add(stem);
    if (stems.size > 0) table.set(entry.word, stems);
  }
  return [...table].map(([word, stems]) => `${word} ${[...stems].join(' ')}`).join('\n');
}

/** Reads what {@link glossTable} wrote. */
export function parseGlosses(text: string): Glosses {
  const table = makeWordTable(text);
  return {
    stemsOf: (word) =>
      table
        .restOf(word)
        .split(' ')
        .filter((stem) => stem !== ''),
    has: table.has,
    longestAt: (source, at) => table.longestAt(source, at, LONGEST),
  };
}

/** The terms of a text for comparing it with one in the other language: its stems, and those of its Chinese words' meanings. */
export function glossBag(segments: readonly Segment[], glosses: Glosses, stop: StopList): Bag {
  const bag = new Map<string, number>();
  const count = (stem: string): void => {
    if (!stop.words.has(stem)) bag.set(stem, (bag.get(stem) ?? 0) + 1);
  };
  for (const { folded, units } of segments) {
    let done = 0;
    for (const { text, start } of units) {
      if (!isHan(text)) {
        if (!/^[\d.]+$/u.test(text)) count(text);
      } else if (start >= done) {
        const word = folded.slice(start, start + Math.max(1, glosses.longestAt(folded, start)));
        done = start + word.length;
        for (const stem of glosses.stemsOf(word)) count(stem);
      }
    }
  }
  return bag;
}
