/** Different words for one thing, found in both texts: 对位芳酰胺 = 芳纶. */
import type { MatchHit } from '../ports/match.ts';
import type { ConceptLexicon, Mention } from './concept-lexicon.ts';
import { spelling } from './segment.ts';

/** Most pairs shown. */
const MOST_PAIRS = 2;

type Pair = MatchHit['because'][number];

function foldedOf({ segment, from, to }: Mention): string {
  return segment.folded.slice(segment.units[from]?.start ?? 0, segment.units[to - 1]?.end ?? 0);
}

function spelledOf({ segment, from, to }: Mention): string {
  return spelling(segment, segment.units[from]?.start ?? 0, segment.units[to - 1]?.end ?? 0).trim();
}

const HAN = /\p{Script=Han}/u;

/** A concept also holds its kinds; words are shown as equal only where they plainly are: a shared character, or a translation in a small concept. */
function plainlyEqual(mine: string, theirs: string, isSmall: boolean): boolean {
  if (!HAN.test(mine) || !HAN.test(theirs)) return isSmall;
  return [...mine].some((character) => theirs.includes(character));
}

/** Pairs of different words for one concept, in the wish's order, each concept once. */
export function conceptReasons(
  wish: readonly Mention[],
  text: readonly Mention[],
  lexicon: ConceptLexicon,
): readonly Pair[] {
  const shown = new Map<number, Pair>();
  for (const mine of wish) {
    if (shown.size === MOST_PAIRS || shown.has(mine.concept)) continue;
    const others = text.filter(({ concept }) => concept === mine.concept);
    if (others.some((theirs) => foldedOf(theirs) === foldedOf(mine))) continue;
    const theirs = others.find((each) => plainlyEqual(foldedOf(mine), foldedOf(each), lexicon.isSmall(mine.concept)));
    if (theirs) shown.set(mine.concept, { yours: spelledOf(mine), theirs: spelledOf(theirs) });
  }
  return [...shown.values()];
}
