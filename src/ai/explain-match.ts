/** A friendlier wording of why a list fits. It may only repeat given facts; otherwise the plain reasons are shown. */
import { z } from 'zod';
import { botError, isBotError } from '../errors.ts';
import type { ChatModel } from '../ports/model.ts';
import type { Locale } from '../programme/records.ts';
import { fold } from '../text/fold.ts';

/** All an explanation may speak of. Money and deadline are written as people read them; null is not mentioned. */
export interface MatchFacts {
  readonly title: string;
  readonly matched: readonly string[];
  readonly money: string | null;
  readonly deadline: string | null;
}

const ANSWER = z.object({ sentences: z.array(z.string().trim().min(1).max(160)).min(1).max(2) });
const LANGUAGE: Readonly<Record<Locale, string>> = { zh: '简体中文', 'zh-Hant': '繁體中文', en: 'English' };
/** Figures, Latin names and codes, and Chinese numerals of two or more characters. */
const FIGURES = /[a-z]*\d[\da-z.,%-]*|[一二三四五六七八九十百千万亿两〇零]{2,}/gu;
const NAMES = /[a-z][a-z0-9-]*/gu;
/** Capitalised words that do not begin a sentence. */
const ENGLISH_NAMES = /(?<!^|[.!?:]\s+)\b[A-Z][\w-]+/gu;
const QUOTED = /[「『“"《]([^」』”"》]+)[」』”"》]/gu;
/** Words that promise or rank: nothing the bot may say about a competition. */
const PROMISES =
  /保证|必定|一定能|肯定能|稳中|必中|内定|优先|胜算|把握很大|guarantee|certainly|surely|will win|priority/u;

/** What in a sentence is in none of the facts; an empty answer means it only repeats them. */
export function strayFacts(sentence: string, facts: MatchFacts, locale: Locale): readonly string[] {
  const said = fold(sentence);
  const given = fold([facts.title, ...facts.matched, facts.money ?? '', facts.deadline ?? ''].join(' | '));
  const quoted = [...said.matchAll(QUOTED)].map((match) => match[1] ?? '');
  const figures = said.match(FIGURES) ?? [];
  const names = locale === 'en' ? (sentence.match(ENGLISH_NAMES) ?? []).map(fold) : (said.match(NAMES) ?? []);
  const promises = said.match(PROMISES) ?? [];
  return [...[...quoted, ...figures, ...names].filter((each) => !given.includes(each)), ...promises];
}

/** One or two sentences made of the facts, or null when the model is out or said anything else: show the plain reasons then. */
export async function explainMatch(model: ChatModel, facts: MatchFacts, locale: Locale): Promise<string | null> {
  const parse = (raw: unknown): readonly string[] => {
    const { sentences } = ANSWER.parse(raw);
    const stray = sentences.flatMap((sentence) => strayFacts(sentence, facts, locale));
    if (stray.length > 0) throw botError('model', `not among the facts: ${stray.join(', ')}`);
    return sentences;
  };
  const vars = {
    language: LANGUAGE[locale],
    title: facts.title,
    matched: facts.matched.join('、'),
    money: facts.money ?? '',
    deadline: facts.deadline ?? '',
  };
  try {
    return (await model.complete('explain-match', vars, parse)).join(locale === 'en' ? ' ' : '');
  } catch (error) {
    if (isBotError(error, 'model')) return null;
    throw error;
  }
}
