/** The matcher: lists for a wish and people for a list, by words, and by vectors where a remote embedder is configured. */

import type { MatchHit, MatchIndex, VectorRepository } from '../ports/match.ts';
import type { Embedder } from '../ports/model.ts';
import { bestOf } from './best.ts';
import { type Fused, fuse } from './fuse.ts';
import type { Knowledge } from './item-index.ts';
import { likeness } from './likeness.ts';
import { matchText, type Side } from './profile-text.ts';
import { type Entry, makeTextIndex, meanOfBest, type TextIndex } from './text-index.ts';
import { type MatchLog, makeVectorKeeper, type VectorKeeper } from './vector-keeper.ts';
import type { Wish } from './wish.ts';

/** How much each half counts. With `vector` 0, as the built-in embedder wants it, no vectors are made at all. */
export interface MatchWeights {
  readonly vector: number;
}

/** What a matcher is made of. */
export interface MatchParts extends Knowledge {
  readonly embedder: Embedder;
  readonly vectors: VectorRepository;
  readonly log: MatchLog;
  readonly weights: MatchWeights;
  /** How long a search waits for the vector of its words; 700 ms when left out. */
  readonly patienceMs?: number;
  /** First pause after an embedder failed; 1 s when left out. */
  readonly retryMs?: number;
}

const PATIENCE_MS = 700;
const RETRY_MS = 1_000;
/** The lexicon is read this long after the first record came, so that a start does not wait for it. */
const WARM_AFTER_MS = 1_500;

const keyOf = (id: string, item: number): string => `${id}#${item}`;

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Mean cosine of an entry's best items; NaN while it has no vector. */
function vectorScore(entry: Entry, query: Float32Array, keeper: VectorKeeper): number {
  const cosines = entry.slots.flatMap((_, item) => {
    const vector = keeper.get(keyOf(entry.id, item));
    return vector ? [cosine(query, vector)] : [];
  });
  return cosines.length === 0 ? Number.NaN : meanOfBest(cosines);
}

/** Keeps the vectors of an entry in step with its texts; `had` is how many items it had before. */
function keepVectors(keeper: VectorKeeper, entry: Entry, had: number): void {
  entry.texts.forEach((text, item) => {
    if (text === '') keeper.forget(keyOf(entry.id, item));
    else keeper.want(keyOf(entry.id, item), text);
  });
  for (let item = entry.texts.length; item < had; item += 1) keeper.forget(keyOf(entry.id, item));
}

/** Word scores alone, or fused with vector scores when those can be had in time. */
async function scoresOf(
  index: TextIndex,
  keeper: VectorKeeper | null,
  side: Side,
  wish: Wish,
  parts: MatchParts,
): Promise<{ entries: readonly Entry[]; fused: Fused }> {
  const text = wish.segments.map((segment) => segment.original).join('\n');
  const query = keeper && text !== '' ? await queryVector(keeper, text, parts) : null;
  const entries = index.entries(side);
  const words = index.score(side, wish).map(likeness);
  if (!keeper || !query) return { entries, fused: { order: words, shown: words } };
  const vectors = Float64Array.from(entries, (entry) => vectorScore(entry, query, keeper));
  return { entries, fused: fuse(words, vectors, parts.weights.vector) };
}

/** The vector of a text, or null when it cannot be had in time. */
async function queryVector(keeper: VectorKeeper, text: string, parts: MatchParts): Promise<Float32Array | null> {
  if (keeper.isOut()) return null;
  const patience = parts.patienceMs ?? PATIENCE_MS;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patience, `no vector within ${patience} ms`);
  });
  const asked = parts.embedder.embed([text]).catch((error: unknown) => String(error));
  const answer = await Promise.race([asked, late]);
  clearTimeout(timer);
  if (typeof answer !== 'string') return answer[0] ?? null;
  keeper.doubt(answer);
  return null;
}

/** Makes an empty matcher; feed it with `put`. Search works at once, vectors join as they are made. */
export function makeMatchIndex(parts: MatchParts): MatchIndex {
  const index = makeTextIndex(parts);
  const keeper = parts.weights.vector > 0 ? makeVectorKeeper({ ...parts, retryMs: parts.retryMs ?? RETRY_MS }) : null;
  const search = async (
    side: Side,
    words: string,
    accept: (id: string) => boolean,
    limit: number,
  ): Promise<readonly MatchHit[]> => {
    const wish = index.read(words);
    if (wish.bag.size === 0 || limit < 1) return [];
    const { entries, fused } = await scoresOf(index, keeper, side, wish, parts);
    const floor = fused.order === fused.shown ? 0 : Number.NEGATIVE_INFINITY;
    const best = bestOf(fused.order, limit, floor, (at) => accept(entries[at]?.id ?? ''));
    let lowest = 1;
    return best.map((at) => {
      const id = entries[at]?.id ?? '';
      lowest = Math.min(lowest, fused.shown[at] ?? 0);
      return { id, score: lowest, because: index.because(wish, id) };
    });
  };
  const remove = (id: string): void => {
    const before = index.entry(id);
    const others = index.remove(id);
    if (!keeper) return;
    for (let item = 0; item < (before?.slots.length ?? 0); item += 1) keeper.forget(keyOf(id, item));
    for (const entry of others) keepVectors(keeper, entry, entry.slots.length);
  };
  let warming = false;
  const warmLater = (): void => {
    if (warming) return;
    warming = true;
    setTimeout(index.warm, WARM_AFTER_MS).unref();
  };
  return {
    put(record) {
      warmLater();
      const text = matchText(record);
      if (text === null || text.items.length === 0) return remove(record.id);
      const had = index.entry(record.id)?.slots.length ?? 0;
      for (const entry of index.put(text))
        if (keeper) keepVectors(keeper, entry, entry.id === record.id ? had : entry.slots.length);
    },
    remove,
    lists: (words, accept, limit) => search('lists', words, accept, limit),
    people: (words, accept, limit) => search('people', words, accept, limit),
    settled: async () => keeper?.settled(),
  };
}
