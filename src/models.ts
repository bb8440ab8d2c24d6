/** The models an operator switched on: embeddings and a chat model of one OpenAI-compatible endpoint. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { PACKAGE_ROOT } from './data-files.ts';
import type { ChatModel, Embedder } from './ports/model.ts';

/** What is on; null means the built-in way. */
export interface Models {
  readonly embedder: Embedder | null;
  readonly chat: ChatModel | null;
}

/** Makes the configured models; without an endpoint nothing of them is loaded. */
export async function makeModels(config: Config): Promise<Models> {
  const { model } = config;
  if (model === null) return { embedder: null, chat: null };
  const { baseUrl, key } = model;
  const embedder = model.embedding
    ? await (await import('./ai/openai-embedder.ts')).makeOpenAIEmbedder({ baseUrl, key, ...model.embedding })
    : null;
  const chat = model.chat
    ? await (await import('./ai/chat-model.ts')).makeChatModel({
        baseUrl,
        key,
        model: model.chat,
        prompts: await readPrompts(),
      })
    : null;
  return { embedder, chat };
}

async function readPrompts() {
  const { parsePrompt } = await import('./ai/prompt.ts');
  const folder = join(PACKAGE_ROOT, 'prompts');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => parsePrompt(readFileSync(join(folder, name), 'utf8'), `prompts/${name}`));
}
