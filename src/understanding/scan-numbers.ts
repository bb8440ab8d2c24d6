/** Finds counts in folded text, with the words that make them inexact. */
import { ENGLISH_NUMERAL_WORD, readEnglishNumeral } from '../text/english-numeral.ts';
import { isVagueNumeral, NUMERAL_CHARACTERS, readNumeral } from '../text/numeral.ts';

/** A number at a place of the text; NaN where it cannot be read, `vague` for 若干 and 几百. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly approx: boolean;
  readonly vague: boolean;
}

const NUMBER = new RegExp(
  `(?<sign>(?<![\\d一-龥])[-负])?(?:(?<dozen>half a dozen|a dozen|a couple(?: of)?|(?<![a-z])(?!an?(?![a-z]))${ENGLISH_NUMERAL_WORD}(?:(?:\\s+|(?<=[a-z])-(?=[a-z]))(?:(?<=hundred |thousand )and\\s+)?(?:${ENGLISH_NUMERAL_WORD}))*)|` +
    `(?<pair>[俩仨])|(?<chinese>[数几${NUMERAL_CHARACTERS}][几来多余数${NUMERAL_CHARACTERS}]*))`,
  'g',
);

function numberOf(match: RegExpExecArray): FoundNumber | null {
  const { sign, dozen, pair, chinese } = match.groups ?? {};
  const place = { start: match.index, end: match.index + match[0].length };
  if (pair !== undefined) return { ...place, value: pair === '俩' ? 2 : 3, approx: false, vague: false };
  const text = (dozen ?? chinese ?? '').replace(/[.,\s]+$/, '');
  const read = chinese === undefined && /[a-z]/.test(text) ? readEnglishNumeral(text) : readNumeral(text);
  const vague = read === null && (isVagueNumeral(text) || text.includes('几'));
  if (read === null && !vague && !/[\d十百千万亿]|[一二三四五六七八九]{2}/.test(text)) return null;
  const value = (read?.value ?? Number.NaN) * (sign === undefined ? 1 : -1);
  return { ...place, value: value === 0 ? 0 : value, approx: read?.approx ?? false, vague };
}

/** 一 before these counts nothing: 一大堆, 一些, 一点. */
const NO_COUNT = /^(?:大(?:堆|批|群|帮|把|串|摞|片|票)|堆|些|点|丁点|小?部分|系列)/;

/** All numbers of the text in order of place. */
export function findNumbers(folded: string): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const read = match[0] === '' ? null : numberOf(match);
    const loose = read !== null && match[0] === '一' && NO_COUNT.test(folded.slice(read.end));
    const number = loose ? { ...read, value: Number.NaN, vague: true } : read;
    if (number !== null) found.push(number);
  }
  return found;
}
