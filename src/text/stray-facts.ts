/** What a text written by a machine says that nobody told it: figures, names and promises. */
import { fold } from './fold.ts';

/** Figures, Latin names and codes, and Chinese numerals of two or more characters. */
const FIGURES = /[a-z]*\d[\da-z.,%-]*|[一二三四五六七八九十百千万亿两〇零]{2,}/gu;
const NAMES = /[a-z][a-z0-9-]*/gu;
/** Capitalised words that do not begin a sentence. */
const ENGLISH_NAMES = /(?<!^|[.!?:]\s+)\b[A-Z][\w-]+/gu;
const QUOTED = /[「『“"《]([^」』”"》]+)[」』”"》]/gu;
/** Words that promise or rank: nothing the bot may say about a competition. */
const PROMISES =
  /保证|必定|一定能|肯定能|稳中|必中|内定|优先|胜算|把握很大|guarantee|certainly|surely|will win|priority/u;

/** What in a text is in none of the given facts, and promises; an empty answer means it only repeats them. */
export function strayFacts(text: string, facts: readonly string[], english: boolean): readonly string[] {
  const said = fold(text);
  const given = fold(facts.join(' | '));
  const quoted = [...said.matchAll(QUOTED)].map((match) => match[1] ?? '');
  const figures = said.match(FIGURES) ?? [];
  const names = english ? (text.match(ENGLISH_NAMES) ?? []).map(fold) : (said.match(NAMES) ?? []);
  const promises = (said.match(PROMISES) ?? []).filter((each) => !given.includes(each));
  return [...[...quoted, ...figures, ...names].filter((each) => !given.includes(each)), ...promises];
}
