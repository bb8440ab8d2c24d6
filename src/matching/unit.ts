/** Folded text → comparable units: characters for Chinese, stems for everything else. */
import { stemmer } from 'stemmer';

/** One comparable unit of a text: a Chinese character or a stem, with its place in the folded text. */
export interface Unit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True when only blanks or hyphens, or nothing, lie between this unit and the one before. */
  readonly joined: boolean;
}

const HAN = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const NUMBER = '\\d+(?:\\.\\d+)*[a-zμωφ%°]*';
const WORD = `[^\\s\\p{P}\\p{S}\\p{Z}\\p{C}${HAN}]+`;
const HAN_CHARACTER = new RegExp(`^[${HAN}]$`, 'u');
const UNIT = new RegExp(`[${HAN}]|${NUMBER}|${WORD}`, 'gu');
const BETWEEN_WORDS = /^[\s\-‐‑–]*$/u;
const LATIN = /^[a-z]+$/u;

/** True for one Chinese (or kana) character. */
export function isHan(unit: string): boolean {
  return HAN_CHARACTER.test(unit);
}

/** The units of a folded text, in order. */
export function unitsOf(folded: string): readonly Unit[] {
  const units: Unit[] = [];
  let end = 0;
  for (const match of folded.matchAll(UNIT)) {
    const raw = match[0];
    const joined = units.length > 0 && BETWEEN_WORDS.test(folded.slice(end, match.index));
    end = match.index + raw.length;
    units.push({ text: LATIN.test(raw) ? stemmer(raw) : raw, start: match.index, end, joined });
  }
  return units;
}
