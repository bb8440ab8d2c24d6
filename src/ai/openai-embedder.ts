/** Embeddings from any OpenAI-compatible endpoint; every answer is checked before a vector is believed. */
import { setTimeout as pause } from 'node:timers/promises';
import { botError } from '../errors.ts';
import type { Embedder } from '../ports/model.ts';
import { clean } from '../text/clean.ts';
import { cut } from '../text/cut.ts';
import { redact } from '../text/redact.ts';
import { makeGuard } from './guard.ts';

/** Which endpoint and model. `dimensions` is the length of the model's vectors. */
export interface EmbedderSettings {
  readonly baseUrl: string;
  readonly key: string;
  readonly model: string;
  readonly dimensions: number;
  /** Most milliseconds for one request; 10 s when left out. */
  readonly timeoutMs?: number;
  /** Texts per request; 10 when left out, which every provider takes. */
  readonly batch?: number;
  /** Most requests a minute for passages; a search is never held up. 600 when left out. */
  readonly perMinute?: number;
}

const BATCH = 10;
const PER_MINUTE = 600;
const MINUTE_MS = 60_000;
/** Characters of one text that are sent: within the 8,192 tokens such models take. */
const LONGEST = 6_000;
const TIMEOUT_MS = 10_000;
/** Models that can shorten their vectors when asked; others refuse the parameter. */
const SHORTENS = /^text-embedding-(?:3|v[34])/u;

function toText(text: string): string {
  const sent = redact(cut(clean(text), LONGEST)).trim();
  return sent === '' ? '.' : sent;
}

function wrong(model: string, what: string): Error {
  return botError('model', `embeddings of ${model}: ${what}`, { retryable: true });
}

/** One vector of an answer, checked and brought to length 1. */
function toVector(raw: unknown, { model, dimensions }: EmbedderSettings): Float32Array {
  if (!Array.isArray(raw)) throw wrong(model, 'a vector is not a list of numbers');
  if (raw.length !== dimensions)
    throw wrong(
      model,
      `${raw.length} dimensions where ${dimensions} are set; set OPENAI_EMBEDDING_DIMENSIONS=${raw.length}`,
    );
  const vector = Float32Array.from(raw, (value: unknown) => (typeof value === 'number' ? value : Number.NaN));
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (!(length > 0 && Number.isFinite(length))) throw wrong(model, 'a vector holds no number or no direction');
  return vector.map((value) => value / length);
}

/** The vectors of an answer in the order of the texts, whatever order the endpoint chose. */
function toVectors(answer: unknown, count: number, settings: EmbedderSettings): readonly Float32Array[] {
  const rows: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'data') : undefined;
  if (!Array.isArray(rows) || rows.length !== count)
    throw wrong(settings.model, `${Array.isArray(rows) ? rows.length : 'no'} vectors for ${count} texts`);
  const placed = new Map<number, Float32Array>();
  rows.forEach((row: unknown, position) => {
    const given: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'index') : undefined;
    const raw: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'embedding') : undefined;
    placed.set(typeof given === 'number' ? given : position, toVector(raw, settings));
  });
  return Array.from({ length: count }, (_, position) => {
    const vector = placed.get(position);
    if (!vector) throw wrong(settings.model, `no vector for text ${position + 1} of ${count}`);
    return vector;
  });
}

/** Makes the embedder; nothing is sent before the first `embed`. Texts are shortened, cleaned and masked before they leave. */
export async function makeOpenAIEmbedder(settings: EmbedderSettings): Promise<Embedder> {
  const { default: OpenAI } = await import('openai');
  const { baseUrl, key, model, dimensions, timeoutMs = TIMEOUT_MS, batch = BATCH } = settings;
  const turn = makePace(MINUTE_MS / (settings.perMinute ?? PER_MINUTE));
  const client = new OpenAI({ baseURL: baseUrl, apiKey: key, maxRetries: 0, timeout: timeoutMs, logLevel: 'off' });
  const guard = makeGuard(`embeddings of ${model}`, {
    budgetMs: timeoutMs * 2,
    retries: 1,
    failures: 5,
    restMs: 5_000,
  });
  const shortened = SHORTENS.test(model) ? { dimensions } : {};
  const embedBatch = (input: string[]): Promise<readonly Float32Array[]> =>
    guard(async (signal) => {
      const answer: unknown = await client.embeddings.create(
        { model, input, encoding_format: 'float', ...shortened },
        { signal },
      );
      return toVectors(answer, input.length, settings);
    });
  return {
    id: `openai:${model}:${dimensions}`,
    dimensions,
    batch,
    async embed(texts, purpose = 'passage') {
      const sent = texts.map(toText);
      const vectors: Float32Array[] = [];
      for (let at = 0; at < sent.length; at += batch) {
        if (purpose === 'passage') await turn();
        vectors.push(...(await embedBatch(sent.slice(at, at + batch))));
      }
      return vectors;
    },
  };
}

/** Lets one through every `everyMs`, evenly: providers count by the second as well as by the minute. */
function makePace(everyMs: number): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = performance.now();
    const wait = Math.max(0, next - now);
    next = Math.max(next, now) + everyMs;
    if (wait > 0) await pause(wait);
  };
}
