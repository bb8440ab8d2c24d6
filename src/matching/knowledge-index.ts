/** Which article of the knowledge base answers a question: by how people are known to ask, and what about. */
import type { Article } from '../programme/load-knowledge.ts';
import { fold } from '../text/fold.ts';
import { makeTextRanker } from './rank-texts.ts';
import type { StopList } from './stop-list.ts';

/** The article that answers a question, by id; null when none plainly does: no source, no answer. */
export type FindArticle = (question: string) => string | null;

/** Below this a question only shares everyday words with the nearest known one (measured on test/matching/knowledge-questions.tsv). */
const MEANT = 0.5;
/** What a word of the article found in the question adds, and the most such words add together. */
const WORD = 0.4;
const MOST_WORDS = 0.8;
/** Questions are short; what is longer is a story. */
const LONGEST = 200;

const LATIN = /^[a-z0-9 .'-]+$/;

interface Topic {
  readonly id: string;
  /** Words in the question's form, each with its weight: one that several articles have says less. */
  readonly words: readonly { readonly found: (question: string) => boolean; readonly weight: number }[];
}

function finder(word: string): (question: string) => boolean {
  if (!LATIN.test(word)) return (question) => question.includes(word);
  const whole = new RegExp(`(?<![a-z0-9])${word.replace(/[.]/g, '\\.')}(?![a-z0-9])`);
  return (question) => whole.test(question);
}

function topicsOf(articles: readonly Article[]): readonly Topic[] {
  const holders = new Map<string, number>();
  const folded = articles.map(({ id, words }) => ({ id, words: words.map(fold) }));
  for (const { words } of folded) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  return folded.map(({ id, words }) => ({
    id,
    words: words.map((word) => ({ found: finder(word), weight: WORD / (holders.get(word) ?? 1) })),
  }));
}

function wordScore(topic: Topic, question: string): number {
  const sum = topic.words.reduce((all, { found, weight }) => all + (found(question) ? weight : 0), 0);
  return Math.min(MOST_WORDS, sum);
}

/** Reads the articles once; asking takes well under a millisecond. */
export function makeKnowledgeIndex(articles: readonly Article[], stop: StopList): FindArticle {
  const known = articles.flatMap(({ id, title, asked }) =>
    [title.zh, title.en, ...asked].map((words) => ({ id, words })),
  );
  const exact = new Map(known.map(({ id, words }) => [fold(words).trim(), id]));
  const topics = topicsOf(articles);
  const rank = makeTextRanker(
    known.map(({ words }, i) => ({ id: String(i), items: [words] })),
    { stop },
  );
  return (asked) => {
    const question = fold(asked).trim();
    if (question === '' || question.length > LONGEST) return null;
    const same = exact.get(question);
    if (same !== undefined) return same;
    const alike = new Map<string, number>();
    rank(question).forEach((score, i) => {
      const id = known[i]?.id ?? '';
      if (score > (alike.get(id) ?? 0)) alike.set(id, score);
    });
    let best = { id: '', score: 0 };
    for (const topic of topics) {
      const score = (alike.get(topic.id) ?? 0) + wordScore(topic, question);
      if (score > best.score) best = { id: topic.id, score };
    }
    return best.score >= MEANT ? best.id : null;
  };
}
