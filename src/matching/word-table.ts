/** A large dictionary kept as the text it came in: lines `word rest`, found by hash, nothing copied. */

/** Words of a table and what stands behind each. */
export interface WordTable {
  /** The rest of the word's line; empty for a word that is not there. */
  restOf(word: string): string;
  has(word: string): boolean;
  /** Length of the longest word, of at most `most` characters, that `text` holds at `at`; 0 for none. */
  longestAt(text: string, at: number, most: number): number;
}

const START = 5381;
const BLANK = 32;

const step = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

/** Where each line begins. */
function lineStarts(text: string): Int32Array {
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    starts.push(at);
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  return Int32Array.from(starts);
}

/** Line starts by hash of their word, in open addressing, one added so that 0 means free; the first of equal words is found first. */
function hashed(text: string, starts: Int32Array): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(starts.length * 2 + 2)));
  for (const start of starts) {
    let hash = START;
    for (let at = start; at < text.length && text.charCodeAt(at) > BLANK; at += 1)
      hash = step(hash, text.charCodeAt(at));
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = start + 1;
  }
  return slots;
}

/** Reads lines `word rest`. */
export function makeWordTable(text: string): WordTable {
  const slots = hashed(text, lineStarts(text));
  const isAt = (line: number, source: string, from: number, size: number): boolean => {
    for (let i = 0; i < size; i += 1) if (text.charCodeAt(line + i) !== source.charCodeAt(from + i)) return false;
    return text.charCodeAt(line + size) === BLANK;
  };
  /** Start of a word's line, or -1. */
  const find = (hash: number, source: string, from: number, size: number): number => {
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const line = (slots[slot] ?? 0) - 1;
      if (line < 0 || isAt(line, source, from, size)) return line;
    }
  };
  const lineOf = (word: string): number => {
    let hash = START;
    for (let i = 0; i < word.length; i += 1) hash = step(hash, word.charCodeAt(i));
    return word === '' ? -1 : find(hash, word, 0, word.length);
  };
  return {
    restOf(word) {
      const line = lineOf(word);
      if (line < 0) return '';
      const end = text.indexOf('\n', line);
      return text.slice(line + word.length + 1, end < 0 ? text.length : end);
    },
    has: (word) => lineOf(word) >= 0,
    longestAt(source, at, most) {
      const end = Math.min(source.length, at + most);
      let hash = START;
      let longest = 0;
      for (let to = at; to < end; to += 1) {
        hash = step(hash, source.charCodeAt(to));
        if (find(hash, source, at, to + 1 - at) >= 0) longest = to + 1 - at;
      }
      return longest;
    },
  };
}
