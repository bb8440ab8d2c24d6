/** A text as the matcher reads it: cut into sentences, each with its own spelling beside its folded form. */
import { clean } from '../text/clean.ts';
import { cut } from '../text/cut.ts';
import { fold, unfold } from '../text/fold.ts';
import { reword } from './regional.ts';
import type { StopList } from './stop-list.ts';
import { type Unit, unitsOf } from './unit.ts';

/** One sentence or clause. */
export interface Segment {
  readonly original: string;
  /** The folded sentence, in the common wording where it was written in that of a region. */
  readonly folded: string;
  /** Place in `folded` → place in `original`; null where they are the same, empty where nobody can tell. */
  readonly places: Uint32Array | null;
  readonly units: readonly Unit[];
  /** The folded sentence without blanks and signs: equal keys mean the same sentence. */
  readonly key: string;
}

/** Characters of one text that are read; the rest is left out. */
export const MOST_CHARACTERS = 20_000;
const SENTENCE_END = /[\n。！？!?；;]+/u;

/** One sentence in both spellings, not yet read. */
interface Sentence {
  readonly original: string;
  readonly folded: string;
}

/** True for text written in traditional characters, as far as that shows. */
function isTraditional({ original, folded }: Sentence): boolean {
  return original.normalize('NFKC').toLowerCase() !== folded;
}

const NOBODY_KNOWS = new Uint32Array(0);

function read({ original, folded: whole }: Sentence, traditional: boolean, stop: StopList): Segment {
  const { text, places } = traditional && stop.regional ? reword(whole, stop.regional) : { text: whole, places: null };
  const folded = stop.blank === null ? text : text.replace(stop.blank, (phrase) => '|'.repeat(phrase.length));
  const units = unitsOf(folded);
  return {
    original,
    folded,
    places: places && (original.length === whole.length ? places : NOBODY_KNOWS),
    units,
    key: units.map((unit) => unit.text).join(''),
  };
}

/** The sentences of a text; ranks, honours, ages and the frames of titles are blanked out, so that they can neither count nor be quoted. */
export function segmentsOf(text: string, stop: StopList): readonly Segment[] {
  const sentences = clean(cut(text, MOST_CHARACTERS))
    .split(SENTENCE_END)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((original) => ({ original, folded: fold(original) }));
  const traditional = stop.regional ? sentences.some(isTraditional) : false;
  return sentences.map((sentence) => read(sentence, traditional, stop));
}

/** A span of a segment in its author's own spelling. */
export function spelling({ original, folded, places }: Segment, start: number, end: number): string {
  if (!places) return unfold(original, folded, start, end);
  if (places.length === 0) return folded.slice(start, end);
  return original.slice(places[start], places[end]);
}
