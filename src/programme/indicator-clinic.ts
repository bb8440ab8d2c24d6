/** Helping to mend a vague indicator (R36): one question with answers to tap, never a barrier. */

import { cut } from '../text/cut.ts';
import { fold } from '../text/fold.ts';
import type { RowAnswer } from './answer.ts';
import type { Bilingual } from './form.ts';
import { type IndicatorGap, indicatorGaps } from './indicator.ts';
import { findMethod } from './indicator-method.ts';
import { findValue } from './indicator-value.ts';
import type { IndicatorKind, IndicatorKinds, KindChoice } from './load-indicator-kinds.ts';
import type { Indicator } from './records.ts';

/** An answer to tap; `text` is null for the one that leaves the gap open. */
export interface ClinicChoice {
  readonly label: Bilingual;
  readonly text: string | null;
}

/** A question about one gap of one indicator with at most four choices, the last of which leaves it open. */
export interface ClinicQuestion {
  readonly question: Bilingual;
  readonly choices: readonly ClinicChoice[];
}

/** Most characters of an indicator's name shown in a question. */
const NAME_SHOWN = 30;
/** 降低10% is not 10%. */
const CHANGE = /(提高|提升|增加|降低|减少|缩短|翻)[了到]?\s*$/;
const LONGEST = { value: 60, unit: 30, method: 200 } as const;

/** The question for a gap, from what is known about the indicator's kind. */
export function clinicQuestion(indicator: Indicator, gap: IndicatorGap, kinds: IndicatorKinds): ClinicQuestion {
  const kind = kindOf(indicator, kinds);
  const question = gap === 'unit' ? kinds.unit.question : (kind?.[gap].question ?? kinds.unit.question);
  const choices: readonly KindChoice[] = gap === 'unit' ? (kind?.units ?? []) : (kind?.[gap].choices ?? []);
  return {
    question: named(question, indicator.name),
    choices: [...choices.slice(0, 3), { label: kinds.open, text: null }],
  };
}

/** The kind whose longest word the name holds; else the one whose unit fits; else the general one. */
export function kindOf(indicator: Indicator, { kinds }: IndicatorKinds): IndicatorKind | undefined {
  const name = fold(indicator.name);
  const found = kinds
    .flatMap((kind) => kind.words.map((word) => ({ kind, word: fold(word) })))
    .filter(({ word }) => holds(name, word))
    .sort((a, b) => b.word.length - a.word.length);
  const byUnit = () =>
    kinds.find((kind) => indicator.unit.length > 1 && kind.units.some((unit) => unit.text === indicator.unit));
  return found[0]?.kind ?? byUnit() ?? kinds.at(-1);
}

/** The indicator with the gap filled from typed or tapped words: `≥6个月` for a value fills comparison and unit as well. */
export function fillGap(indicator: Indicator, gap: IndicatorGap, text: string): Indicator {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return indicator;
  if (gap !== 'value') return { ...indicator, [gap]: cut(words, LONGEST[gap]) };
  const { method, rest } = findMethod(words);
  const found = findValue(rest);
  if (!found) return { ...indicator, value: cut(words, LONGEST.value) };
  return {
    ...indicator,
    operator: found.operator || indicator.operator,
    value: `${CHANGE.exec(rest.slice(0, found.start))?.[1] ?? ''}${found.value}`,
    unit: found.unit || indicator.unit,
    method: method || indicator.method,
  };
}

/** The first gap of the first indicator that has one and was not left open; `open` holds `row.gap` of those left open. */
export function nextGap(
  indicators: readonly Indicator[],
  open: ReadonlySet<string>,
): { readonly row: number; readonly gap: IndicatorGap } | null {
  for (const [row, indicator] of indicators.entries()) {
    const gap = indicatorGaps(indicator).find((each) => !open.has(`${row}.${each}`));
    if (gap) return { row, gap };
  }
  return null;
}

/** Indicators as rows of a form's `indicators` field; what is missing is stored as left open. */
export function indicatorRows(indicators: readonly Indicator[]): readonly RowAnswer[] {
  return indicators.map(({ name, operator, value, unit, method }) => ({
    name,
    operator: operator || null,
    value: value || null,
    unit: unit || null,
    method: method || null,
  }));
}

function holds(name: string, word: string): boolean {
  if (!/^[a-z0-9. ]+$/.test(word)) return name.includes(word);
  return ` ${name.replace(/[^a-z0-9.]+/g, ' ')}`.includes(` ${word}`);
}

function named(question: Bilingual, name: string): Bilingual {
  const shown = cut(name, NAME_SHOWN);
  return { zh: question.zh.replaceAll('{name}', () => shown), en: question.en.replaceAll('{name}', () => shown) };
}
