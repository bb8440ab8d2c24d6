/** `jiebang rank`: ranks documents, or people, for queries; JSONL in and out. */
import { writeFileSync } from 'node:fs';
import { knowledge } from '../evaluate/matching/knowledge.ts';
import { gathered, PERSON_ROW } from '../evaluate/matching/people.ts';
import { readJsonl } from '../evaluate/matching/read-jsonl.ts';
import { rankRows } from '../evaluate/matching/run-set.ts';
import { TEXT_ROW } from '../evaluate/matching/suite.ts';

/** Files of the command; with `people`, documents are their items and people are ranked. */
export interface RankOptions {
  readonly docs: string;
  readonly queries: string;
  readonly out: string;
  readonly people?: string;
}

/** Writes a row `{query, doc, score}` for every query and document (or person) that share anything. Throws BotError `data` naming file and line. */
export function rank(options: RankOptions): void {
  const docs = readJsonl(options.docs, TEXT_ROW);
  const queries = readJsonl(options.queries, TEXT_ROW);
  const ranked = options.people === undefined ? docs : gathered(readJsonl(options.people, PERSON_ROW), docs);
  const rows = rankRows(queries, ranked, knowledge());
  writeFileSync(options.out, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  process.stdout.write(`${queries.length} × ${ranked.length} → ${rows.length} ${options.out}\n`);
}
