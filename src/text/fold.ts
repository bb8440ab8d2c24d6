/** One form for comparing: width, case and script folded away. */
import { toSimplified } from './script.ts';

/** NFKC, lower case, traditional → simplified. For comparing only: never store or show the result as somebody's words. */
export function fold(text: string): string {
  return toSimplified(text.normalize('NFKC').toLowerCase());
}

/** The part of `original` that a span of `folded = fold(original)` came from; the folded part where lengths differ. */
export function unfold(original: string, folded: string, start: number, end: number): string {
  return (original.length === folded.length ? original : folded).slice(start, end);
}
