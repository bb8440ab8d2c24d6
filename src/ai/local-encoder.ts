/** Texts to vectors in this process: the only file that loads the runtime and the tokenizer, and only when it is called. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InferenceSession, Tensor } from 'onnxruntime-web';

/** What the encoder needs to know of a model; paths are below `folder`. */
export interface EncoderSettings {
  readonly folder: string;
  readonly weights: string;
  readonly tokenizer: string;
  readonly dimensions: number;
  readonly maxTokens: number;
  readonly pooling: 'cls' | 'mean';
}

/** One text to its vector, of length 1. Texts go one by one: a quantised model's vector depends on what shares its batch. */
export type Encode = (text: string) => Promise<Float32Array>;

/** The vector that stands for a text, out of one vector per token, brought to length 1. */
export function pooled(hidden: Float32Array, dimensions: number, pooling: 'cls' | 'mean'): Float32Array {
  const vector = hidden.slice(0, dimensions);
  if (pooling === 'mean')
    for (let at = dimensions; at < hidden.length; at += 1)
      vector[at % dimensions] = (vector[at % dimensions] ?? 0) + (hidden[at] ?? 0);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}

/** At most `most` token ids; the last one, which marks the end, is kept. */
export function shortened(ids: readonly number[], most: number): readonly number[] {
  return ids.length <= most ? ids : [...ids.slice(0, most - 1), ...ids.slice(-1)];
}

/** Loads a model; rejects with the reason when a file is missing, broken or of another shape than its entry says. */
export async function loadEncoder(settings: EncoderSettings): Promise<Encode> {
  const [ort, { Tokenizer }] = await Promise.all([import('onnxruntime-web'), import('@huggingface/tokenizers')]);
  // This runs in a thread of its own already; more would take the cores from the people who wait for an answer.
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  const tokenizer = new Tokenizer(JSON.parse(await readFile(join(settings.folder, settings.tokenizer), 'utf8')), {});
  const session = await ort.InferenceSession.create(await readFile(join(settings.folder, settings.weights)), {
    executionProviders: ['wasm'],
  });
  return async (text) => {
    const ids = shortened(tokenizer.encode(text).ids, settings.maxTokens);
    const output = await run(session, ids, (data) => new ort.Tensor('int64', data, [1, ids.length]));
    return pooled(tokenVectors(output, ids.length, settings.dimensions), settings.dimensions, settings.pooling);
  };
}

async function run(
  session: InferenceSession,
  ids: readonly number[],
  tensor: (data: BigInt64Array) => Tensor,
): Promise<Tensor | undefined> {
  const values: Readonly<Record<string, BigInt64Array>> = {
    input_ids: BigInt64Array.from(ids, BigInt),
    attention_mask: new BigInt64Array(ids.length).fill(1n),
    token_type_ids: new BigInt64Array(ids.length),
  };
  const feeds = session.inputNames.map((input) => {
    const data = values[input];
    if (!data) throw new TypeError(`the model asks for “${input}”, which a sentence encoder does not`);
    return [input, tensor(data)] as const;
  });
  const outputs = await session.run(Object.fromEntries(feeds));
  return outputs.last_hidden_state ?? outputs[session.outputNames[0] ?? ''];
}

function tokenVectors(output: Tensor | undefined, tokens: number, dimensions: number): Float32Array {
  const data = output?.data;
  if (data instanceof Float32Array && data.length === tokens * dimensions) return data;
  throw new TypeError(`the model gives [${output?.dims.join(', ')}] where [1, ${tokens}, ${dimensions}] is expected`);
}
