/** Where words begin in a text, by the word list of the JavaScript runtime. */

/** Characters on either side that decide where words end. */
const WINDOW = 12;
let segmenter: Intl.Segmenter | null = null;

/** True when a word begins, or the text ends, at offset `at`. */
export function isWordEdge(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const from = Math.max(0, at - WINDOW);
  const word = segmenter.segment(text.slice(from, at + WINDOW)).containing(at - from);
  return word?.index === at - from;
}
