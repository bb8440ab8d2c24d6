/** A text as the matcher reads it: cut into sentences, each with its own spelling beside its folded form. */
import { clean } from '../text/clean.ts';
import { cut } from '../text/cut.ts';
import { fold, unfold } from '../text/fold.ts';
import type { StopList } from './stop-list.ts';
import { type Unit, unitsOf } from './unit.ts';

/** One sentence or clause. */
export interface Segment {
  readonly original: string;
  readonly folded: string;
  readonly units: readonly Unit[];
  /** The folded sentence without blanks and signs: equal keys mean the same sentence. */
  readonly key: string;
}

/** Characters of one text that are read; the rest is left out. */
export const MOST_CHARACTERS = 20_000;
const SENTENCE_END = /[\n。！？!?；;]+/u;

/** The sentences of a text; ranks, honours and ages are blanked out, so that they can neither count nor be quoted. */
export function segmentsOf(text: string, stop: StopList): readonly Segment[] {
  return clean(cut(text, MOST_CHARACTERS))
    .split(SENTENCE_END)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((original) => {
      const whole = fold(original);
      const folded = stop.titles === null ? whole : whole.replace(stop.titles, (title) => '|'.repeat(title.length));
      const units = unitsOf(folded);
      return { original, folded, units, key: units.map((unit) => unit.text).join('') };
    });
}

/** A span of a segment in its author's own spelling. */
export function spelling(segment: Segment, start: number, end: number): string {
  return unfold(segment.original, segment.folded, start, end);
}
