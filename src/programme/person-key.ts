/** Names of people in Chinese and Latin letters, compared for likeness of the name only: several people share one. */
import { fold } from '../text/fold.ts';

const HAN = /\p{Script=Han}/u;
/** What a form or a citation puts beside a name. */
const BESIDE = /(?:教授|研究员|博士|老师|院士|高工|工程师|先生|女士)$|^(?:dr|prof|mr|ms|mrs)\b\.?/gu;

/**
 * True when two names are written for one name: 张伟 = 張 偉, Wei Zhang = ZHANG W. = Zhang, Wei; null when one is in
 * Chinese and the other in Latin letters, of which nothing can be said.
 */
export function isSameName(one: string, other: string): boolean | null {
  const [a, b] = [plainName(one), plainName(other)];
  if (a === '' || b === '') return false;
  if (HAN.test(a) !== HAN.test(b)) return null;
  if (HAN.test(a)) return a.replace(/\s/g, '') === b.replace(/\s/g, '');
  return isSameLatin(a.split(' '), b.split(' '));
}

function plainName(name: string): string {
  const plain = fold(name).replace(BESIDE, '');
  return plain
    .replace(/[-·•'’]/gu, '')
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every word of the shorter name has its own in the longer, in full or as an initial, and one is in full. */
function isSameLatin(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (few.length < 2) return few.join('') === many.join('');
  return meets(few, many) || mergings(many).some((merged) => meets(few, merged));
}

function meets(few: readonly string[], many: readonly string[]): boolean {
  const left = [...many];
  let full = 0;
  for (const word of few.toSorted((a, b) => b.length - a.length)) {
    const whole = left.indexOf(word);
    const at = whole >= 0 ? whole : left.findIndex((each) => isInitial(word, each));
    if (at < 0) return false;
    if (whole >= 0 && word.length > 1) full += 1;
    left.splice(at, 1);
  }
  return full > 0 && left.length === 0;
}

/** A given name of two syllables is written as one word or as two: 'Wei Min Zhang' is also 'Weimin Zhang'. */
function mergings(words: readonly string[]): readonly (readonly string[])[] {
  return words.slice(1).map((word, i) => [...words.slice(0, i), `${words[i] ?? ''}${word}`, ...words.slice(i + 2)]);
}

function isInitial(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length === 1 && long.startsWith(short);
}
