/** The label under which papers name the list they answer. */
import { bareLabel } from './label.ts';

const NUMBERS = new Set(['榜单编号', '榜编号', '榜单号', '揭榜编号', 'listnumber', 'listreference', 'listno']);

/** True for "number of the list" in the words papers use. */
export function isListNumber(label: string): boolean {
  return label.length < 20 && NUMBERS.has(bareLabel(label).bare);
}
