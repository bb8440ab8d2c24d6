/** What a match costs: one person's words among a thousand lists, one list among ten thousand profiles of three items. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readProgramme, readStopList } from '../data-files.ts';
import { lazyConcepts, lazyGlosses, readConceptRows } from '../lexicon-files.ts';
import { makeLog } from '../log.ts';
import { makeHashedEmbedder } from '../matching/hashed-embedder.ts';
import { makeMatchIndex } from '../matching/match-index.ts';
import type { MatchIndex, VectorRepository } from '../ports/match.ts';
import { benchListing, benchProfile } from './bench-records.ts';
import { type BenchRow, ms, quantile, times } from './bench-row.ts';
import { dice, makeSubjectWriter } from './bench-text.ts';

const LISTS = 1_000;
const PEOPLE = 10_000;
const SEARCHES = 200;
/** Records put between two pauses. */
const PACE = 100;

const NO_VECTORS: VectorRepository = {
  load: async () => [],
  save: async () => undefined,
  remove: async () => undefined,
};

/** An empty matcher as the product makes it, without an endpoint. */
function emptyIndex(): MatchIndex {
  const stop = readStopList();
  return makeMatchIndex({
    embedder: makeHashedEmbedder(stop),
    vectors: NO_VECTORS,
    log: makeLog('silent'),
    stop,
    glosses: lazyGlosses(),
    concepts: lazyConcepts({ now: Date.now, warn: () => undefined }),
    weights: { vector: 0 },
  });
}

/** Measures matching with the built-in ranking; beside it a plain scan that counts shared pairs of characters. */
export async function benchMatch(tick: () => void): Promise<readonly BenchRow[]> {
  const programme = readProgramme('jiangxi-2021');
  const index = emptyIndex();
  const subjects = readConceptRows().map(({ forms, relations }) => [
    ...forms.map(({ text }) => text),
    ...relations.map(({ to }) => to),
  ]);
  const write = makeSubjectWriter(dice(7), subjects);
  const goals = Array.from({ length: LISTS }, () => write(200));
  const works = Array.from({ length: PEOPLE }, () => [write(150), write(60), write(40)] as const);
  for (const [n, goal] of goals.entries()) {
    index.put(benchListing(programme, n, goal));
    if (n % PACE === 0) await pause();
  }
  for (const [n, [work, methods, terms]] of works.entries()) {
    index.put(benchProfile(n, work, methods, terms));
    if (n % PACE === 0) await pause();
  }
  tick();
  const reading = await longestWait(() => index.settled());
  tick();
  const anyone = (): boolean => true;
  const wish = (n: number): string => (goals[(n * 13) % LISTS] ?? '').slice(30, 70);
  const lists = await timed((n) => index.lists(wish(n), anyone, 10));
  const people = await timed((n) => index.people(goals[(n * 7) % LISTS] ?? '', anyone, 10));
  tick();
  const listScan = scan(goals);
  const peopleScan = scan(works.map(([work]) => work));
  const plainLists = await timed(async (n) => listScan(wish(n)), SEARCHES / 10);
  const plainPeople = await timed(async (n) => peopleScan(goals[(n * 7) % LISTS] ?? ''), SEARCHES / 10);
  tick();
  return [
    row(`one person among ${LISTS} lists, with reasons`, lists, plainLists, 'p95 ≤ 10 ms'),
    row(`one list among ${PEOPLE} profiles of 3 items, with reasons`, people, plainPeople, 'p95 ≤ 10 ms'),
    {
      what: `reading the lexicon (${subjects.length} concepts) and all items again`,
      ours: `others wait ${ms(reading.longest)} at most`,
      beside: `${ms(reading.took)} in the background`,
      ratio: times(reading.took, reading.longest),
      goal: '≤ 50 ms',
    },
  ];
}

/** How long work takes, and how long anything else had to wait meanwhile, in milliseconds. */
async function longestWait(work: () => Promise<void>): Promise<{ readonly took: number; readonly longest: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const began = performance.now();
  delay.enable();
  await work();
  delay.disable();
  return { took: performance.now() - began, longest: delay.max / 1e6 };
}

function row(what: string, ours: readonly number[], plain: readonly number[], goal: string): BenchRow {
  return {
    what,
    ours: `p50 ${ms(quantile(ours, 0.5))}, p95 ${ms(quantile(ours, 0.95))}`,
    beside: `${ms(quantile(plain, 0.5))} plain scan, no reasons`,
    ratio: times(quantile(plain, 0.5), quantile(ours, 0.5)),
    goal,
  };
}

async function timed(search: (n: number) => Promise<unknown>, runs = SEARCHES): Promise<readonly number[]> {
  for (let n = 0; n < 10; n += 1) await search(n);
  const took: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const began = performance.now();
    await search(n);
    took.push(performance.now() - began);
  }
  return took;
}

/** What one would write first: every text is looked through for every pair of characters of the words. */
function scan(texts: readonly string[]): (words: string) => readonly number[] {
  return (words) => {
    const pairs = [...new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, n) => words.slice(n, n + 2)))];
    const scored = texts.map((text, n) => [n, pairs.filter((pair) => text.includes(pair)).length] as const);
    return scored
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, 10)
      .map(([n]) => n);
  };
}

/** Lets the progress bar be drawn. */
async function pause(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
