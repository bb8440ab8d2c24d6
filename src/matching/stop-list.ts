/** Words that say nothing about a subject, or nothing that may count: data, read once at start. */
import { stemmer } from 'stemmer';
import { fold } from '../text/fold.ts';
import type { RegionalWords } from './regional.ts';

/**
 * `words` are never compared; `reasons` are compared, but too common to be shown as a reason; `blank` is
 * what is blanked out of every text before it is compared: ranks, honours and ages (不论资质), and what programmes write
 * around the subject of a title (创新任务, 研发及产业化).
 */
export interface StopList {
  readonly words: ReadonlySet<string>;
  readonly reasons: ReadonlySet<string>;
  /** One pattern for all of them in folded text, or null when the list has none. */
  readonly blank: RegExp | null;
  /** Wording of other regions, read as the common one in traditional text; none when left out. */
  readonly regional?: RegionalWords | null;
}

/** An age, or a year of birth. */
const AGE = '\\d{2}\\s*(?:周岁|岁)|(?:19|20)\\d{2}\\s*年?\\s*(?:出生|生人)|\\b\\d{2} years? old\\b';
const SECTION = /^\[(\w+)\]$/u;

function blankPattern(titles: readonly string[], frames: readonly string[]): RegExp | null {
  if (titles.length + frames.length === 0) return null;
  const escaped = [...titles, ...frames]
    .toSorted((a, b) => b.length - a.length)
    .map((phrase) => {
      const safe = phrase.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
      return /^[a-z]/u.test(phrase) ? `\\b${safe}(?![a-z])` : safe;
    });
  return new RegExp(`${escaped.join('|')}|${AGE}`, 'gu');
}

/** Reads `data/lexicon/stop-words.txt`: one word a line, `#` comments, sections `[words]`, `[reasons]`, `[titles]`, `[frames]`. */
export function parseStopList(text: string): StopList {
  const sections = new Map<string, string[]>();
  let section: string[] = [];
  for (const line of text.split('\n').map((each) => fold(each.trim()))) {
    if (line === '' || line.startsWith('#')) continue;
    const name = SECTION.exec(line)?.[1];
    if (name === undefined) section.push(line);
    else {
      section = sections.get(name) ?? [];
      sections.set(name, section);
    }
  }
  const stemmed = (name: string): ReadonlySet<string> =>
    new Set(sections.get(name)?.map((word) => (/^[a-z]+$/u.test(word) ? stemmer(word) : word)));
  const blank = blankPattern(sections.get('titles') ?? [], sections.get('frames') ?? []);
  return { words: stemmed('words'), reasons: stemmed('reasons'), blank };
}
