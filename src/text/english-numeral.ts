/** English numerals as people write them: half a million, one hundred and twenty, 1.5bn, 500k, a dozen. */
import type { Numeral } from './numeral.ts';

const SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, n) => [word, (n + 2) * 10]),
);
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mil: 1e6,
  mm: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};
const WORDS = [
  ...Object.keys(SMALL),
  ...Object.keys(TENS),
  ...Object.keys(SCALES),
  'half',
  'quarter',
  'couple',
  'a',
  'an',
  'single',
];

/** One word of a numeral, or digits, for use inside a regular expression; text must be folded. */
export const ENGLISH_NUMERAL_WORD = `(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?|(?:${WORDS.sort((a, b) => b.length - a.length).join('|')})(?![a-z]))`;

/** Adds one word to the sum: hundreds join the section below the next scale. */
function step(total: number, section: number | null, word: string): readonly [number, number | null] | null {
  const small = SMALL[word] ?? TENS[word] ?? (/^\d/.test(word) ? Number(word) : undefined);
  if (small !== undefined) {
    if (section !== null && (/^\d/.test(word) || section % 10 !== 0 || small >= 100)) return null;
    return [total, (section ?? 0) + small];
  }
  const scale = SCALES[word];
  if (scale === undefined) return null;
  if (scale <= 100) return section === null || section >= 100 ? null : [total, section * scale];
  if (total !== 0 && (section === null || total < scale)) return null;
  return [total + (section ?? (total === 0 ? 1 : 0)) * scale, null];
}

/** Fractions and articles said before a scale: half a million, a quarter of a million, two and a half. */
function fractions(text: string): string {
  return text
    .replace(/\b(\w+) and a half\b/g, (_, n: string) => `${(SMALL[n] ?? Number(n)) + 0.5}`)
    .replace(/\b(\w+) and a quarter\b/g, (_, n: string) => `${(SMALL[n] ?? Number(n)) + 0.25}`)
    .replace(/\ba?\s*quarter of an?\b/g, '0.25')
    .replace(/\bhalf (?:of )?an?\b|\ba half\b/g, '0.5')
    .replace(/\ba couple of\b|\ba couple\b/g, '2')
    .replace(/\b(?:a|an|one single|a single)\b/g, 'one');
}

/** Reads folded text as one number, all of it; null when it is none. `approx` for “a couple”. */
export function readEnglishNumeral(text: string): Numeral | null {
  if (text.length > 120) return null;
  const spaced = fractions(text.trim().replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''))
    .replace(/(\d)(?=[a-z])/g, '$1 ')
    .replace(/-/g, ' ');
  const words = spaced.split(/\s+/).filter((word) => word !== '' && word !== 'and' && word !== 'of');
  if (words.length === 0) return null;
  let total = 0;
  let section: number | null = null;
  for (const word of words) {
    const next = step(total, section, word);
    if (next === null) return null;
    [total, section] = next;
  }
  const value = Number((total + (section ?? 0)).toPrecision(15));
  return Number.isFinite(value) ? { value, approx: /\bcouple\b/.test(text) } : null;
}
