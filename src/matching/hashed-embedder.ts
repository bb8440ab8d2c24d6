/** The built-in embedder: no model, no download, no account. Words and characters hashed to a unit vector. */
import type { Embedder } from '../ports/model.ts';
import { bagOf } from './bag.ts';
import { segmentsOf } from './segment.ts';
import type { StopList } from './stop-list.ts';

const DIMENSIONS = 1_024;

/** FNV-1a with a final mix, so that neighbouring strings part. */
function hash(term: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < term.length; i += 1) state = Math.imul(state ^ term.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  return (state ^ (state >>> 13)) >>> 0;
}

/** Makes a vector of length 1 out of any other; one without direction becomes the first axis. */
export function unitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (length > 0) return vector.map((value) => value / length);
  const axis = new Float32Array(vector.length);
  axis[0] = 1;
  return axis;
}

/** Likeness of words only: 电工钢 and 硅钢 share a character, not a meaning. Deterministic, same input same vector. */
export function makeHashedEmbedder(stop: StopList): Embedder {
  const embedOne = (text: string): Float32Array => {
    const vector = new Float32Array(DIMENSIONS);
    for (const segment of segmentsOf(text, stop))
      for (const [term, count] of bagOf(segment.units, stop)) {
        const at = hash(term);
        const sign = (at & 0x80000000) === 0 ? 1 : -1;
        vector[at % DIMENSIONS] = (vector[at % DIMENSIONS] ?? 0) + sign * (1 + Math.log(count));
      }
    return unitLength(vector);
  };
  return { id: `hashed-${DIMENSIONS}`, dimensions: DIMENSIONS, embed: async (texts) => texts.map(embedOne) };
}
