/** The encoders this machine may run: which are listed, and where their files lie. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalModel, parseModels } from './ai/local-model.ts';
import { readJson } from './data-files.ts';
import { botError } from './errors.ts';

/** Folder of fetched models, below the working folder like the database. */
export const MODEL_ROOT = 'var/models';
/** The operator's own list, of the same form as data/models.json; an entry here goes before one of that name there. */
const OWN = 'var/models.json';

/** All listed encoders. Throws BotError `data` naming file and place of what is wrong. */
export function readModels(): readonly LocalModel[] {
  const own = existsSync(OWN) ? parseModels(ownJson(), OWN) : [];
  const listed = parseModels(readJson('data/models.json'), 'data/models.json');
  return [...own, ...listed.filter((model) => !own.some((each) => each.name === model.name))];
}

function ownJson(): unknown {
  try {
    return JSON.parse(readFileSync(OWN, 'utf8'));
  } catch (cause) {
    throw botError('data', `${OWN} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** The encoder of that name; throws BotError `config` with the names there are. */
export function findModel(name: string): LocalModel {
  const models = readModels();
  const found = models.find((model) => model.name === name);
  if (found) return found;
  throw botError(
    'config',
    `There is no model “${name}”: it must be one of ${models.map((each) => each.name).join(', ')}.`,
  );
}

/** Where a model's files lie. */
export function modelFolder(model: LocalModel): string {
  return join(MODEL_ROOT, model.name);
}
