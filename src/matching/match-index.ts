/** The matcher: lists for a wish and people for a list, by words, and by vectors where a remote embedder is configured. */

import type { MatchHit, MatchIndex, VectorRepository } from '../ports/match.ts';
import type { Embedder } from '../ports/model.ts';
import { bestOf, highest } from './best.ts';
import type { Bridge } from './bridge.ts';
import { type Entry, meanOfBest } from './entry-shelf.ts';
import { fuse } from './fuse.ts';
import type { Knowledge } from './item-index.ts';
import { type CurveName, likenessOf } from './likeness.ts';
import { matchReasons } from './match-reasons.ts';
import { matchText, type Side } from './profile-text.ts';
import { inTurns } from './steps.ts';
import { makeTextIndex, type TextIndex } from './text-index.ts';
import { type Backlog, type MatchLog, makeVectorKeeper, type VectorKeeper } from './vector-keeper.ts';
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
/** What came is read by the lexicon this long after, so that a start does not wait for it. */
const READ_AFTER_MS = 1_500;
/** How long a search waits for the first reading, then goes by words alone; and for later ones, then goes by the last. */
const FIRST_PATIENCE_MS = 8_000;
const PATIENCE_AGAIN_MS = 1_000;

/** What is less probable than this is no hit at all. */
const LEAST_SHOWN = 0.0005;
/** Without a reason to give it takes more than that. */
const LEAST_WITHOUT_REASON = 0.06;
/** Hits looked at beyond those wanted, for some of them have no reason to give. */
const BEYOND = 30;

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

/** All entries of a side: `order` ranks them, `shown` is the probability of fit by position. */
interface Ranked {
  readonly entries: readonly Entry[];
  readonly order: Float64Array;
  readonly shown: (at: number) => number;
}

function curveOf({ meanings }: TextIndex, side: Side): CurveName {
  if (!meanings?.lexicon()) return 'words';
  return side === 'people' ? 'people' : 'lists';
}

/** Word scores alone, or fused with vector scores when those can be had in time. */
async function scoresOf(
  index: TextIndex,
  keeper: VectorKeeper | null,
  side: Side,
  wish: Wish,
  parts: MatchParts,
): Promise<Ranked> {
  const text = wish.segments.map((segment) => segment.original).join('\n');
  const query = keeper && text !== '' ? await queryVector(keeper, text, parts) : null;
  const entries = index.entries(side);
  const scores = index.score(side, wish);
  const likeness = likenessOf(curveOf(index, side), highest(scores), [...text].length);
  // Only what is shown is made a probability: the order is the same.
  if (!keeper || !query) return { entries, order: scores, shown: (at) => likeness(scores[at] ?? 0) };
  const vectors = Float64Array.from(entries, (entry) => vectorScore(entry, query, keeper));
  const words = scores.map(likeness);
  const { order, shown } = fuse(scores, vectors, parts.weights.vector, words);
  return { entries, order, shown: (at) => shown[at] ?? 0 };
}

/** The vector of a text, or null when it cannot be had in time. */
async function queryVector(keeper: VectorKeeper, text: string, parts: MatchParts): Promise<Float32Array | null> {
  if (keeper.isOut()) return null;
  const patience = parts.patienceMs ?? PATIENCE_MS;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patience, `no vector within ${patience} ms`);
  });
  const asked = parts.embedder.embed([text], 'query').catch((error: unknown) => String(error));
  const answer = await Promise.race([asked, late]);
  clearTimeout(timer);
  if (typeof answer !== 'string') return answer[0] ?? null;
  keeper.doubt(answer);
  return null;
}

/** Waits for work, or until it has taken too long; then it goes on by itself. */
async function noLonger(work: Promise<void>, patienceMs: number): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    late = setTimeout(resolve, patienceMs);
  });
  await Promise.race([work, patience]);
  clearTimeout(late);
}

