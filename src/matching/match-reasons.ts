/** Why a list and a person fit, so that both can check it: whose words, where they stand, by which relation, what is missing. */
import type { MatchReason, MatchReasons, ReasonItem, ReasonPart } from '../conversation/match-reason.ts';
import type { MatchHit } from '../ports/match.ts';
import { fold } from '../text/fold.ts';
import type { ConceptLexicon, Mention } from './concept-lexicon.ts';
import { englishOf, tieOf } from './concept-ties.ts';
import { isNoiseText } from './noise.ts';
import { type Segment, segmentsOf, spelling } from './segment.ts';
import type { StopList } from './stop-list.ts';

/** What is looked up in. */
export interface ReasonKnowledge {
  readonly stop: StopList;
  readonly lexicon: ConceptLexicon | null;
}

/** Reasons given, and targets named that nobody speaks of. */
const MOST_MET = 3;
const MOST_MISSING = 2;
/** Ties looked for once words alone give fewer reasons than this. */
const ENOUGH_WORDS = 2;
/** Concepts compared on either side. */
const MOST_CONCEPTS = 60;
/** Ties that say most go first. */
const TELLING = ['kind-of', 'has-kind', 'made-of', 'part-of', 'done-by', 'way-to', 'used-for', 'served-by'];

/** A concept named on one side, and where. */
interface Named<Place> {
  readonly mention: Mention;
  readonly words: string;
  readonly place: Place;
}

/** Up to three reasons, words before relations, and at most two targets no item speaks of. */
export function matchReasons(
  because: MatchHit['because'],
  items: readonly ReasonItem[],
  parts: readonly ReasonPart[],
  { stop, lexicon }: ReasonKnowledge,
): MatchReasons {
  const plain = because.filter(({ yours, theirs }) => !isNoiseText(yours, stop) && !isNoiseText(theirs, stop));
  const met = plain.slice(0, MOST_MET).map((pair) => placed(pair, items, parts, { stop, lexicon }));
  if (!lexicon) return { met, missing: missingOf(items, parts, { stop, lexicon }) };
  const ties = met.length < ENOUGH_WORDS ? tied(items, parts, met, { stop, lexicon }) : [];
  return { met: [...met, ...ties].slice(0, MOST_MET), missing: missingOf(items, parts, { stop, lexicon }) };
}

/** Where both halves of a pair stand, and what it is called in English. */
function placed(
  { yours, theirs }: MatchHit['because'][number],
  items: readonly ReasonItem[],
  parts: readonly ReasonPart[],
  knowledge: ReasonKnowledge,
): MatchReason {
  const english = englishFor(theirs, knowledge) ?? englishFor(yours, knowledge);
  return {
    yours,
    theirs,
    tie: fold(yours) === fold(theirs) ? 'same' : bareEqual(yours, theirs) ? 'same' : 'equal',
    item: holder(items, yours),
    part: holder(parts, theirs),
    ...(english !== null && { english }),
  };
}

/** 碳化硅 单晶 and 碳化硅单晶 are one. */
function bareEqual(one: string, other: string): boolean {
  const bare = (text: string) => fold(text).replace(/[\s\p{P}]/gu, '');
  return bare(one) === bare(other);
}

function holder<Place extends { readonly text: string }>(places: readonly Place[], words: string): Place | null {
  const wanted = fold(words);
  return places.find((place) => fold(place.text).includes(wanted)) ?? null;
}

/** The English name of what the words name and nothing else. */
function englishFor(words: string, { stop, lexicon }: ReasonKnowledge): string | null {
  if (!lexicon || !/\p{Script=Han}/u.test(words)) return null;
  const segments = segmentsOf(words, stop);
  const length = segments.reduce((sum, segment) => sum + segment.units.length, 0);
  const whole = lexicon.mentions(segments).find(({ from, to }) => to - from === length);
  return whole ? englishOf(lexicon, whole.concept) : null;
}

function namedIn<Place extends { readonly text: string }>(
  places: readonly Place[],
  { stop, lexicon }: ReasonKnowledge,
): readonly Named<Place>[] {
  if (!lexicon) return [];
  const by = new Map<Segment, Place>();
  for (const place of places) for (const segment of segmentsOf(place.text, stop)) by.set(segment, place);
  const seen = new Set<number>();
  return lexicon.mentions([...by.keys()]).flatMap((mention) => {
    const place = by.get(mention.segment);
    const words = spelledOf(mention);
    if (!place || seen.has(mention.concept) || isNoiseText(words, stop)) return [];
    seen.add(mention.concept);
    return [{ mention, words, place }];
  });
}

