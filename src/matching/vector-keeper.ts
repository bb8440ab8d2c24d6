/** Vectors of all items, made in the background and kept beside the index; an outage delays them and loses none. */
import { createHash } from 'node:crypto';
import type { VectorRepository } from '../ports/match.ts';
import type { Embedder } from '../ports/model.ts';

/** What the keeper tells the operator; any pino logger fits. */
export interface MatchLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Where vectors come from, where they stay, and how long to wait. */
export interface KeeperParts {
  readonly embedder: Embedder;
  readonly vectors: VectorRepository;
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
  /** Resolves when everything wanted is kept and everything forgotten is gone. */
  settled(): Promise<void>;
}

const BATCH = 64;
const LONGEST_PAUSE_MS = 60_000;
/** Any text will do to see whether the endpoint answers. */
const PROBE = '揭榜';

interface Kept {
  readonly hash: string;
  readonly vector: Float32Array;
}

interface Work {
  readonly kept: Map<string, Kept>;
  /** Texts without a vector yet, oldest first. */
  readonly wanted: Map<string, string>;
  readonly gone: Set<string>;
  loaded: boolean;
  probing: boolean;
  batch: number;
  /** Failed steps in a row. */
  failures: number;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function load(work: Work, { embedder, vectors }: KeeperParts): Promise<void> {
  for (const { key, textHash, vector } of await vectors.load(embedder.id))
    if (!work.gone.has(key) && vector.length === embedder.dimensions) work.kept.set(key, { hash: textHash, vector });
  for (const [key, text] of work.wanted) if (work.kept.get(key)?.hash === hashOf(text)) work.wanted.delete(key);
  work.loaded = true;
}

/** What a step came to; a failure that is nobody's fault but the text's is `refused`. */
type Outcome = { readonly ok: true } | { readonly ok: false; readonly why: string; readonly refused: boolean };

const DONE: Outcome = { ok: true };

/** True for an error that says asking again with the same text is useless. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'retryable') === false;
}

function failure(error: unknown): Outcome {
  return { ok: false, why: error instanceof Error ? error.message : String(error), refused: isRefusal(error) };
}

async function embedBatch(work: Work, { embedder, vectors }: KeeperParts): Promise<Outcome> {
  const batch = [...work.wanted].slice(0, work.batch);
  const made = await embedder.embed(batch.map(([, text]) => text));
  if (made.length !== batch.length) return failure(`${made.length} vectors for ${batch.length} texts`);
  // What was changed or forgotten while the endpoint worked is not kept.
  const rows = batch.flatMap(([key, text], i) => {
    const vector = made[i];
    return vector && work.wanted.get(key) === text ? [{ key, textHash: hashOf(text), vector }] : [];
  });
  await vectors.save(embedder.id, rows);
  for (const { key, textHash, vector } of rows) {
    const text = work.wanted.get(key);
    if (text === undefined || hashOf(text) !== textHash) continue;
    work.wanted.delete(key);
    work.kept.set(key, { hash: textHash, vector });
  }
  work.batch = Math.min(BATCH, work.batch * 2);
  return DONE;
}

async function removeGone(work: Work, { vectors }: KeeperParts): Promise<Outcome> {
  const keys = [...work.gone];
  await vectors.remove(keys);
  for (const key of keys) work.gone.delete(key);
  return DONE;
}

/** One step: load first, then forget, then embed, then see whether the endpoint answers again. */
async function step(work: Work, parts: KeeperParts): Promise<Outcome> {
  try {
    if (!work.loaded) await load(work, parts);
    else if (work.gone.size > 0) return await removeGone(work, parts);
    else if (work.wanted.size > 0) return await embedBatch(work, parts);
    else await parts.embedder.embed([PROBE]);
    return DONE;
  } catch (error) {
    return failure(error);
  }
}

/** Finds a text the endpoint refuses for good by halving the batch; the last one left goes without a vector. */
function halve(work: Work, why: string, log: MatchLog): void {
  const [first] = work.wanted.keys();
  if (work.batch === 1 && first !== undefined) {
    work.wanted.delete(first);
    log.warn({ key: first, why }, 'one text has no vector: the embeddings endpoint refuses it');
  }
  work.batch = Math.max(1, work.batch >> 1);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

function failed(work: Work, why: string, log: MatchLog): void {
  if (work.failures === 0) log.warn({ why, waiting: work.wanted.size }, 'no vectors for now; searching by words only');
  work.failures += 1;
}

function succeeded(work: Work, log: MatchLog): void {
  if (work.failures > 0) log.info({ waiting: work.wanted.size }, 'vectors are made again');
  work.failures = 0;
  work.probing = false;
}

function isIdle(work: Work): boolean {
  return work.loaded && work.gone.size === 0 && work.wanted.size === 0 && !work.probing;
}

/** Steps until nothing is left to do; pauses longer and longer while steps fail. */
async function runUntilIdle(work: Work, parts: KeeperParts): Promise<void> {
  while (!isIdle(work)) {
    const outcome = await step(work, parts);
    if (outcome.ok) succeeded(work, parts.log);
    else if (outcome.refused && work.wanted.size > 0) halve(work, outcome.why, parts.log);
    else {
      failed(work, outcome.why, parts.log);
      await pause(Math.min(LONGEST_PAUSE_MS, parts.retryMs * 2 ** Math.min(work.failures - 1, 16)));
    }
  }
}

/** Starts keeping; work goes on in the background and never keeps the process alive by itself. */
export function makeVectorKeeper(parts: KeeperParts): VectorKeeper {
  const work: Work = {
    kept: new Map(),
    wanted: new Map(),
    gone: new Set(),
    loaded: false,
    probing: false,
    batch: BATCH,
    failures: 0,
  };
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
    async settled() {
      while (running) await running;
    },
  };
}
