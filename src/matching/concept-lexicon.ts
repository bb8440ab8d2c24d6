/** Concepts: what different words mean the same thing, and which things belong together. */
import { fold } from '../text/fold.ts';
import { type Bag, bagOf } from './bag.ts';
import type { ConceptRow, Relation } from './concept-rows.ts';
import { type Kin, kinReaderSteps } from './kin-reader.ts';
import { makePhrases, type Phrases } from './phrases.ts';
import type { Segment } from './segment.ts';
import { drain, type Steps } from './steps.ts';
import type { StopList } from './stop-list.ts';
import { type Unit, unitsOf } from './unit.ts';

/** Concept number → weight. */
export type ConceptVector = ReadonlyMap<number, number>;

/** A concept named in a text: units `from`…`to` of a segment. */
export interface Mention {
  readonly concept: number;
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
}

/** The lexicon ready for use. */
export interface ConceptLexicon {
  /** How many concepts, words that only appear as the end of a relation included. */
  readonly size: number;
  /** True when a concept has so few forms that all of them mean the same. */
  isSmall(concept: number): boolean;
  /** Every concept a text names; doubtful forms only where another concept of the same field is named too. */
  mentions(segments: readonly Segment[]): readonly Mention[];
  /** 1 for what is named, less for what is related to it. */
  expand(mentions: readonly Mention[]): ConceptVector;
  /** The `most` entries a text is worded like, whether it names them or not. */
  kinOf(bag: Bag, most: number): Kin;
  /** The first name of a concept, as written. */
  nameOf(concept: number): string;
  /** The line a concept was written in; undefined for words that only appear as the end of a relation. */
  rowOf(concept: number): ConceptRow | undefined;
}

/** How much of a concept a relation carries over. */
const SHARE: Readonly<Record<Relation, number>> = { b: 0.5, n: 0.6, m: 0.5, p: 0.6, u: 0.6, x: 0.4 };

/** Concepts with more forms hold kinds and parts beside names. */
const FEW_FORMS = 14;
/** A lone English word (filter, casting, die) means other things too. */
const ENGLISH_WORD = /^[a-z]+$/u;

/** Rows between two pauses while reading. */
const PACE = 25;

interface Concept {
  readonly sector: string;
  readonly name: string;
  readonly related: Map<number, number>;
}

/** What a form means. */
interface Meaning {
  readonly concepts: number[];
  doubtful: boolean;
}

/** The units of a form. */
export function formUnits(form: string): readonly Unit[] {
  return unitsOf(fold(form));
}

type UnitsOf = (form: string) => readonly Unit[];

/** Forms are read once, however many rows relate to them. */
function remembered(): UnitsOf {
  const known = new Map<string, readonly Unit[]>();
  return (form) => {
    const units = known.get(form) ?? formUnits(form);
    known.set(form, units);
    return units;
  };
}

function* enterForms(rows: readonly ConceptRow[], phrases: Phrases<Meaning>, read: UnitsOf): Steps<void> {
  for (const [concept, row] of rows.entries()) {
    for (const { text, doubtful: marked } of row.forms) {
      const doubtful = marked || ENGLISH_WORD.test(text);
      const units = read(text);
      const known = phrases.get(units);
      if (!known) phrases.add(units, { concepts: [concept], doubtful });
      else if (!known.concepts.includes(concept)) {
        known.concepts.push(concept);
        known.doubtful ||= doubtful;
      }
    }
    if (concept % PACE === 0) yield;
  }
}

