/** The ranking of a judged set by words and vectors together, as the matcher does it with an embedder configured. */
import { highest } from '../../matching/best.ts';
import { meanOfBest } from '../../matching/entry-shelf.ts';
import { fuse } from '../../matching/fuse.ts';
import type { Knowledge } from '../../matching/item-index.ts';
import { likenessOf } from '../../matching/likeness.ts';
import { makeTextRanker } from '../../matching/rank-texts.ts';
import type { Embedder } from '../../ports/model.ts';
import { itemsOf, type RunRow, type TextRow } from './suite.ts';

/** Who makes the vectors, how much they count beside the words, and who is told of every embedded text. */
export interface FusedRun {
  readonly embedder: Embedder;
  readonly weight: number;
  readonly progress: (done: number) => void;
}

/** Texts asked for at a time. */
const BATCH = 64;
/** Keeps rows of equal shown scores in their order. */
const STEP = 1e-9;

/** Texts that {@link fusedRows} embeds. */
export function textsToEmbed(queries: readonly TextRow[], docs: readonly TextRow[]): number {
  return queries.length + docs.reduce((sum, doc) => sum + itemsOf(doc).length, 0);
}

/** A row for every query and document, scored as people see it and never rising down the ranking. Throws BotError `model` when the embedder fails. */
export async function fusedRows(
  queries: readonly TextRow[],
  docs: readonly TextRow[],
  knowledge: Knowledge,
  { embedder, weight, progress }: FusedRun,
): Promise<readonly RunRow[]> {
  let done = 0;
  const embed = async (texts: readonly string[], purpose: 'query' | 'passage'): Promise<readonly Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += BATCH) {
      vectors.push(...(await embedder.embed(texts.slice(at, at + BATCH), purpose)));
      progress(done + vectors.length);
    }
    done += vectors.length;
    return vectors;
  };
  const items = docs.map(itemsOf);
  const asked = queries.map((query) => itemsOf(query).join('\n'));
  const passages = await embed(items.flat(), 'passage');
  const questions = await embed(asked, 'query');
  let end = 0;
  const ofDoc = items.map((own) => {
    end += own.length;
    return passages.slice(end - own.length, end);
  });
  const rank = makeTextRanker(
    docs.map(({ id }, i) => ({ id, items: items[i] ?? [] })),
    knowledge,
  );
  return queries.flatMap((query, q) => {
    const vectors = ofDoc.map((own) => meanOfBest(own.map((vector) => dot(vector, questions[q] ?? vector))));
    const words = asked[q] ?? '';
    const scores = rank(words);
    const { order, shown } = fuse(
      scores,
      Float64Array.from(vectors),
      weight,
      scores.map(likenessOf('lists', highest(scores), [...words].length)),
    );
    return rowsInOrder(query.id, docs, order, shown);
  });
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function rowsInOrder(
  query: string,
  docs: readonly TextRow[],
  order: Float64Array,
  shown: Float64Array,
): readonly RunRow[] {
  let lowest = 1;
  return Array.from(order.keys())
    .toSorted((a, b) => (order[b] ?? 0) - (order[a] ?? 0))
    .map((at, place) => {
      lowest = Math.min(lowest, shown[at] ?? 0);
      return { query, doc: docs[at]?.id ?? '', score: lowest - place * STEP };
    });
}
