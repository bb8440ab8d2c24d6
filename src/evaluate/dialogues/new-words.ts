/** What an answer says of itself: a `3` in a counter, or the person's own words handed back, is no answer. */
import { fold } from '../../text/fold.ts';

const COUNTERS = /(?<![\d.])\d+\s*\/\s*\d+(?![\d.])/g;
const REFERENCES = /(?<![a-z0-9])[a-z]-[a-z0-9]{5}-[a-z0-9]{5}(?![a-z0-9])/g;
const QUOTED = /[「“"]([^」”"]*)[」”"]/g;

/** The folded text without progress counters, reference numbers and quotations of what was just said. */
export function newWords(text: string, said: string): string {
  const own = fold(said).replace(/\s/g, '');
  const plain = text.replace(COUNTERS, ' ').replace(REFERENCES, ' ');
  return plain.replace(QUOTED, (whole, inner: string) => (isOwn(inner, own) ? ' ' : whole));
}

/** True for a quotation of the person's words, also one that was cut. */
function isOwn(inner: string, own: string): boolean {
  const words = inner.replace(/\s|\.{2,3}$|…$/g, '');
  return words.length > 1 && own.includes(words);
}
