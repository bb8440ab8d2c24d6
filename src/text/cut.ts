/** Shortening for display. */

let graphemes: Intl.Segmenter | null = null;

/** At most `max` UTF-16 units, with … when something was left out, never inside a grapheme; a giant grapheme is dropped. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  const head = graphemes.segment(text.slice(0, max + 256)).containing(max - 1);
  return `${text.slice(0, head?.index ?? 0).trimEnd()}…`;
}
