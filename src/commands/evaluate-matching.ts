/** `jiebang evaluate matching`: the product's ranking measured on judged sets, with `--embedder` by words and vectors. */
import { readConfig } from '../config.ts';
import { botError } from '../errors.ts';
import { bootstrap, type Interval, mean } from '../evaluate/matching/bootstrap.ts';
import { fusedRows, textsToEmbed } from '../evaluate/matching/fused-rows.ts';
import { knowledge } from '../evaluate/matching/knowledge.ts';
import { aucOfBest, DEPTH, type Measured, measure } from '../evaluate/matching/measure.ts';
import { readJsonl } from '../evaluate/matching/read-jsonl.ts';
import { rankRows } from '../evaluate/matching/run-set.ts';
import { type JudgedSet, loadSet, RUN_ROW, type RunRow, setsOf } from '../evaluate/matching/suite.ts';
import { makeEmbedder } from '../models.ts';
import type { Embedder } from '../ports/model.ts';
import { showProgress } from './show-progress.ts';

/** A folder with one judged set or several, and a run to compare with (of the one set, or rows of all). */
export interface EvaluateMatchingOptions {
  readonly suite: string;
  readonly compare?: string;
  readonly json: boolean;
  /** Rank by words and by vectors of the configured embedder. */
  readonly embedder?: boolean;
}

/** One set's result. */
export interface SetResult {
  readonly set: string;
  readonly queries: number;
  readonly ndcg: Interval;
  readonly recall: number;
  readonly mrr: number;
  /** How well the best score tells queries that nothing fits; null without such queries. */
  readonly auc: number | null;
  readonly kinds: Readonly<Record<string, number>>;
  /** Ours less the other run's nDCG, query by query. */
  readonly against?: Interval;
}

type RowsOf = (set: JudgedSet) => readonly RunRow[];

function rowsByWords(): RowsOf {
  const knows = knowledge();
  return ({ queries, docs }) => rankRows(queries, docs, knows);
}

/** How much vectors count in the product. */
const WEIGHT = 1;

/** Ranks every set of a suite by words and vectors of `embedder`. */
async function rowsByVectors(suite: string, embedder: Embedder): Promise<RowsOf> {
  const knows = knowledge();
  const sets = setsOf(suite).map(loadSet);
  const bar = showProgress(sets.reduce((sum, { queries, docs }) => sum + textsToEmbed(queries, docs), 0));
  const rows = new Map<string, readonly RunRow[]>();
  let before = 0;
  try {
    for (const { name, queries, docs } of sets) {
      const progress = (done: number): void => bar.at(before + done);
      rows.set(name, await fusedRows(queries, docs, knows, { embedder, weight: WEIGHT, progress }));
      before += textsToEmbed(queries, docs);
    }
  } finally {
    bar.end();
  }
  return ({ name }) => rows.get(name) ?? [];
}

/** Measures every set of a suite, ranked by words unless told otherwise. */
export function measureSuite(
  { suite, compare }: EvaluateMatchingOptions,
  rowsOf: RowsOf = rowsByWords(),
): readonly SetResult[] {
  const other = compare === undefined ? null : readJsonl(compare, RUN_ROW);
  return setsOf(suite).map((folder) => {
    const set = loadSet(folder);
    const rows = rowsOf(set);
    const ours = measure(set, rows);
    const theirs = other && measure(set, other);
    const against = theirs && bootstrap(ours.map(({ ndcg }, i) => ndcg - (theirs[i]?.ndcg ?? 0)));
    return {
      set: set.name,
      queries: ours.length,
      ndcg: bootstrap(ours.map(({ ndcg }) => ndcg)),
      recall: mean(ours.map(({ recall }) => recall)),
      mrr: mean(ours.map(({ mrr }) => mrr)),
      auc: aucOfBest(set, rows),
      kinds: byKind(ours),
      ...(against && { against }),
    };
  });
}

function byKind(measured: readonly Measured[]): Readonly<Record<string, number>> {
  const kinds = [...new Set(measured.map(({ kind }) => kind))].filter((kind) => kind !== '');
  return Object.fromEntries(
    kinds.map((kind) => [kind, mean(measured.filter((each) => each.kind === kind).map(({ ndcg }) => ndcg))]),
  );
}

const figure = (value: number): string => value.toFixed(3);

/** One line of the table. */
function rowText({ set, queries, ndcg, recall, mrr, auc, kinds, against }: SetResult): string {
  const cells = [
    set.padEnd(16),
    String(queries).padStart(5),
    `${figure(ndcg.mean)} (${figure(ndcg.low)}–${figure(ndcg.high)})`,
    figure(recall),
    figure(mrr),
    auc === null ? '    –' : figure(auc),
    against ? `${figure(against.mean)} (${figure(against.low)}…${figure(against.high)})` : '',
  ];
  const parts = Object.entries(kinds).map(([kind, value]) => `\n    ${kind.padEnd(14)}${figure(value)}`);
  return `${cells.join('  ')}${parts.join('')}`;
}

/** Prints a table, and one JSON object on the last line when asked for. */
export async function evaluateMatching(options: EvaluateMatchingOptions): Promise<void> {
  const results = measureSuite(
    options,
    options.embedder ? await rowsByVectors(options.suite, await embedderOn()) : undefined,
  );
  const head = `${'set'.padEnd(16)}      n  nDCG@${DEPTH} (95%)        recall  MRR    AUC    ${options.compare ? 'against the run' : ''}`;
  process.stdout.write(`${[head, ...results.map(rowText)].join('\n')}\n`);
  if (options.json) process.stdout.write(`${JSON.stringify({ depth: DEPTH, sets: results })}\n`);
}

async function embedderOn(): Promise<Embedder> {
  const embedder = await makeEmbedder(readConfig());
  if (embedder) return embedder;
  throw botError('config', '--embedder: none is configured; set LOCAL_EMBEDDING_MODEL or OPENAI_EMBEDDING_MODEL.');
}
