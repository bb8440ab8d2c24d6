/** Values inside sentences: money, days and labels in the reader's language; people's own words untouched. */
import type { Locale } from '../programme/records.ts';
import { showDate, showDay } from '../programme/show-date.ts';
import { showMoney } from '../programme/show-money.ts';
import { toTraditional } from '../text/script.ts';
import type { Line, Var } from './say.ts';

/** A value as text, or as a number where the sentence may count with it. `text` renders nested sentences. */
export function renderVar(value: Var, locale: Locale, text: (line: Line, locale: Locale) => string): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if ('money' in value) return inScript(showMoney(value.money, locale), locale);
  if ('date' in value) return inScript(showDate(value.date, locale), locale);
  if ('day' in value) return inScript(showDay(value.day, locale), locale);
  if ('bilingual' in value) return locale === 'en' ? value.bilingual.en : inScript(value.bilingual.zh, locale);
  return text(value, locale);
}

function inScript(text: string, locale: Locale): string {
  return locale === 'zh-Hant' ? toTraditional(text) : text;
}
