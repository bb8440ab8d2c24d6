/** What is known of an encoder that runs on this machine: where its files are, their hashes, and how it wants to be used. */
import { z } from 'zod';
import { botError } from '../errors.ts';

const name = z.string().regex(/^[a-z0-9][\w.-]{0,63}$/i);
/** A path below the model's folder: no `..`, no root, nothing hidden. */
const path = z.string().regex(/^(?:[A-Za-z0-9_][\w.-]*\/)*[A-Za-z0-9_][\w.-]*$/);

const FILE = z.strictObject({
  path,
  size: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const MODEL = z.strictObject({
  name,
  about: z.string(),
  licence: z.string(),
  /** Owner and name at the mirror, and the revision whose files these are. */
  repo: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  revision: z.string().regex(/^[\w.-]+$/),
  weights: path,
  tokenizer: path,
  files: z.array(FILE).min(2),
  dimensions: z.int().min(1).max(8192),
  /** Longest text in tokens, marks of beginning and end included. */
  maxTokens: z.int().min(8).max(8192),
  /** Whether the first token's vector stands for the text, or the mean of all. */
  pooling: z.enum(['cls', 'mean']),
  queryPrefix: z.string(),
  passagePrefix: z.string(),
});

const MODELS = z.strictObject({ models: z.array(MODEL) });

/** One listed encoder; sizes in bytes, hashes in lower-case hex. */
export type LocalModel = z.infer<typeof MODEL>;

/** Checks a list of encoders; throws BotError `data` naming file and place of what is wrong. */
export function parseModels(raw: unknown, file: string): readonly LocalModel[] {
  const read = MODELS.safeParse(raw);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw botError('data', `${file}: ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'not a model list'}`);
  }
  for (const model of read.data.models)
    for (const needed of [model.weights, model.tokenizer])
      if (!model.files.some((each) => each.path === needed))
        throw botError('data', `${file}: ${model.name}: ${needed} is not among its files`);
  return read.data.models;
}

/** The hash of a model's weights: what its vectors are known by. */
export function weightsHash(model: LocalModel): string {
  return model.files.find((each) => each.path === model.weights)?.sha256 ?? '';
}

/** Stored with every vector: another name, length or another file of weights means embedding again. */
export function localEmbedderId(model: LocalModel): string {
  return `local:${model.name}:${model.dimensions}:${weightsHash(model).slice(0, 16)}`;
}
