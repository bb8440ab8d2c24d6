/** A friendlier wording of why a list fits. It may only repeat given facts; otherwise the plain reasons are shown. */
import { z } from 'zod';
import { botError, isBotError } from '../errors.ts';
import type { ChatModel } from '../ports/model.ts';
import type { Locale } from '../programme/records.ts';
import { strayFacts } from '../text/stray-facts.ts';
import { strayNames } from '../text/stray-names.ts';

/**
 * All an explanation may speak of. `matched` says what met and where it stands, `missing` names targets nobody speaks of;
 * money, deadline and standing are written as people read them; null is not mentioned.
 */
export interface MatchFacts {
  readonly title: string;
  readonly matched: readonly string[];
  readonly missing: readonly string[];
  readonly money: string | null;
  readonly deadline: string | null;
  /** How it stands when it takes no bids any more. */
  readonly standing: string | null;
}

const ANSWER = z.object({ sentences: z.array(z.string().trim().min(1).max(160)).min(1).max(2) });
const LANGUAGE: Readonly<Record<Locale, string>> = { zh: '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

/** What in a sentence is in none of the facts; an empty answer means it only repeats them. */
function stray(sentence: string, facts: MatchFacts, locale: Locale): readonly string[] {
  const { title, matched, missing, money, deadline, standing } = facts;
  const given = [title, ...matched, ...missing, money ?? '', deadline ?? '', standing ?? ''];
  return [...strayFacts(sentence, given, locale === 'en'), ...strayNames(sentence, given)];
}

/**
 * One or two sentences made of the facts; a sentence that says anything else is dropped. Null when none is left or the
 * model is out: show the plain reasons then.
 */
export async function explainMatch(model: ChatModel, facts: MatchFacts, locale: Locale): Promise<string | null> {
  const parse = (raw: unknown): readonly string[] => {
    const { sentences } = ANSWER.parse(raw);
    const judged = sentences.map((sentence) => ({ sentence, added: stray(sentence, facts, locale) }));
    const kept = judged.filter(({ added }) => added.length === 0).map(({ sentence }) => sentence);
    if (kept.length > 0) return kept;
    throw botError('model', `not among the facts: ${judged.flatMap(({ added }) => added).join(', ')}`);
  };
  const separator = locale === 'en' ? '; ' : '；';
  const vars = {
    language: LANGUAGE[locale],
    title: facts.title,
    matched: facts.matched.join(separator),
    missing: facts.missing.join(separator),
    money: facts.money ?? '',
    deadline: facts.deadline ?? '',
    standing: facts.standing ?? '',
  };
  try {
    return (await model.complete('explain-match', vars, parse)).join(locale === 'en' ? ' ' : '');
  } catch (error) {
    if (isBotError(error, 'model')) return null;
    throw error;
  }
}
