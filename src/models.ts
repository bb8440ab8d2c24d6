/** The models an operator switched on: embeddings and a chat model of one OpenAI-compatible endpoint, or embeddings of this machine. */
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
  const embedder = await makeEmbedder(config);
  if (model === null) return { embedder, chat: null };
  const { baseUrl, key } = model;
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

/** The embedder beside the words: of the endpoint, of this machine, or none. */
export async function makeEmbedder({ model, localModel }: Config): Promise<Embedder | null> {
  if (localModel !== null) {
    const { findModel, modelFolder } = await import('./model-files.ts');
    const found = findModel(localModel);
    return (await import('./ai/local-embedder.ts')).makeLocalEmbedder({ model: found, folder: modelFolder(found) });
  }
  if (!model?.embedding) return null;
  const { baseUrl, key, embedding } = model;
  return (await import('./ai/openai-embedder.ts')).makeOpenAIEmbedder({ baseUrl, key, ...embedding });
}

async function readPrompts() {
  const { parsePrompt } = await import('./ai/prompt.ts');
  const folder = join(PACKAGE_ROOT, 'prompts');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => parsePrompt(readFileSync(join(folder, name), 'utf8'), `prompts/${name}`));
}
