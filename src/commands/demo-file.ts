/** The files of sample data as they are written: days counted from the first start, people and cases by key. */
import { z } from 'zod';
import { readJson } from '../data-files.ts';
import type { Answers } from '../programme/answer.ts';
import { loadError, zodProblems } from '../programme/load-problem.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]*$/);
const answers = z.custom<Answers>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
const daysAgo = z.number().int().min(0);
const step = z.strictObject({
  action: z.enum(['vet', 'publish', 'close', 'start-review', 'accept', 'return', 'complete']),
  daysAgo,
  by: z.enum(['owner', 'recommender', 'reviewer', 'decider']),
  reason: z.string().optional(),
});
const lists = z.strictObject({
  about: z.string(),
  batch: z.strictObject({ key, name: z.string(), note: z.string() }),
  lists: z.array(
    z.strictObject({
      key,
      track: z.enum(['key-technology', 'enterprise-demand']),
      owner: key.optional(),
      organisation: z.strictObject({ name: z.string(), creditCode: z.string().nullable() }),
      draftedDaysAgo: daysAgo,
      steps: z.array(step),
      answers,
    }),
  ),
});
const people = z.strictObject({
  about: z.string(),
  accounts: z.array(z.strictObject({ key, name: z.string() })),
  profiles: z.array(z.strictObject({ key, account: key.nullable(), answers })),
});
const cases = z.strictObject({
  about: z.string(),
  cases: z.array(
    z.strictObject({
      key,
      kind: z.enum(['need', 'interest', 'application']),
      account: key,
      listing: key.optional(),
      daysAgo,
      steps: z.array(step),
      answers,
    }),
  ),
});

/** A step a sample case has taken. */
export type DemoStep = z.infer<typeof step>;
/** A sample list with its history. */
export type DemoList = z.infer<typeof lists>['lists'][number];
/** A sample need, interest or bid with its history. */
export type DemoCase = z.infer<typeof cases>['cases'][number];

/** All sample data as written. */
export interface DemoFile {
  readonly lists: z.infer<typeof lists>;
  readonly people: z.infer<typeof people>;
  readonly cases: readonly DemoCase[];
}

/** Reads the sample files. Throws BotError `data` naming file and path. */
export function readDemo(): DemoFile {
  return {
    lists: read('data/samples/demo-lists.json', lists),
    people: read('data/samples/demo-people.json', people),
    cases: read('data/samples/demo-cases.json', cases).cases,
  };
}

function read<T>(path: string, schema: z.ZodType<T>): T {
  const json = readJson(path);
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw loadError(path, zodProblems(parsed.error, json));
  return parsed.data;
}
