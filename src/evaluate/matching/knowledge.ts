/** What the product's matcher knows, for commands that measure it. */
import { readStopList } from '../../data-files.ts';
import { lazyConcepts, lazyGlosses } from '../../lexicon-files.ts';
import type { Knowledge } from '../../matching/item-index.ts';

/** Stop list, bridge and concepts as the product reads them. */
export function knowledge(): Knowledge {
  const warn = (why: string): void => {
    process.stderr.write(`${why}\n`);
  };
  return { stop: readStopList(), glosses: lazyGlosses(), concepts: lazyConcepts({ now: Date.now, warn }) };
}
