/** Embeddings from a model on this machine, in a thread of its own: the bot answers people meanwhile, and texts never leave. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { botError } from '../errors.ts';
import type { Embedder } from '../ports/model.ts';
import { clean } from '../text/clean.ts';
import { cut } from '../text/cut.ts';
import type { EncoderSettings } from './local-encoder.ts';
import { type LocalModel, localEmbedderId } from './local-model.ts';
import { makeLocalThread } from './local-thread.ts';

/** Which model, and the folder its files were fetched into. */
export interface LocalSettings {
  readonly model: LocalModel;
  readonly folder: string;
  /** Most milliseconds for one text, loading the model included; 60 s when left out. */
  readonly timeoutMs?: number;
  /** How long a thread that died is left alone; 5 s when left out. */
  readonly restMs?: number;
  /** The thread's program; the compiled one beside this file when left out. */
  readonly worker?: URL;
}

const TIMEOUT_MS = 60_000;
const REST_MS = 5_000;
/** Texts the keeper hands over at a time: what it has is saved every few seconds. */
const BATCH = 16;
/** Characters per token that are read at most: the rest would be cut off after tokenising, at a cost. */
const WIDEST_TOKEN = 8;

/** A file that is not there, or not as long as it must be; its hash was checked when it was fetched. */
function missingFile({ model, folder }: LocalSettings): string | null {
  const missing = model.files.find(({ path, size }) => {
    const file = join(folder, path);
    return !existsSync(file) || statSync(file).size !== size;
  });
  return missing ? `${missing.path} is missing or not whole: run npx jiebang model get ${model.name}` : null;
}

function encoderSettings({ model, folder }: LocalSettings): EncoderSettings {
  const { weights, tokenizer, dimensions, maxTokens, pooling } = model;
  return { folder, weights, tokenizer, dimensions, maxTokens, pooling };
}

function readable(text: string, longest: number): string {
  return cut(clean(text), longest).trim() || '.';
}

/** Makes the embedder; the model is not loaded before the first `embed`. */
export function makeLocalEmbedder(settings: LocalSettings): Embedder {
  const { model } = settings;
  const outage = (what: string) => botError('model', `local model ${model.name}: ${what}`, { retryable: true });
  const ask = makeLocalThread({
    program: settings.worker ?? new URL('./local-worker.js', import.meta.url),
    data: encoderSettings(settings),
    timeoutMs: settings.timeoutMs ?? TIMEOUT_MS,
    restMs: settings.restMs ?? REST_MS,
    outage,
    check() {
      const missing = missingFile(settings);
      if (missing) throw outage(missing);
    },
  });
  return {
    id: localEmbedderId(model),
    dimensions: model.dimensions,
    batch: BATCH,
    async embed(texts, purpose = 'passage') {
      const prefix = purpose === 'query' ? model.queryPrefix : model.passagePrefix;
      const vectors: Float32Array[] = [];
      // One after the other, so that the words of somebody who searches need not wait for a whole batch.
      for (const text of texts) vectors.push(await ask(prefix + readable(text, model.maxTokens * WIDEST_TOKEN)));
      return vectors;
    },
  };
}
