/** Finds sums of money in folded text. */
import { ENGLISH_NUMERAL_WORD, readEnglishNumeral } from '../text/english-numeral.ts';
import { isVagueNumeral, NUMERAL_CHARACTERS, readNumeral } from '../text/numeral.ts';

/** One sum as it stands in the text. `value` is in yuan when `unit` is set, else a bare number; NaN when it cannot be read. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** What the last unit multiplies by, so that 500 in 500-1000万 can take it over; null for a bare number. */
  readonly unit: number | null;
  readonly approx: boolean;
  readonly vague: boolean;
  /** Written wholly or partly in words (三千五, 5千). */
  readonly words: boolean;
}

const CHINESE = `(?![.,])[上数几${NUMERAL_CHARACTERS}](?:[来多余几数${NUMERAL_CHARACTERS}]|个(?=[万亿])|\\s+(?=[千百万亿\\d]))*`;
const JOIN =
  '(?:(?:\\s+|(?<=[a-z])-(?=[a-z]))(?:(?<=(?:hundred|thousand|million|billion) )and\\s+|of\\s+|and\\s+(?=a\\s+(?:half|quarter)))?|(?<=\\d)(?=[a-z]))';
const ENGLISH = `(?<![a-z])${ENGLISH_NUMERAL_WORD}(?:${JOIN}${ENGLISH_NUMERAL_WORD})*`;
const CURRENCY = '(?:元|圆|块|yuan|rmb|cny|renminbi|kuai|人民币)';
const SUM = new RegExp(
  `(?<sign>(?<![\\d万亿元w千百]\\s*)-|负)?\\s*(?<prefix>¥|rmb|cny|人民币)?\\s*(?:(?<english>${ENGLISH})|(?<chinese>${CHINESE}))` +
    `(?:\\s*个)?(?:\\s*(?<slang>百w|千w|kw|wan|w)(?![a-z]))?\\s*(?<currency>${CURRENCY})?(?:整|人民币)?`,
  'g',
);
const SLANG: Readonly<Record<string, number>> = { w: 1e4, wan: 1e4, kw: 1e7, 百w: 1e6, 千w: 1e7 };
/** A few million, several hundred thousand, tens of millions: no figure is named. */
const OPEN_ENGLISH = /(?<![a-z])(?:few|several|some|many|tens of|dozens of|hundreds of|a number of)\s*$/;
/** A bare scale behind such a word: “some 3 million” does name a figure. */
function isOpen(before: string, text: string): boolean {
  return OPEN_ENGLISH.test(before) && /^(?:hundred|thousand|millions?|billion)/.test(text);
}

const ARTICLES = /^(?:a|an|and|of|one|half|single|\s|-)+$/;

function chineseUnit(text: string): number | null {
  if (/万\s*$/.test(text)) return 1e4;
  if (text.includes('亿')) return 1e8;
  return text.includes('万') ? 1e4 : null;
}

function englishUnit(text: string): number | null {
  const scale = /(billion|bn|b|millions?|mn|mln|mil|mm|m|thousand|k|hundred)\s*$/.exec(text)?.[1];
  if (scale === undefined) return null;
  return readEnglishNumeral(`1 ${scale}`)?.value ?? null;
}

/** Builds the amount of one match; null for words that only look like numerals (来一, 上, a). */
function amountOf(match: RegExpExecArray): Amount | null {
  const before = match.input.slice(0, match.index);
  const { sign, prefix, english, chinese, slang, currency } = match.groups ?? {};
  const asEnglish = english !== undefined && (/[a-z]/.test(english) || chinese === undefined);
  const text = (english ?? chinese ?? '').replace(/[.,\s]+$/, '').replace(/个(?=[万亿])/, '');
  const latin = asEnglish && /[a-z]/.test(text);
  if (latin && ARTICLES.test(text)) return null;
  const read = latin ? readEnglishNumeral(text) : readNumeral(text);
  const vague = latin ? isOpen(before, text) : isVagueNumeral(text);
  if (read === null && !vague && !/[十百千万亿\d]/.test(text)) return null;
  const ownUnit = latin ? englishUnit(text) : chineseUnit(text);
  const times = slang === undefined ? 1 : (SLANG[slang] ?? 1);
  const unit = slang !== undefined ? times : (ownUnit ?? (currency === undefined && prefix === undefined ? null : 1));
  const value = read === null || vague ? Number.NaN : read.value * times * (sign === undefined ? 1 : -1);
  return {
    start: match.index,
    end: match.index + match[0].length,
    value: Number(value.toPrecision(15)),
    unit,
    approx: read?.approx ?? false,
    vague,
    words: !/\d/.test(text) || /[十百千]/.test(text),
  };
}

/** English runs swallow plain figures too; a figure followed by a Chinese unit must be read as Chinese. */
function matches(folded: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const pattern = new RegExp(SUM.source, 'g');
  for (let m = pattern.exec(folded); m !== null; m = pattern.exec(folded)) {
    const english = m.groups?.english;
    if (english !== undefined && /^[\d.,\s-]*$/.test(english)) {
      const chineseOnly = new RegExp(SUM.source.replace(`(?<english>${ENGLISH})|`, ''), 'y');
      chineseOnly.lastIndex = m.index;
      const again = chineseOnly.exec(folded);
      if (again !== null) {
        found.push(again);
        pattern.lastIndex = Math.max(m.index + 1, again.index + again[0].length);
        continue;
      }
    }
    found.push(m);
    if (m[0] === '') pattern.lastIndex++;
  }
  return found;
}

/** What may stand between the two ends of a range. */
const TO = /^\s*(?:-+|~+|–|—+|到|至|to|and)\s*$/;

/** True when the text between two amounts makes them a range. */
export function isRange(folded: string, first: Amount, second: Amount): boolean {
  return TO.test(folded.slice(first.end, second.start));
}

/** All sums of the text in order. Bare numbers (第一年, 一共) count only where no sum has a unit, or as an end of a range. */
export function findAmounts(folded: string): readonly Amount[] {
  const all = matches(folded)
    .map(amountOf)
    .filter((amount): amount is Amount => amount !== null);
  if (!all.some((amount) => amount.unit !== null)) return all;
  return all.filter((amount, i) => {
    const [before, after] = [all[i - 1], all[i + 1]];
    if (amount.unit !== null) return true;
    return (
      (after !== undefined && isRange(folded, amount, after)) ||
      (before !== undefined && isRange(folded, before, amount))
    );
  });
}
