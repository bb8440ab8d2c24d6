/** The product's own ranking of a judged set. */
import type { Knowledge } from '../../matching/item-index.ts';
import { makeTextRanker } from '../../matching/rank-texts.ts';
import { itemsOf, type RunRow, type TextRow } from './suite.ts';

/** A score for every query and every document that shares anything with it. */
export function rankRows(
  queries: readonly TextRow[],
  docs: readonly TextRow[],
  knowledge: Knowledge,
): readonly RunRow[] {
  const rank = makeTextRanker(
    docs.map((doc) => ({ id: doc.id, items: itemsOf(doc) })),
    knowledge,
  );
  return queries.flatMap((query) =>
    Array.from(rank(itemsOf(query).join('\n')), (score, i) => ({
      query: query.id,
      doc: docs[i]?.id ?? '',
      score,
    })).filter(({ score }) => score > 0),
  );
}
