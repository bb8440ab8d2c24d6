/** The reasons of a match as at most three short lines, in the reader's language. */
import type { Locale } from '../programme/records.ts';
import type { MatchReason, MatchReasons } from './match-reason.ts';
import type { Line, Var } from './say.ts';
import { shorten } from './shorten.ts';

/** Lines of one match. */
export const MOST_LINES = 3;
/** Characters of a title, a term and a target. */
const TITLE = 24;
const TERM = 20;

/** What met, one line for every item of the person it rests on; then what nobody speaks of. */
export function reasonLines({ met, missing }: MatchReasons, locale: Locale): readonly Line[] {
  const last = missing.length > 0 ? [missingLine(missing)] : [];
  return [
    ...grouped(met)
      .slice(0, MOST_LINES - last.length)
      .map((group) => groupLine(group, locale)),
    ...last,
  ];
}

/** Reasons that rest on one item, in their order; words searched with count as one, ties of the lexicon apart from them. */
function grouped(met: readonly MatchReason[]): readonly (readonly MatchReason[])[] {
  const groups = new Map<string, MatchReason[]>();
  for (const reason of met) {
    const key = isOwnItem(reason) ? (reason.item?.text ?? '') : isWord(reason) ? ' words' : ' ties';
    groups.set(key, [...(groups.get(key) ?? []), reason]);
  }
  return [...groups.values()];
}

function isWord({ tie }: MatchReason): boolean {
  return tie === 'same' || tie === 'equal';
}

function isOwnItem({ item }: MatchReason): boolean {
  return item !== null && item.kind !== 'words';
}

function groupLine(group: readonly MatchReason[], locale: Locale): Line {
  const [first] = group;
  const pairs = joined(group.map((reason) => pairLine(reason, locale)));
  if (!first || !isOwnItem(first))
    return { key: first && isWord(first) ? 'match.words' : 'match.ties', vars: { pairs } };
  const { kind = 'work', title } = first.item ?? {};
  if (title === undefined) return { key: `match.from.${kind}`, vars: { pairs } };
  return {
    key: 'match.from.titled',
    vars: { kind: { key: `match.item.${kind}` }, title: shorten(title, TITLE), pairs },
  };
}

/** 「碳纤维」属于「复合材料」（题目）. */
function pairLine(reason: MatchReason, locale: Locale): Line {
  const { yours, theirs, tie, part, english, englishTheirs } = reason;
  const theirEnglish = englishTheirs ?? (isWord(reason) ? english : undefined);
  const pair: Line = {
    key: `match.pair.${tie}`,
    vars: { yours: term(yours, english, locale), theirs: term(theirs, theirEnglish, locale) },
  };
  if (!part) return pair;
  return { key: 'match.at', vars: { pair, part: partLine(part, theirs) } };
}

function partLine(part: NonNullable<MatchReason['part']>, theirs: string): Line {
  if (part.kind !== 'indicator' || part.text === theirs) return { key: `match.part.${part.kind}` };
  return { key: 'match.part.indicator-named', vars: { name: shorten(part.text, TERM) } };
}

/** People's own spelling stays; an English reader gets the lexicon's name before it. */
function term(words: string, english: string | undefined, locale: Locale): string {
  const own = shorten(words, TERM);
  return locale === 'en' && english && /\p{Script=Han}/u.test(words) ? `${english} (${own})` : own;
}

function missingLine(missing: readonly string[]): Line {
  return {
    key: 'match.missing',
    vars: { names: joined(missing.map((name) => ({ key: 'match.named', vars: { name: shorten(name, TERM) } }))) },
  };
}

function joined(lines: readonly Line[]): Var {
  const [first, ...others] = lines;
  if (!first) return '';
  return others.reduce((before, next): Line => ({ key: 'match.both', vars: { before, next } }), first);
}