/** Draws the relations; the end of one that is no concept's form becomes a concept of its own. */
function* relate(rows: readonly ConceptRow[], phrases: Phrases<Meaning>, read: UnitsOf): Steps<readonly Concept[]> {
  const concepts: Concept[] = rows.map(({ sector, forms }) => ({
    sector,
    name: forms[0]?.text ?? '',
    related: new Map(),
  }));
  for (const [at, { relations, sector }] of rows.entries()) {
    if (at % PACE === 0) yield;
    for (const { type, to } of relations) {
      const units = read(to);
      if (units.length === 0) continue;
      const known = phrases.get(units);
      if (!known)
        phrases.add(units, {
          concepts: [concepts.push({ sector, name: to, related: new Map() }) - 1],
          doubtful: false,
        });
      for (const target of phrases.get(units)?.concepts ?? []) {
        const related = concepts[at]?.related;
        if (target !== at) related?.set(target, Math.max(related.get(target) ?? 0, SHARE[type]));
      }
    }
  }
  return concepts;
}

const EVERY_WORD: StopList = { words: new Set(), reasons: new Set(), blank: null };

/** The words of a row: its names and the ends of its relations. */
function bagOfRow({ forms, relations }: ConceptRow, read: UnitsOf): Bag {
  const bag = new Map<string, number>();
  for (const text of [...forms.map((form) => form.text), ...relations.map(({ to }) => to)])
    for (const [term, count] of bagOf(read(text), EVERY_WORD)) bag.set(term, (bag.get(term) ?? 0) + count);
  return bag;
}

function* bagsOf(rows: readonly ConceptRow[], read: UnitsOf): Steps<readonly Bag[]> {
  const bags: Bag[] = [];
  for (const row of rows) {
    bags.push(bagOfRow(row, read));
    if (bags.length % PACE === 0) yield;
  }
  return bags;
}

/** Longest matches; doubtful ones need another mention of their sector. */
function mentionsOf(
  segments: readonly Segment[],
  phrases: Phrases<Meaning>,
  concepts: readonly Concept[],
): readonly Mention[] {
  const sectorOf = (concept: number): string => concepts[concept]?.sector ?? '';
  const found = segments.map((segment) => ({ segment, phrases: phrases.find(segment.units) }));
  const company = new Set<string>();
  for (const each of found)
    for (const { meaning } of each.phrases)
      if (!meaning.doubtful) for (const concept of meaning.concepts) company.add(sectorOf(concept));
  const mentions: Mention[] = [];
  for (const { segment, phrases: named } of found)
    for (const { meaning, from, to } of named)
      for (const concept of meaning.concepts)
        if (!meaning.doubtful || company.has(sectorOf(concept))) mentions.push({ concept, segment, from, to });
  return mentions;
}

/** Builds the lexicon. */
export function* conceptLexiconSteps(rows: readonly ConceptRow[]): Steps<ConceptLexicon> {
  const phrases = makePhrases<Meaning>();
  const read = remembered();
  yield* enterForms(rows, phrases, read);
  const concepts = yield* relate(rows, phrases, read);
  const bags = yield* bagsOf(rows, read);
  const kin = yield* kinReaderSteps(bags, (entry) => concepts[entry]?.related ?? new Map());
  return {
    size: concepts.length,
    isSmall: (concept) => (rows[concept]?.forms.length ?? 0) <= FEW_FORMS,
    mentions: (segments) => mentionsOf(segments, phrases, concepts),
    expand: (mentions) => expanded(mentions, concepts),
    kinOf: kin.kinOf,
    nameOf: (concept) => concepts[concept]?.name ?? '',
    rowOf: (concept) => rows[concept],
  };
}

/** Builds the lexicon at once. */
export function makeConceptLexicon(rows: readonly ConceptRow[]): ConceptLexicon {
  return drain(conceptLexiconSteps(rows));
}

function expanded(mentions: readonly Mention[], concepts: readonly Concept[]): ConceptVector {
  const vector = new Map<number, number>();
  const raise = (concept: number, weight: number): void => {
    if ((vector.get(concept) ?? 0) < weight) vector.set(concept, weight);
  };
  for (const { concept } of mentions) {
    raise(concept, 1);
    for (const [other, weight] of concepts[concept]?.related ?? []) raise(other, weight);
  }
  return vector;
}
