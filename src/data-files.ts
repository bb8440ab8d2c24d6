/** Reading what officials edit: programme, forms, messages, prompts. Errors name the file and the path in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CatalogueFiles } from './conversation/catalogue.ts';
import { FIGURE_NAMES } from './conversation/knowledge-figures.ts';
import { botError } from './errors.ts';
import { type FindArticle, makeKnowledgeIndex } from './matching/knowledge-index.ts';
import { parseRegionalWords } from './matching/regional.ts';
import { parseStopList, type StopList } from './matching/stop-list.ts';
import type { Form } from './programme/form.ts';
import { loadForm } from './programme/load-form.ts';
import { type IndicatorKinds, loadIndicatorKinds } from './programme/load-indicator-kinds.ts';
import { type Article, loadArticle } from './programme/load-knowledge.ts';
import { loadProgramme } from './programme/load-programme.ts';
import type { Programme } from './programme/programme.ts';

/** The folder that holds package.json, data and prompts: the same from src and from dist. */
export const PACKAGE_ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Reads a JSON file of the package; a broken one is named with the parser's complaint. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(join(PACKAGE_ROOT, path), 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw botError('data', `${path} cannot be read: ${why}`, { cause });
  }
}

/** Loads the programme file of that name. */
export function readProgramme(name: string): Programme {
  const path = `data/programme/${name}.json`;
  return loadProgramme(readJson(path), path);
}

/** Loads the forms a programme names. */
export function readForms(programme: Programme): readonly Form[] {
  const { tracks, needForm, profileForm, listingForm } = programme;
  const names = [needForm, profileForm, listingForm, ...Object.values(tracks).map((track) => track.applicationForm)];
  return [...new Set(names)].map((name) => {
    const path = `data/forms/${name}.json`;
    return loadForm(readJson(path), path);
  });
}

const KNOWLEDGE = 'data/knowledge';

/** Reads the articles people's questions about the programme are answered from. */
export function readKnowledge(): readonly Article[] {
  const figures = new Set<string>(FIGURE_NAMES);
  const names = readdirSync(join(PACKAGE_ROOT, KNOWLEDGE)).filter((name) => name.endsWith('.md'));
  return names.toSorted().map((name) => {
    const path = `${KNOWLEDGE}/${name}`;
    return loadArticle(readFileSync(join(PACKAGE_ROOT, path), 'utf8'), name.replace('.md', ''), path, figures);
  });
}

/** The texts of all articles as messages: `knowledge.<id>.answer` and `.source`. */
function knowledgeMessages(language: 'zh' | 'en'): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readKnowledge().flatMap(({ id, answer, source }) => [
      [`knowledge.${id}.answer`, answer[language]],
      [`knowledge.${id}.source`, source[language]],
    ]),
  );
}

/** Merges all message files of both languages, and the knowledge base. */
export function readMessages(): CatalogueFiles {
  const names = readdirSync(join(PACKAGE_ROOT, 'data/messages'));
  const merged = (language: 'zh' | 'en') =>
    Object.assign(
      {},
      knowledgeMessages(language),
      ...names.filter((name) => name.endsWith(`.${language}.json`)).map((name) => readJson(`data/messages/${name}`)),
    );
  return { zh: merged('zh'), en: merged('en') };
}

/** Loads the questions of the need clinic. */
export function readClinic(): IndicatorKinds {
  const path = 'data/lexicon/indicator-kinds.json';
  return loadIndicatorKinds(readJson(path), path);
}

/** Reads the words that matching leaves out, and those it reads as others. */
export function readStopList(): StopList {
  const read = (name: string): string => readFileSync(join(PACKAGE_ROOT, 'data/lexicon', name), 'utf8');
  return { ...parseStopList(read('stop-words.txt')), regional: parseRegionalWords(read('regional-words.tsv')) };
}

/** Finds the article that answers a question; the articles are indexed at the first one. */
export function lazyKnowledge(): FindArticle {
  let find: FindArticle | null = null;
  return (question) => {
    find ??= makeKnowledgeIndex(readKnowledge(), readStopList());
    return find(question);
  };
}
