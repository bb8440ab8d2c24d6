/** How two concepts of the lexicon belong together, and what they are called in English. */
import type { ReasonTie } from '../conversation/match-reason.ts';
import { fold } from '../text/fold.ts';
import type { ConceptLexicon } from './concept-lexicon.ts';
import type { Relation } from './concept-rows.ts';

/** What a relation written at the first concept says of it, and what the same relation says when written at the second. */
const FORWARD: Readonly<Record<Relation, ReasonTie>> = {
  b: 'kind-of',
  n: 'has-kind',
  m: 'made-of',
  p: 'done-by',
  u: 'used-for',
  x: 'troubled-by',
};
const BACKWARD: Readonly<Record<Relation, ReasonTie>> = {
  b: 'has-kind',
  n: 'kind-of',
  m: 'part-of',
  p: 'way-to',
  u: 'served-by',
  x: 'trouble-of',
};

/** How `mine` stands to `theirs` by a relation written at either; null for none. */
export function tieOf(lexicon: ConceptLexicon, mine: number, theirs: number): ReasonTie | null {
  const forward = relationTo(lexicon, mine, theirs);
  if (forward) return FORWARD[forward];
  const backward = relationTo(lexicon, theirs, mine);
  return backward ? BACKWARD[backward] : null;
}

function relationTo(lexicon: ConceptLexicon, from: number, to: number): Relation | null {
  const names = new Set([fold(lexicon.nameOf(to)), ...(lexicon.rowOf(to)?.forms ?? []).map(({ text }) => fold(text))]);
  return lexicon.rowOf(from)?.relations.find((each) => names.has(fold(each.to)))?.type ?? null;
}

/** The first English name of a concept that means nothing else; null where the lexicon has none. */
export function englishOf(lexicon: ConceptLexicon, concept: number): string | null {
  const forms = lexicon.rowOf(concept)?.forms ?? [];
  return forms.find(({ text, doubtful }) => !doubtful && /^[a-z][a-z0-9 '/-]{2,}$/iu.test(text))?.text ?? null;
}
