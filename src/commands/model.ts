/** `jiebang model …`: fetch, list, choose and remove encoders that run on this machine. */

import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fetchFile, fileHash, megabytes } from '../ai/local-download.ts';
import type { LocalModel } from '../ai/local-model.ts';
import { readConfig } from '../config.ts';
import { botError } from '../errors.ts';
import { findModel, modelFolder, readModels } from '../model-files.ts';
import { writeSetting } from './model-setting.ts';
import { showProgress } from './show-progress.ts';

/** The setting that switches a local model on. */
const SETTING = 'LOCAL_EMBEDDING_MODEL';
/** The runtime's package: it is large, so a small installation is without it. */
const RUNTIME = 'onnxruntime-web';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function sizeOf(model: LocalModel): number {
  return model.files.reduce((sum, { size }) => sum + size, 0);
}

/** True when every file is there and has the hash its entry names. */
async function isWhole(model: LocalModel): Promise<boolean> {
  for (const { path, sha256 } of model.files)
    if ((await fileHash(join(modelFolder(model), path))) !== sha256) return false;
  return true;
}

/** Prints every listed model: whether it is here and in use, its size, licence and what it is good for. */
export async function listModels(): Promise<void> {
  const { localModel } = readConfig();
  for (const model of readModels()) {
    const here = (await isWhole(model)) ? 'fetched' : 'not fetched';
    const state = model.name === localModel ? `${here}, in use` : here;
    const facts = [state, megabytes(sizeOf(model)), `${model.dimensions} dimensions`, model.licence, model.about];
    say(`${model.name.padEnd(24)} ${facts.join(' · ')}`);
  }
}

/** Fetches a model's files into var/models and says how to switch it on. Throws BotError with one sentence when it cannot. */
export async function getModel(name: string, options: { readonly mirror?: string }): Promise<void> {
  const model = findModel(name);
  const mirror = mirrorOf(options.mirror);
  const bar = showProgress(sizeOf(model), 'bytes');
  let before = 0;
  try {
    for (const { path, size, sha256 } of model.files) {
      const url = `${mirror}/${model.repo}/resolve/${model.revision}/${path}`;
      const to = join(modelFolder(model), path);
      const fetched = await fetchFile({ url, to, size, sha256, at: (bytes) => bar.at(before + bytes) });
      say(`${path}: ${megabytes(size)}, ${fetched ? 'fetched' : 'here already'}, hash checked`);
      before += size;
    }
  } finally {
    bar.end();
  }
  say(`${name} is in ${modelFolder(model)}. Switch it on: npx jiebang model use ${name}`);
  if (!hasRuntime()) say(`It needs a runtime this installation left out: npm install --no-save ${runtimePackage()}`);
}

function mirrorOf(given: string | undefined): string {
  if (given === undefined) return readConfig().modelMirror;
  return readConfig({ MODEL_MIRROR: given }).modelMirror;
}

function hasRuntime(): boolean {
  try {
    createRequire(import.meta.url).resolve(RUNTIME);
    return true;
  } catch {
    return false;
  }
}

/** The runtime with the version this product was tested with. */
function runtimePackage(): string {
  const own: unknown = createRequire(import.meta.url)('../../package.json');
  const peers: unknown = typeof own === 'object' && own !== null ? Reflect.get(own, 'peerDependencies') : undefined;
  const version: unknown = typeof peers === 'object' && peers !== null ? Reflect.get(peers, RUNTIME) : undefined;
  return typeof version === 'string' ? `${RUNTIME}@${version}` : RUNTIME;
}

/** Removes a model's files; refused while it is the one in use. */
export async function removeModel(name: string): Promise<void> {
  const model = findModel(name);
  if (readConfig().localModel === name)
    throw botError('config', `${name} is in use: switch it off first with npx jiebang model use none.`);
  await rm(modelFolder(model), { recursive: true, force: true });
  say(`${name} is removed; vectors made with it stay in the database and are used again should it come back.`);
}

/** Writes the choice into .env; `none` switches the local model off. Takes effect with the next start. */
export async function useModel(name: string): Promise<void> {
  if (name === 'none') {
    writeSetting('.env', SETTING, '');
    return say('No local model from the next start on: lists are matched by words and concepts.');
  }
  const model = findModel(name);
  if (!(await isWhole(model)))
    throw botError('config', `${name} is not here or not whole: fetch it with npx jiebang model get ${name}.`);
  if (readConfig().model?.embedding)
    throw botError('config', 'OPENAI_EMBEDDING_MODEL makes the vectors now: take it out of the settings first.');
  writeSetting('.env', SETTING, name);
  say(
    `${SETTING}=${name} is in .env. From the next start on vectors are made in the background; npx jiebang vectors shows how far they are.`,
  );
}
