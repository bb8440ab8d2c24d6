/** Vectors of all items, made in the background and kept beside the index; an outage delays them and loses none. */
import { hashOf, isWell, VECTOR_BATCH, type VectorSource, type VectorWork, vectorStep } from './vector-step.ts';

/** What the keeper tells the operator; any pino logger fits. */
export interface MatchLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Where vectors come from, where they stay, and how long to wait. */
export interface KeeperParts extends VectorSource {
  readonly log: MatchLog;
  /** First pause after a failure; doubles up to a minute. */
  readonly retryMs: number;
}

/** Vectors by key. */
export interface VectorKeeper {
  /** Sees to it that the vector of `text` is kept under `key`; one kept already for the same text is used again. */
  want(key: string, text: string): void;
  /** Drops a key here and in the repository. */
  forget(key: string): void;
  get(key: string): Float32Array | undefined;
  /** True while the endpoint or the repository fails. */
  isOut(): boolean;
  /** Tells the keeper of a failure seen elsewhere: it tries until the endpoint answers again. */
  doubt(why: string): void;
  /** How far the background work is. */
  backlog(): Backlog;
  /** Resolves when everything wanted is kept and everything forgotten is gone. */
  settled(): Promise<void>;
}

/** Counts of texts. Before what the repository has is `loaded`, everything waits. */
export interface Backlog {
  readonly kept: number;
  readonly waiting: number;
  /** Texts the embedder refused for good: they are found by words only. */
  readonly refused: number;
  readonly loaded: boolean;
}

const LONGEST_PAUSE_MS = 60_000;
/** Times a text may fail alone while the model is well. */
const STRIKES = 3;

function refuse(work: VectorWork, key: string, why: string, log: MatchLog): void {
  work.wanted.delete(key);
  work.strikes.delete(key);
  work.refused.add(key);
  log.warn({ key, why }, 'one text has no vector: the model refuses it or fails on it');
}

/** Finds a text the endpoint refuses for good by halving the batch; the last one left goes without a vector. */
function halve(work: VectorWork, why: string, log: MatchLog): void {
  const [first] = work.wanted.keys();
  if (work.batch === 1 && first !== undefined) refuse(work, first, why, log);
  work.batch = Math.max(1, work.batch >> 1);
}

/** Tells an outage from a text the model cannot bear, and lets no such text hold up the others. */
async function isolate(work: VectorWork, why: string, parts: KeeperParts): Promise<void> {
  if (work.failures < 2) return;
  const isAlone = work.batch === 1;
  work.batch = Math.max(1, work.batch >> 1);
  const [first] = work.wanted;
  if (!isAlone || !first || !(await isWell(parts))) return;
  const [key, text] = first;
  if (work.wanted.get(key) !== text) return;
  const strikes = (work.strikes.get(key) ?? 0) + 1;
  if (strikes >= STRIKES) return refuse(work, key, why, parts.log);
  work.strikes.set(key, strikes);
  // To the end of the queue.
  work.wanted.delete(key);
  work.wanted.set(key, text);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

function failed(work: VectorWork, why: string, log: MatchLog): void {
  if (work.failures === 0) log.warn({ why, waiting: work.wanted.size }, 'no vectors for now; searching by words only');
  work.failures += 1;
}

function succeeded(work: VectorWork, log: MatchLog): void {
  if (work.failures > 0) log.info({ waiting: work.wanted.size }, 'vectors are made again');
  work.failures = 0;
  work.probing = false;
}

function isIdle(work: VectorWork): boolean {
  return work.loaded && work.gone.size === 0 && work.wanted.size === 0 && !work.probing;
}

/** Steps until nothing is left to do; pauses longer and longer while steps fail. */
async function runUntilIdle(work: VectorWork, parts: KeeperParts): Promise<void> {
  while (!isIdle(work)) {
    const outcome = await vectorStep(work, parts);
    if (outcome.ok) succeeded(work, parts.log);
    else if (outcome.refused && work.wanted.size > 0) halve(work, outcome.why, parts.log);
    else {
      failed(work, outcome.why, parts.log);
      const backoff = parts.retryMs * 2 ** Math.min(work.failures - 1, 16);
      await pause(Math.min(LONGEST_PAUSE_MS, Math.max(backoff, outcome.afterMs)));
      if (outcome.byModel) await isolate(work, outcome.why, parts);
    }
  }
}

function emptyWork({ embedder }: KeeperParts): VectorWork {
  return {
    kept: new Map(),
    wanted: new Map(),
    gone: new Set(),
    refused: new Set(),
    loaded: false,
    probing: false,
    batch: embedder.batch ?? VECTOR_BATCH,
    failures: 0,
    strikes: new Map(),
  };
}

/** Starts keeping; work goes on in the background and never keeps the process alive by itself. */
export function makeVectorKeeper(parts: KeeperParts): VectorKeeper {
  const work = emptyWork(parts);
  let running: Promise<void> | null = null;
  const wake = (): void => {
    running ??= Promise.resolve()
      .then(() => runUntilIdle(work, parts))
      .finally(() => {
        running = null;
        if (!isIdle(work)) wake();
      });
  };
  wake();
  return {
    want(key, text) {
      work.gone.delete(key);
      work.refused.delete(key);
      work.strikes.delete(key);
      const isKept = work.kept.get(key)?.hash === hashOf(text);
      if (isKept) work.wanted.delete(key);
      else {
        work.kept.delete(key);
        work.wanted.set(key, text);
      }
      wake();
    },
    forget(key) {
      work.kept.delete(key);
      work.wanted.delete(key);
      work.refused.delete(key);
      work.strikes.delete(key);
      work.gone.add(key);
      wake();
    },
    get: (key) => work.kept.get(key)?.vector,
    isOut: () => work.failures > 0,
    doubt(why) {
      failed(work, why, parts.log);
      work.probing = true;
      wake();
    },
    backlog: () => ({
      kept: work.kept.size,
      waiting: work.wanted.size,
      refused: work.refused.size,
      loaded: work.loaded,
    }),
    async settled() {
      while (running) await running;
    },
  };
}