/** Makes the first comparison across languages possible while others go on. */
async function buildBridge(bridge: Bridge | null, { language }: Wish, log: MatchLog): Promise<void> {
  if (!bridge || bridge.isReady(language)) return;
  const work = inTurns(bridge.steps(language)).catch((error: unknown) => {
    log.warn({ why: String(error) }, 'the dictionary cannot be read; searching in one language only');
  });
  await noLonger(work, FIRST_PATIENCE_MS);
}

/** When items are read by the lexicon: soon after they came, and before a search as far as it has time. */
function makeReading({ meanings }: TextIndex, log: MatchLog) {
  let planned = false;
  const catchUp = async (): Promise<void> => {
    try {
      if (meanings?.isCurrent() === false) await meanings.catchUp();
    } catch (error) {
      log.warn({ why: String(error) }, 'the lexicon cannot be read; searching by words only');
    }
  };
  return {
    catchUp,
    async inTime(): Promise<void> {
      if (!meanings || meanings.isCurrent()) return;
      await noLonger(catchUp(), meanings.lexicon() ? PATIENCE_AGAIN_MS : FIRST_PATIENCE_MS);
    },
    readLater(): void {
      if (planned || !meanings) return;
      planned = true;
      setTimeout(() => {
        planned = false;
        void catchUp();
      }, READ_AFTER_MS).unref();
    },
  };
}

/** A matcher that also tells how far its vectors are; null without any. */
export interface Matcher extends MatchIndex {
  backlog(): Backlog | null;
}

/** Makes an empty matcher; feed it with `put`. Search works at once, vectors join as they are made. */
export function makeMatchIndex(parts: MatchParts): Matcher {
  const { stop } = parts;
  const index = makeTextIndex(parts);
  const keeper = parts.weights.vector > 0 ? makeVectorKeeper({ ...parts, retryMs: parts.retryMs ?? RETRY_MS }) : null;
  const meaning = makeReading(index, parts.log);
  const search = async (
    side: Side,
    words: string,
    accept: (id: string) => boolean,
    limit: number,
  ): Promise<readonly MatchHit[]> => {
    const wish = index.read(words);
    if (wish.bag.size === 0 || limit < 1) return [];
    await meaning.inTime();
    await buildBridge(index.bridge(side), wish, parts.log);
    const { entries, order, shown } = await scoresOf(index, keeper, side, wish, parts);
    const best = bestOf(order, limit + BEYOND, Number.NEGATIVE_INFINITY, (at) => {
      return shown(at) >= LEAST_SHOWN && accept(entries[at]?.id ?? '');
    });
    const hits: MatchHit[] = [];
    let lowest = 1;
    for (const at of best) {
      if (hits.length === limit) break;
      const id = entries[at]?.id ?? '';
      lowest = Math.min(lowest, shown(at));
      const because = index.because(wish, id);
      if (because.length > 0 || lowest >= LEAST_WITHOUT_REASON) hits.push({ id, score: lowest, because });
    }
    return hits;
  };
  const remove = (id: string): void => {
    const before = index.entry(id);
    const others = index.remove(id);
    if (!keeper) return;
    for (let item = 0; item < (before?.slots.length ?? 0); item += 1) keeper.forget(keyOf(id, item));
    for (const entry of others) keepVectors(keeper, entry, entry.slots.length);
  };
  return {
    put(record) {
      meaning.readLater();
      const text = matchText(record);
      if (text === null || text.items.length === 0) return remove(record.id);
      const had = index.entry(record.id)?.slots.length ?? 0;
      for (const entry of index.put(text))
        if (keeper) keepVectors(keeper, entry, entry.id === record.id ? had : entry.slots.length);
    },
    remove,
    lists: (words, accept, limit) => search('lists', words, accept, limit),
    people: (words, accept, limit) => search('people', words, accept, limit),
    reasons: (because, items, parts) =>
      matchReasons(because, items, parts, { stop, lexicon: index.meanings?.lexicon() ?? null }),
    knows: () => (index.meanings?.lexicon() ?? null) !== null,
    backlog: () => keeper?.backlog() ?? null,
    async settled() {
      await meaning.catchUp();
      await keeper?.settled();
    },
  };
}
