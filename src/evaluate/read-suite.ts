/** Reading a suite's files: one JSON object a line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { botError } from '../errors.ts';

/** The rows of a JSONL file of the suite. Throws `data` naming file, line and what is wrong. */
export function readSuiteRows<Row>(folder: string, file: string, shape: z.ZodType<Row>): readonly Row[] {
  return readText(folder, file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parsed(line, `${file}:${index + 1}`, shape)]));
}

/** One JSON file of the suite. */
export function readSuiteFile<Body>(folder: string, file: string, shape: z.ZodType<Body>): Body {
  return parsed(readText(folder, file), file, shape);
}

function readText(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (cause) {
    throw botError('data', `--suite ${folder}: ${file} cannot be read`, { cause });
  }
}

function parsed<Body>(text: string, where: string, shape: z.ZodType<Body>): Body {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw botError('data', `${where} is no JSON`, { cause });
  }
  const read = shape.safeParse(raw);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw botError('data', `${where}: ${first?.path.map(String).join('.') ?? ''} ${first?.message ?? ''}`);
}
