const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const BREAKS = [/\n\s*\n/g, /\n/g, /[。！？；!?;]/g, /[，、,\s]/g];

/** Cuts plain text into parts of at most `max` UTF-16 units: at a paragraph, a line, a sentence, else between graphemes. Nothing is lost but the white space around a cut. */
export function splitText(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const at = breakBefore(rest, max);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  parts.push(rest);
  return parts.filter((part) => part !== '');
}

function breakBefore(text: string, max: number): number {
  const head = text.slice(0, max);
  for (const pattern of BREAKS) {
    const at = lastEnd(head, pattern);
    if (at > max / 2) return at;
  }
  return graphemeStart(text, max);
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

function graphemeStart(text: string, max: number): number {
  const start = graphemes.segment(text.slice(0, max + 64)).containing(max)?.index ?? max;
  if (start > 0) return start;
  // One grapheme longer than a whole message (stacked marks): a code point is the most that can be kept together.
  const unit = text.charCodeAt(max);
  return unit >= 0xdc00 && unit <= 0xdfff ? max - 1 : max;
}
