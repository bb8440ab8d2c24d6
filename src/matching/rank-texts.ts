/** Ranking plain texts as the matcher ranks records: for measuring it, and for lists kept elsewhere. */
import type { Knowledge } from './item-index.ts';
import { drain } from './steps.ts';
import { makeTextIndex } from './text-index.ts';

/** A record of texts only. */
export interface RankedText {
  readonly id: string;
  readonly items: readonly string[];
}

/** Scores for every document, in their order; comparable between queries. */
export type RankTexts = (words: string) => Float64Array;

/** Takes the documents in; `words` are then compared with each. */
export function makeTextRanker(docs: readonly RankedText[], knowledge: Knowledge): RankTexts {
  const index = makeTextIndex(knowledge);
  for (const { id, items } of docs)
    index.put({ id, side: 'people', items: items.map((subject) => ({ subject, body: '', open: true })) });
  index.meanings?.catchUpNow();
  return (words) => {
    const wish = index.read(words);
    const bridge = index.bridge('people');
    if (bridge) drain(bridge.steps(wish.language));
    return index.score('people', wish);
  };
}
