/** The first draft of a concept card: what the lexicon knows of a list's text, for people to correct. */
import type { DraftCard, IsThin } from '../ports/match.ts';
import type { CardDraft } from '../programme/concept-card.ts';
import { fold } from '../text/fold.ts';
import type { ConceptLexicon } from './concept-lexicon.ts';
import type { ConceptRow, Relation } from './concept-rows.ts';
import type { LexiconSource } from './meaning-keeper.ts';
import { type Segment, segmentsOf } from './segment.ts';
import { drain, inTurns } from './steps.ts';
import type { StopList } from './stop-list.ts';
import { bagOfSegments } from './wish.ts';

/**
 * A text that names fewer concepts with an entry of their own is thin. Spread over the archive's 82 lists (title, goals,
 * terms): 0 in 2, 1 in 35, 2 in 22, 3 in 11, 4 and more in 12; over the demo's lists, which say much more: 5 to 17.
 * Where half of the lexicon is left out, wishes find their list with nDCG .77 when it names none, .81 when it names one,
 * and .89 and more from two on (measured on wishes typed for the archive's lists).
 */
const ENOUGH_CONCEPTS = 2;

/** Concepts kept, names of each, words of a line, and neighbouring fields. */
const KEY_CONCEPTS = 6;
const NAMES_EACH = 4;
const LINE = 10;
const NEIGHBOURS = 5;
/** Entries a text is worded like that are looked at. */
const KIN = 40;
/** What being named counts beside being worded alike (0…1), and what a word counts that the text itself has. */
const NAMED = 0.3;
const IN_TEXT = 1;

interface Entry {
  readonly concept: number;
  readonly row: ConceptRow;
  readonly weight: number;
}

/** Drafts the card of a text. */
export function draftCard(text: string, lexicon: ConceptLexicon, stop: StopList): CardDraft {
  const segments = segmentsOf(text, stop);
  const worded = kinWeights(segments, lexicon, stop);
  const named = [...namedIn(segments, lexicon)].flatMap(([concept, count]): readonly Entry[] => {
    const row = lexicon.rowOf(concept);
    return row ? [{ concept, row, weight: (worded.get(concept) ?? 0) + NAMED * Math.min(2, count) }] : [];
  });
  const key = heaviest(named).slice(0, KEY_CONCEPTS);
  const folded = fold(text);
  const words = {
    concepts: key.flatMap(({ row }) => namesOf(row)),
    methods: related(key, 'p', folded),
    materials: related(key, 'm', folded),
    fields: related(key, 'u', folded),
    neighbours: neighboursOf(worded, named, key, lexicon),
  };
  return {
    words,
    names: key.map(({ row }) => row.forms[0]?.text ?? ''),
    met: named.length,
    thin: named.length < ENOUGH_CONCEPTS,
  };
}

/** Concepts with an entry of their own that a text names, with how often. */
function namedIn(segments: readonly Segment[], lexicon: ConceptLexicon): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { concept } of lexicon.mentions(segments))
    if (lexicon.rowOf(concept)) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return counts;
}

/** Tells whether a text is thin without drafting its card; not before the lexicon was read for something else. */
export function makeIsThin(source: LexiconSource, stop: StopList): IsThin {
  return (text) => source.isCurrent() && namedIn(segmentsOf(text, stop), drain(source.steps())).size < ENOUGH_CONCEPTS;
}

function kinWeights(
  segments: readonly Segment[],
  lexicon: ConceptLexicon,
  stop: StopList,
): ReadonlyMap<number, number> {
  const { entries, weights } = lexicon.kinOf(bagOfSegments(segments, stop), KIN);
  return new Map(Array.from(entries, (entry, i) => [entry, weights[i] ?? 0]));
}

function heaviest(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => b.weight - a.weight || a.concept - b.concept);
}

/** The first few names of a concept, one of them English where there is one. */
function namesOf(row: ConceptRow): readonly string[] {
  const clear = row.forms.filter(({ doubtful }, i) => i === 0 || !doubtful).map(({ text }) => text);
  const english = englishOf(row);
  const first = clear.slice(0, NAMES_EACH);
  return english === undefined || first.includes(english) ? first : [...first.slice(0, NAMES_EACH - 1), english];
}

/** The ends of one kind of relation, those first that several key concepts or the text itself name. */
function related(key: readonly Entry[], type: Relation, folded: string): readonly string[] {
  const votes = new Map<string, number>();
  for (const { row, weight } of key)
    for (const { type: own, to } of row.relations)
      if (own === type) votes.set(to, (votes.get(to) ?? (folded.includes(fold(to)) ? IN_TEXT : 0)) + weight);
  return [...votes]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, LINE)
    .map(([word]) => word);
}

/** Entries the text is worded like without naming them, and that no key concept is related to: others with the same ways of working. */
function neighboursOf(
  worded: ReadonlyMap<number, number>,
  named: readonly Entry[],
  key: readonly Entry[],
  lexicon: ConceptLexicon,
): readonly string[] {
  const own = new Set(named.map(({ concept }) => concept));
  const forms = new Set(key.flatMap(({ row }) => row.forms.map(({ text }) => text)));
  const ends = new Set(key.flatMap(({ row }) => row.relations.map(({ to }) => to)));
  const ways = new Set(key.flatMap(({ row }) => waysOf(row)));
  const others = [...worded].flatMap(([concept, weight]): readonly Entry[] => {
    const row = own.has(concept) ? undefined : lexicon.rowOf(concept);
    if (!row || row.forms.some(({ text }) => ends.has(text))) return [];
    if (row.relations.some(({ type, to }) => (type === 'b' || type === 'n') && forms.has(to))) return [];
    const shared = waysOf(row).filter((way) => ways.has(way)).length;
    return [{ concept, row, weight: weight * (1 + shared) }];
  });
  return heaviest(others)
    .slice(0, NEIGHBOURS)
    .flatMap(({ row }) => firstAndEnglish(row));
}

/** The name a field goes by, and its English one where there is one. */
function firstAndEnglish(row: ConceptRow): readonly string[] {
  const [first = ''] = row.forms.map(({ text }) => text);
  const english = englishOf(row);
  return english === undefined || english === first ? [first] : [first, english];
}

function englishOf({ forms }: ConceptRow): string | undefined {
  return forms.find(({ doubtful, text }, i) => (i === 0 || !doubtful) && /^[\x20-\x7e]{4,}$/u.test(text))?.text;
}

/** Processes and properties: what carries over from one trade to another. */
function waysOf({ relations }: ConceptRow): readonly string[] {
  return relations.filter(({ type }) => type === 'p' || type === 'x').map(({ to }) => to);
}

/** Drafts cards with the lexicon in force, which is read first where it has not been, letting other work go first. */
export function makeDraftCard(source: LexiconSource, stop: StopList): DraftCard {
  return async (text) => draftCard(text, await inTurns(source.steps()), stop);
}
