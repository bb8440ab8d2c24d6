/** The words of a draft as one text, for matching: what it is about, never who writes it. */
import type { Draft } from '../programme/records.ts';

const ABOUT: readonly string[] = [
  'title',
  'problem',
  'goal',
  'problems',
  'base',
  'why',
  'route',
  'novelty',
  'research',
  'methods',
  'results',
];

/** The subject-matter answers of a draft, joined; contacts and units are left out. */
export function fieldsText(draft: Pick<Draft, 'answers'>): string {
  return ABOUT.map((id) => draft.answers[id])
    .filter((value): value is string => typeof value === 'string')
    .join('\n');
}
