/** `jiebang evaluate matching`: the product's ranking measured on judged sets. */
import { bootstrap, type Interval, mean } from '../evaluate/matching/bootstrap.ts';
import { knowledge } from '../evaluate/matching/knowledge.ts';
import { aucOfBest, DEPTH, type Measured, measure } from '../evaluate/matching/measure.ts';
import { readJsonl } from '../evaluate/matching/read-jsonl.ts';
import { rankRows } from '../evaluate/matching/run-set.ts';
import { loadSet, RUN_ROW, setsOf } from '../evaluate/matching/suite.ts';

/** A folder with one judged set or several, and a run to compare with (of the one set, or rows of all). */
export interface EvaluateMatchingOptions {
  readonly suite: string;
  readonly compare?: string;
  readonly json: boolean;
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

/** Measures every set of a suite. */
export function measureSuite({ suite, compare }: EvaluateMatchingOptions): readonly SetResult[] {
  const knows = knowledge();
  const other = compare === undefined ? null : readJsonl(compare, RUN_ROW);
  return setsOf(suite).map((folder) => {
    const set = loadSet(folder);
    const rows = rankRows(set.queries, set.docs, knows);
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
export function evaluateMatching(options: EvaluateMatchingOptions): void {
  const results = measureSuite(options);
  const head = `${'set'.padEnd(16)}      n  nDCG@${DEPTH} (95%)        recall  MRR    AUC    ${options.compare ? 'against the run' : ''}`;
  process.stdout.write(`${[head, ...results.map(rowText)].join('\n')}\n`);
  if (options.json) process.stdout.write(`${JSON.stringify({ depth: DEPTH, sets: results })}\n`);
}
