/** Takes telephone numbers out of words that go where everybody of a room reads them. */

const DIGIT = '[0-9０-９]';
const GAP = '[\\s\\-－—·.]{0,2}';
const PHONE = new RegExp(
  `(?<!${DIGIT})(?:[+＋]?(?:86|８６)${GAP})?(?:[1１][3-9３-９]${DIGIT}(?:${GAP}${DIGIT}){8}|[0０]${DIGIT}{2,3}${GAP}${DIGIT}{7,8})(?!${DIGIT})`,
  'g',
);

/** The text with every mobile and landline number replaced by `***`. */
export function maskPhone(text: string): string {
  return text.replace(PHONE, '***');
}
