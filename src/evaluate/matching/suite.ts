/** A judged set: queries, documents and how well they fit; a folder of files or of such folders. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { botError } from '../../errors.ts';
import { readJsonl } from './read-jsonl.ts';

/** A text with an id; `items` are texts of one person, each scored for itself. */
export const TEXT_ROW = z
  .object({
    id: z.string(),
    text: z.string().optional(),
    items: z.array(z.string()).optional(),
    kind: z.string().optional(),
  })
  .refine((row) => row.text !== undefined || row.items !== undefined, 'needs text or items');
/** A row of a run: higher scores are better. */
export const RUN_ROW = z.object({ query: z.string(), doc: z.string(), score: z.number() });
const GRADE_ROW = z.object({ query: z.string(), doc: z.string(), grade: z.number() });
const IGNORE_ROW = z.object({ query: z.string(), doc: z.string() });

/** One text row. */
export type TextRow = z.infer<typeof TEXT_ROW>;
/** One run row. */
export type RunRow = z.infer<typeof RUN_ROW>;

/** A judged set in memory. */
export interface JudgedSet {
  readonly name: string;
  readonly queries: readonly TextRow[];
  readonly docs: readonly TextRow[];
  /** Query → document → grade, 0 for not fitting. */
  readonly grades: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Query → documents that do not count, such as the query's own. */
  readonly ignored: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The texts to rank of a row: its items, or its one text. */
export function itemsOf(row: TextRow): readonly string[] {
  return row.items ?? [row.text ?? ''];
}

/** Reads one set's folder. */
export function loadSet(folder: string): JudgedSet {
  const grades = new Map<string, Map<string, number>>();
  for (const { query, doc, grade } of readJsonl(join(folder, 'qrels.jsonl'), GRADE_ROW)) {
    const known = grades.get(query) ?? new Map<string, number>();
    grades.set(query, known.set(doc, grade));
  }
  const ignored = new Map<string, Set<string>>();
  const ignoreFile = join(folder, 'ignore.jsonl');
  for (const { query, doc } of existsSync(ignoreFile) ? readJsonl(ignoreFile, IGNORE_ROW) : [])
    ignored.set(query, (ignored.get(query) ?? new Set<string>()).add(doc));
  return {
    name: basename(folder),
    queries: readJsonl(join(folder, 'queries.jsonl'), TEXT_ROW),
    docs: readJsonl(join(folder, 'docs.jsonl'), TEXT_ROW),
    grades,
    ignored,
  };
}

const isSet = (folder: string): boolean => existsSync(join(folder, 'qrels.jsonl'));

/** The folders of a suite, by name: the folder itself when it is a set. Throws BotError `data` when there is none. */
export function setsOf(folder: string): readonly string[] {
  if (isSet(folder)) return [folder];
  const found = existsSync(folder)
    ? readdirSync(folder)
        .map((name) => join(folder, name))
        .filter(isSet)
    : [];
  if (found.length === 0) throw botError('data', `${folder} holds no queries.jsonl, docs.jsonl and qrels.jsonl`);
  return found.toSorted();
}
