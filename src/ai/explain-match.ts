/** A friendlier wording of why a list fits. It may only repeat given facts; otherwise the plain reasons are shown. */
import { z } from 'zod';
import { botError, isBotError } from '../errors.ts';
import type { ChatModel } from '../ports/model.ts';
import type { Locale } from '../programme/records.ts';
import { strayFacts } from '../text/stray-facts.ts';

/** All an explanation may speak of. Money and deadline are written as people read them; null is not mentioned. */
export interface MatchFacts {
  readonly title: string;
  readonly matched: readonly string[];
  readonly money: string | null;
  readonly deadline: string | null;
}

const ANSWER = z.object({ sentences: z.array(z.string().trim().min(1).max(160)).min(1).max(2) });
const LANGUAGE: Readonly<Record<Locale, string>> = { zh: '简体中文', 'zh-Hant': '繁體中文', en: 'English' };
/** What in a sentence is in none of the facts; an empty answer means it only repeats them. */
function stray(sentence: string, { title, matched, money, deadline }: MatchFacts, locale: Locale): readonly string[] {
  return strayFacts(sentence, [title, ...matched, money ?? '', deadline ?? ''], locale === 'en');
}

/** One or two sentences made of the facts, or null when the model is out or said anything else: show the plain reasons then. */
export async function explainMatch(model: ChatModel, facts: MatchFacts, locale: Locale): Promise<string | null> {
  const parse = (raw: unknown): readonly string[] => {
    const { sentences } = ANSWER.parse(raw);
    const added = sentences.flatMap((sentence) => stray(sentence, facts, locale));
    if (added.length > 0) throw botError('model', `not among the facts: ${added.join(', ')}`);
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
