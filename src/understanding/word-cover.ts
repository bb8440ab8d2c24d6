/** Covers a whole message with known words, so that a phrase nobody listed is understood and an answer that merely holds such words is not. */

/** A closed vocabulary: each word with what it stands for; `''` for words that only accompany. */
export interface Vocabulary<Tag extends string> {
  readonly words: ReadonlyMap<string, Tag | ''>;
  readonly longest: number;
}

/** Builds a vocabulary from words separated by bars; a word's first tag counts. */
export function vocabulary<Tag extends string>(table: Readonly<Record<Tag | '', string>>): Vocabulary<Tag> {
  const words = new Map<string, Tag | ''>();
  for (const tag of keysOf(table)) {
    for (const word of table[tag].split('|')) if (!words.has(word)) words.set(word, tag);
  }
  return { words, longest: Math.max(...[...words.keys()].map((word) => word.length)) };
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table).filter((key): key is Key => key in table);
}

const GAP = /\s|\p{P}|\p{S}|\u200D|\uFE0F/u;
const LATIN = /[a-z0-9]/;

/** A latin word counts only as a whole: `pass` is none in `passive`. */
function standsAlone(text: string, start: number, end: number): boolean {
  const inside = (at: number): boolean => LATIN.test(text.charAt(at - 1)) && LATIN.test(text.charAt(at));
  return !(LATIN.test(text.charAt(start)) && inside(start)) && !(LATIN.test(text.charAt(end - 1)) && inside(end));
}

/** The cheapest way to one place of the text: how many words, and the last of them. */
interface Step<Tag extends string> {
  readonly cost: number;
  readonly from: number;
  readonly tag: Tag | '';
}

/** What the words of the text stand for, in order, when words and punctuation cover all of it by the fewest words; null when something is left. Text must be folded. */
export function coverTags<Tag extends string>(
  text: string,
  { words, longest }: Vocabulary<Tag>,
): readonly Tag[] | null {
  const best: (Step<Tag> | undefined)[] = [{ cost: 0, from: -1, tag: '' }];
  const offer = (at: number, step: Step<Tag>): void => {
    const known = best[at];
    if (known === undefined || step.cost < known.cost) best[at] = step;
  };
  for (let start = 0; start < text.length; start++) {
    const here = best[start];
    if (here === undefined) continue;
    if (GAP.test(text.charAt(start)) || /\p{Surrogate}/u.test(text.charAt(start)))
      offer(start + 1, { cost: here.cost, from: start, tag: '' });
    for (let end = start + 1; end <= Math.min(text.length, start + longest); end++) {
      const tag = words.get(text.slice(start, end));
      if (tag !== undefined && standsAlone(text, start, end)) offer(end, { cost: here.cost + 1, from: start, tag });
    }
  }
  const tags: Tag[] = [];
  for (let step = best[text.length]; step !== undefined && step.from >= 0; step = best[step.from]) {
    if (step.tag !== '') tags.unshift(step.tag);
  }
  return best[text.length] === undefined ? null : tags;
}

/** What known words stand for wherever they are, longest first from the left, and the share of the letters they cover (0 to 1). Text must be folded. */
export function tagsWithin<Tag extends string>(
  text: string,
  { words, longest }: Vocabulary<Tag>,
): { readonly tags: readonly Tag[]; readonly share: number } {
  const tags: Tag[] = [];
  let letters = 0;
  let covered = 0;
  let start = 0;
  while (start < text.length) {
    const found = longestWord(text, start, words, longest);
    const size = found?.size ?? 1;
    const gap = found === null && GAP.test(text.charAt(start));
    if (!gap) letters += size;
    if (found !== null) covered += size;
    if (found !== null && found.tag !== '') tags.push(found.tag);
    start += size;
  }
  return { tags, share: letters === 0 ? 0 : covered / letters };
}

function longestWord<Tag extends string>(
  text: string,
  start: number,
  words: ReadonlyMap<string, Tag | ''>,
  longest: number,
): { readonly tag: Tag | ''; readonly size: number } | null {
  for (let size = Math.min(longest, text.length - start); size > 0; size--) {
    const tag = words.get(text.slice(start, start + size));
    if (tag !== undefined && standsAlone(text, start, start + size)) return { tag, size };
  }
  return null;
}
