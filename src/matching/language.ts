/** Which language a text is compared in. */

/** The languages the matcher tells apart. */
export type TextLanguage = 'zh' | 'en';

const HAN = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}/gu;

/** Chinese unless Latin letters outnumber Chinese characters three to one: technical Chinese is full of abbreviations. */
export function languageOf(text: string): TextLanguage {
  const han = text.match(HAN)?.length ?? 0;
  return 3 * han >= (text.match(LATIN)?.length ?? 0) ? 'zh' : 'en';
}