function spelledOf({ segment, from, to }: Mention): string {
  return spelling(segment, segment.units[from]?.start ?? 0, segment.units[to - 1]?.end ?? 0).trim();
}

/** Concepts of both sides that the lexicon ties, none whose words were shown already, each once. */
function tied(
  items: readonly ReasonItem[],
  parts: readonly ReasonPart[],
  met: readonly MatchReason[],
  knowledge: ReasonKnowledge,
): readonly MatchReason[] {
  const { lexicon } = knowledge;
  if (!lexicon) return [];
  const shown = met.flatMap(({ yours, theirs }) => [fold(yours), fold(theirs)]);
  const isNew = ({ words }: { readonly words: string }): boolean => !shown.some((each) => each.includes(fold(words)));
  const mine = namedIn(items, knowledge).filter(isNew).slice(0, MOST_CONCEPTS);
  const theirs = namedIn(parts, knowledge).filter(isNew).slice(0, MOST_CONCEPTS);
  const found = mine.flatMap((one) =>
    theirs.flatMap((other): readonly MatchReason[] => {
      if (one.mention.concept === other.mention.concept) return [];
      const tie = tieOf(lexicon, one.mention.concept, other.mention.concept);
      if (tie === null) return [];
      const english = englishOf(lexicon, one.mention.concept);
      const englishTheirs = englishOf(lexicon, other.mention.concept);
      return [
        {
          yours: one.words,
          theirs: other.words,
          tie,
          item: one.place,
          part: other.place,
          ...(english !== null && { english }),
          ...(englishTheirs !== null && { englishTheirs }),
        },
      ];
    }),
  );
  return eachOnce(found.toSorted((a, b) => rank(a) - rank(b)));
}

function rank({ tie }: MatchReason): number {
  const at = TELLING.indexOf(tie);
  return at < 0 ? TELLING.length : at;
}

function eachOnce(reasons: readonly MatchReason[]): readonly MatchReason[] {
  const used = new Set<string>();
  return reasons.filter(({ yours, theirs }) => {
    const words = [fold(yours), fold(theirs)];
    if (words.some((word) => used.has(word))) return false;
    for (const word of words) used.add(word);
    return true;
  });
}

/** Targets none of the person's items speak of, by word or by concept. A few words searched with are nobody's whole work: then nothing is missing. */
function missingOf(
  items: readonly ReasonItem[],
  parts: readonly ReasonPart[],
  knowledge: ReasonKnowledge,
): readonly string[] {
  const own = items.filter((item) => item.kind !== 'words');
  if (own.length === 0) return [];
  const said = new Set(own.flatMap((item) => pairsOf(item.text, knowledge.stop)));
  const meant = conceptsOf(
    own.map((item) => item.text),
    knowledge,
  );
  const isSpokenOf = (name: string): boolean => {
    const pairs = pairsOf(name, knowledge.stop);
    // A target of common words alone (合格率 95%) is nobody's subject.
    if (pairs.length === 0 || pairs.some((pair) => said.has(pair))) return true;
    return [...conceptsOf([name], knowledge)].some((concept) => meant.has(concept));
  };
  const targets = parts.filter((part) => part.kind === 'indicator').map((part) => part.text);
  return [...new Set(targets)].filter((name) => !isSpokenOf(name)).slice(0, MOST_MISSING);
}

/** Concepts named in texts, and those they are related to. */
function conceptsOf(texts: readonly string[], { stop, lexicon }: ReasonKnowledge): ReadonlySet<number> {
  if (!lexicon) return new Set();
  return new Set(lexicon.expand(lexicon.mentions(texts.flatMap((text) => segmentsOf(text, stop)))).keys());
}

/** Pairs of characters and stems of words that say something. */
function pairsOf(text: string, stop: StopList): readonly string[] {
  return segmentsOf(text, stop).flatMap(({ units }) =>
    units.flatMap((unit, i) => {
      const next = units[i + 1];
      if (/\p{Script=Han}/u.test(unit.text)) {
        const pair = next?.joined && /\p{Script=Han}/u.test(next.text) ? unit.text + next.text : '';
        return pair === '' || isNoiseText(pair, stop) ? [] : [pair];
      }
      return isNoiseText(unit.text, stop) || unit.text.length < 2 ? [] : [unit.text];
    }),
  );
}
