/** Concepts: what different words mean the same thing, and which things belong together. */
import { fold } from '../text/fold.ts';
import type { ConceptRow, Relation } from './concept-rows.ts';
import { makePhrases, type Phrases } from './phrases.ts';
import type { Segment } from './segment.ts';
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
}

/** How much of a concept a relation carries over. */
const SHARE: Readonly<Record<Relation, number>> = { b: 0.5, n: 0.6, m: 0.5, p: 0.6, u: 0.6, x: 0.4 };

/** Concepts with more forms hold kinds and parts beside names. */
const FEW_FORMS = 14;
/** A lone English word (filter, casting, die) means other things too. */
const ENGLISH_WORD = /^[a-z]+$/u;

interface Concept {
  readonly sector: string;
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

function enterForms(rows: readonly ConceptRow[], phrases: Phrases<Meaning>): void {
  rows.forEach((row, concept) => {
    for (const { text, doubtful: marked } of row.forms) {
      const doubtful = marked || ENGLISH_WORD.test(text);
      const units = formUnits(text);
      const known = phrases.get(units);
      if (!known) phrases.add(units, { concepts: [concept], doubtful });
      else if (!known.concepts.includes(concept)) {
        known.concepts.push(concept);
        known.doubtful ||= doubtful;
      }
    }
  });
}

/** Draws the relations; the end of one that is no concept's form becomes a concept of its own. */
function relate(rows: readonly ConceptRow[], phrases: Phrases<Meaning>): readonly Concept[] {
  const concepts: Concept[] = rows.map(({ sector }) => ({ sector, related: new Map() }));
  rows.forEach(({ relations, sector }, at) => {
    for (const { type, to } of relations) {
      const units = formUnits(to);
      if (units.length === 0) continue;
      const known = phrases.get(units);
      if (!known)
        phrases.add(units, { concepts: [concepts.push({ sector, related: new Map() }) - 1], doubtful: false });
      for (const target of phrases.get(units)?.concepts ?? []) {
        const related = concepts[at]?.related;
        if (target !== at) related?.set(target, Math.max(related.get(target) ?? 0, SHARE[type]));
      }
    }
  });
  return concepts;
}

/** Longest matches; doubtful ones need another mention of their sector. */
function mentionsOf(
  segments: readonly Segment[],
  phrases: Phrases<Meaning>,
  concepts: readonly Concept[],
): readonly Mention[] {
  const found = segments.flatMap((segment) =>
    phrases.find(segment.units).map(({ meaning, from, to }) => ({ ...meaning, segment, from, to })),
  );
  const sectorOf = (concept: number): string => concepts[concept]?.sector ?? '';
  const sure = found.filter(({ doubtful }) => !doubtful).flatMap((each) => each.concepts.map(sectorOf));
  const company = new Set(sure);
  return found.flatMap(({ concepts: named, doubtful, segment, from, to }) =>
    named
      .filter((concept) => !doubtful || company.has(sectorOf(concept)))
      .map((concept) => ({ concept, segment, from, to })),
  );
}

/** Builds the lexicon. */
export function makeConceptLexicon(rows: readonly ConceptRow[]): ConceptLexicon {
  const phrases = makePhrases<Meaning>();
  enterForms(rows, phrases);
  const concepts = relate(rows, phrases);
  return {
    size: concepts.length,
    isSmall: (concept) => (rows[concept]?.forms.length ?? 0) <= FEW_FORMS,
    mentions: (segments) => mentionsOf(segments, phrases, concepts),
    expand(mentions) {
      const vector = new Map<number, number>();
      const raise = (concept: number, weight: number): void => {
        if ((vector.get(concept) ?? 0) < weight) vector.set(concept, weight);
      };
      for (const { concept } of mentions) {
        raise(concept, 1);
        for (const [other, weight] of concepts[concept]?.related ?? []) raise(other, weight);
      }
      return vector;
    },
  };
}
