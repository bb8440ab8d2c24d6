/** How good a ranking is: nDCG, recall, reciprocal rank per query, and whether the best score tells that nothing fits. */
import type { JudgedSet, RunRow } from './suite.ts';

/** How deep rankings are looked at. */
export const DEPTH = 10;

/** One query's figures, 0…1. */
export interface Measured {
  readonly query: string;
  readonly kind: string;
  readonly ndcg: number;
  readonly recall: number;
  readonly mrr: number;
}

const gain = (grade: number, rank: number): number => (2 ** grade - 1) / Math.log2(rank + 2);

/** Rows by query, best first; equal scores in order of document id, so that a file's order cannot matter. */
export function rankings(set: JudgedSet, rows: readonly RunRow[]): ReadonlyMap<string, readonly RunRow[]> {
  const byQuery = new Map<string, RunRow[]>();
  for (const row of rows) {
    if (set.ignored.get(row.query)?.has(row.doc)) continue;
    const known = byQuery.get(row.query);
    if (known) known.push(row);
    else byQuery.set(row.query, [row]);
  }
  for (const ranked of byQuery.values()) ranked.sort((a, b) => b.score - a.score || (a.doc < b.doc ? -1 : 1));
  return byQuery;
}

function measureOne(grades: ReadonlyMap<string, number>, ranked: readonly RunRow[]): Omit<Measured, 'query' | 'kind'> {
  const found = ranked.slice(0, DEPTH).map((row) => grades.get(row.doc) ?? 0);
  const ideal = [...grades.values()].toSorted((a, b) => b - a).slice(0, DEPTH);
  const dcg = (list: readonly number[]): number => list.reduce((sum, grade, rank) => sum + gain(grade, rank), 0);
  const hits = found.filter((grade) => grade > 0).length;
  const fitting = [...grades.values()].filter((grade) => grade > 0).length;
  const first = found.findIndex((grade) => grade > 0);
  return {
    ndcg: dcg(found) / (dcg(ideal) || 1),
    recall: hits / Math.max(1, Math.min(DEPTH, fitting)),
    mrr: first < 0 ? 0 : 1 / (first + 1),
  };
}

/** The figures of every judged query, in the grades' order. */
export function measure(set: JudgedSet, rows: readonly RunRow[]): readonly Measured[] {
  const ranked = rankings(set, rows);
  const kinds = new Map(set.queries.map(({ id, kind }) => [id, kind ?? '']));
  return [...set.grades].map(([query, grades]) => ({
    query,
    kind: kinds.get(query) ?? '',
    ...measureOne(grades, ranked.get(query) ?? []),
  }));
}

/** How often a judged query's best score is above that of a query nothing fits (ties half); null when there are no such queries. */
export function aucOfBest(set: JudgedSet, rows: readonly RunRow[]): number | null {
  const ranked = rankings(set, rows);
  const best = (query: string): number => ranked.get(query)?.[0]?.score ?? 0;
  const fitting = [...set.grades.keys()].map(best);
  const none = set.queries.filter(({ id }) => !set.grades.has(id)).map(({ id }) => best(id));
  if (none.length === 0 || fitting.length === 0) return null;
  const wins = fitting.flatMap((a) => none.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
}
