/** What is wrong with a data file, in one plain sentence for the person who edited it. */
import type { z } from 'zod';
import { type BotError, botError } from '../errors.ts';

/** One thing wrong: where (`stages[0].fields[2].kind`, empty for the whole file) and what. */
export interface LoadProblem {
  readonly path: string;
  readonly what: string;
}

/** The error for a file that cannot be used: names file, path and cause of the first problem and counts the others. */
export function loadError(file: string, problems: readonly LoadProblem[]): BotError {
  const [first, ...others] = problems;
  const where = first?.path ? `${file}, at ${first.path}` : file;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return botError('data', `${where}: ${first?.what ?? 'cannot be read'}${more}.`);
}

/** Zod's findings as problems, the innermost of a union first. */
export function zodProblems(error: z.ZodError, json: unknown): readonly LoadProblem[] {
  return error.issues.map((issue) => ({ path: pathText(issue.path), what: sentence(issue, json) }));
}

/** `['stages', 0, 'id']` → `stages[0].id`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}

function sentence(issue: z.core.$ZodIssue, json: unknown): string {
  const found = issue.path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    json,
  );
  if (issue.code === 'unrecognized_keys') return `the property ${issue.keys.map(quote).join(', ')} is not known here`;
  if (found === undefined) return 'is missing';
  if (issue.code === 'invalid_value')
    return `must be one of ${issue.values.map(quote).join(', ')}, but is ${quote(found)}`;
  if (issue.code === 'invalid_type') return `must be ${article(issue.expected)}, but is ${quote(found)}`;
  return lower(issue.message);
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}

function lower(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
