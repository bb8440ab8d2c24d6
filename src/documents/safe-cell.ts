/** Texts of other people in a table that somebody opens in Excel. */
import { clean } from '../text/clean.ts';

/** What a spreadsheet takes for a formula, also after blanks and in full width. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
/** Excel refuses longer texts. */
const MOST = 32_000;

/** The text as a cell that is never a formula: `'` goes before =, +, -, @, tab and line ends at its beginning. */
export function safeCell(text: string): string {
  const isFormula = FORMULA.test(text);
  const plain = clean(text).slice(0, MOST);
  return isFormula ? `'${plain}` : plain;
}
