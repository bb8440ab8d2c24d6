/** Wording of another region (軟體, 奈米) read as the wording most texts have (软件, 纳米). */
import { fold } from '../text/fold.ts';

/** What is replaced, longest first, and by what; all folded. */
export interface RegionalWords {
  readonly pattern: RegExp;
  readonly readAs: ReadonlyMap<string, string>;
}

/** A folded text in the common wording. */
export interface Reworded {
  readonly text: string;
  /** Place in `text` → place in what it was; null when nothing was replaced. */
  readonly places: Uint32Array | null;
}

/** Reads `data/lexicon/regional-words.tsv`: wording, tab, what it is read as; `#` comments. Null when it holds none. */
export function parseRegionalWords(text: string): RegionalWords | null {
  const readAs = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [from = '', to = ''] = line.split('\t').map((word) => fold(word.trim()));
    if (!line.startsWith('#') && from !== '' && to !== '') readAs.set(from, to);
  }
  if (readAs.size === 0) return null;
  const longestFirst = [...readAs.keys()].toSorted((a, b) => b.length - a.length);
  return { pattern: new RegExp(longestFirst.join('|'), 'gu'), readAs };
}

/** Puts the common wording in place of the regional one. */
export function reword(folded: string, { pattern, readAs }: RegionalWords): Reworded {
  const places: number[] = [];
  let text = '';
  let done = 0;
  const keep = (end: number): void => {
    text += folded.slice(done, end);
    for (; done < end; done += 1) places.push(done);
  };
  for (const { 0: from, index } of folded.matchAll(pattern)) {
    const to = readAs.get(from) ?? from;
    if (to === from) continue;
    keep(index);
    for (let at = 0; at < to.length; at += 1) places.push(index + Math.min(at, from.length - 1));
    text += to;
    done = index + from.length;
  }
  if (places.length === 0 && done === 0) return { text: folded, places: null };
  keep(folded.length);
  return { text, places: Uint32Array.from([...places, folded.length]) };
}
