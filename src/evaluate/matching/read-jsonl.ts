/** JSONL files as checked rows. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { botError } from '../../errors.ts';

/** Every row of a file, checked; the first wrong one is named with its line. */
export function readJsonl<T>(path: string, schema: z.ZodType<T>): readonly T[] {
  return textOf(path)
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [rowOf(line, schema, `${path}:${i + 1}`)]));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw botError('data', `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

function rowOf<T>(line: string, schema: z.ZodType<T>, place: string): T {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (cause) {
    throw botError('data', `${place} is no JSON`, { cause });
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw botError('data', `${place}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
