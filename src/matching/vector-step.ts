/** The single steps of keeping vectors: load what there is, forget, embed the oldest texts, see whether the model is back. */
import { createHash } from 'node:crypto';
import { botError, isBotError } from '../errors.ts';
import type { VectorRepository } from '../ports/match.ts';
import type { Embedder } from '../ports/model.ts';

/** Where vectors come from and where they stay. */
export interface VectorSource {
  readonly embedder: Embedder;
  readonly vectors: VectorRepository;
}

/** Most texts in one step, unless the embedder likes fewer. */
export const VECTOR_BATCH = 64;
/** Any text will do to see whether the model answers. */
const PROBE = '揭榜';

/** A vector and the hash of the text it was made of. */
interface Kept {
  readonly hash: string;
  readonly vector: Float32Array;
}

/** What a keeper works on. */
export interface VectorWork {
  readonly kept: Map<string, Kept>;
  /** Texts without a vector yet, oldest first. */
  readonly wanted: Map<string, string>;
  readonly gone: Set<string>;
  readonly refused: Set<string>;
  loaded: boolean;
  probing: boolean;
  batch: number;
  /** Failed steps in a row. */
  failures: number;
  /** How often a text failed alone while the model was well. */
  readonly strikes: Map<string, number>;
}

/** What a text is known by beside its vector. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function load(work: VectorWork, { embedder, vectors }: VectorSource): Promise<void> {
  for (const { key, textHash, vector } of await vectors.load(embedder.id))
    if (!work.gone.has(key) && isSound(vector, embedder)) work.kept.set(key, { hash: textHash, vector });
  for (const [key, text] of work.wanted)
    if (work.kept.get(key)?.hash === hashOf(text)) work.wanted.delete(key);
    // The text changed while nobody looked: its old vector must not be found.
    else work.kept.delete(key);
  work.loaded = true;
}

/** True for a vector that may be stored and compared: of the right length, and numbers only. */
function isSound(vector: Float32Array | undefined, { dimensions }: Embedder): boolean {
  return vector?.length === dimensions && vector.every(Number.isFinite);
}

/** What a step came to. `refused` is nobody's fault but the text's, `byModel` not the disk's; `afterMs` is what the endpoint asked to wait. */
export type Outcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why: string;
      readonly refused: boolean;
      readonly byModel: boolean;
      readonly afterMs: number;
    };

const DONE: Outcome = { ok: true };

function failure(error: unknown): Outcome {
  return {
    ok: false,
    why: error instanceof Error ? error.message : String(error),
    // The model says that asking again with the same text is useless.
    refused: isBotError(error, 'model') && !error.retryable,
    byModel: isBotError(error, 'model'),
    afterMs: isBotError(error) ? (error.retryAfterMs ?? 0) : 0,
  };
}

interface Wanted {
  readonly key: string;
  readonly text: string;
  readonly hash: string;
}

function oldest(work: VectorWork): readonly Wanted[] {
  const batch: Wanted[] = [];
  for (const [key, text] of work.wanted) {
    if (batch.length >= work.batch) break;
    batch.push({ key, text, hash: hashOf(text) });
  }
  return batch;
}

/** Vectors by text hash for a batch: those of the same text under another key, and new ones for the rest, each asked for once. */
async function vectorsFor(
  batch: readonly Wanted[],
  work: VectorWork,
  embedder: Embedder,
): Promise<Map<string, Float32Array>> {
  const texts = new Map(batch.map(({ hash, text }) => [hash, text]));
  const vectors = new Map<string, Float32Array>();
  for (const { hash, vector } of work.kept.values()) if (texts.delete(hash)) vectors.set(hash, vector);
  if (texts.size === 0) return vectors;
  const made = await embedder.embed([...texts.values()], 'passage');
  if (made.length !== texts.size || !made.every((vector) => isSound(vector, embedder)))
    throw botError('model', `${made.length} vectors for ${texts.size} texts, or broken ones`, { retryable: true });
  [...texts.keys()].forEach((hash, i) => {
    const vector = made[i];
    if (vector) vectors.set(hash, vector);
  });
  return vectors;
}

async function embedBatch(work: VectorWork, parts: VectorSource): Promise<Outcome> {
  const { embedder, vectors } = parts;
  const batch = oldest(work);
  const made = await vectorsFor(batch, work, embedder);
  // What was changed or forgotten while the endpoint worked is not kept.
  const rows = batch.flatMap(({ key, text, hash }) => {
    const vector = made.get(hash);
    return vector && work.wanted.get(key) === text ? [{ key, textHash: hash, vector }] : [];
  });
  await vectors.save(embedder.id, rows);
  for (const { key, textHash, vector } of rows) {
    const text = work.wanted.get(key);
    if (text === undefined || hashOf(text) !== textHash) continue;
    work.wanted.delete(key);
    work.kept.set(key, { hash: textHash, vector });
  }
  work.batch = Math.min(embedder.batch ?? VECTOR_BATCH, work.batch * 2);
  return DONE;
}

async function removeGone(work: VectorWork, { vectors }: VectorSource): Promise<Outcome> {
  const keys = [...work.gone];
  await vectors.remove(keys);
  for (const key of keys) work.gone.delete(key);
  return DONE;
}

/** One step: load first, then forget, then embed, then see whether the endpoint answers again. */
export async function vectorStep(work: VectorWork, parts: VectorSource): Promise<Outcome> {
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

/** True when the model embeds a text that was never at fault. */
export async function isWell({ embedder }: VectorSource): Promise<boolean> {
  return embedder.embed([PROBE]).then(
    () => true,
    () => false,
  );
}
