/** What a language model may write for somebody to read: only what it was told, or nothing at all. */
import { z } from 'zod';
import { botError } from '../errors.ts';
import type { Locale } from '../programme/records.ts';
import { cut } from '../text/cut.ts';
import { redact } from '../text/redact.ts';
import { strayFacts } from '../text/stray-facts.ts';
import { type Asking, LANGUAGE_NAMES } from './asking.ts';

const TIDY = z.object({ text: z.string().trim().min(10).max(600) });
const SUMMARY = z.object({ sentences: z.array(z.string().trim().min(1).max(200)).min(1).max(4) });
/** What a model gets to read of one text. */
const LONGEST = 4_000;

/** Throws a complaint the model can act on when a text says more than it was told. */
function onlyFacts(text: string, facts: readonly string[], locale: Locale): string {
  const stray = strayFacts(text, facts, locale === 'en');
  if (stray.length > 0) throw botError('model', `not among the facts: ${stray.join(', ')}`);
  return text;
}

/** The same description in clearer words, for the person to confirm; null when the model has nothing sound to offer. */
export async function tidyText({ ask, account, locale }: Asking, field: string, text: string): Promise<string | null> {
  const told = redact(cut(text, LONGEST));
  const vars = { language: LANGUAGE_NAMES[locale], field, text: told };
  return ask(account, 'tidy-need', vars, (raw) => onlyFacts(TIDY.parse(raw).text, [told, field], locale));
}

/** Two to four sentences about a case from its fields; null when the model has nothing sound to offer. */
export async function summariseCase(
  { ask, account, locale }: Asking,
  kind: string,
  fields: readonly string[],
): Promise<string | null> {
  const told = redact(cut(fields.join('\n'), LONGEST));
  const vars = { language: LANGUAGE_NAMES[locale], kind, fields: told };
  return ask(account, 'summarise-case', vars, (raw) =>
    onlyFacts(SUMMARY.parse(raw).sentences.join(locale === 'en' ? ' ' : ''), [told, kind], locale),
  );
}
