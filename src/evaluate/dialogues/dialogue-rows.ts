/** Dialogues as the suite writes them. */
import { z } from 'zod';

const checkSchema = z.looseObject({
  check: z.string(),
  say: z.string().default(''),
  what: z.string().optional(),
  where: z.record(z.string(), z.unknown()).optional(),
  field: z.string().optional(),
  equals: z.unknown().optional(),
  to: z.string().optional(),
  kind: z.string().optional(),
  times: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  any: z.array(z.string()).optional(),
  all: z.array(z.string()).optional(),
  none: z.array(z.string()).optional(),
  lang: z.string().optional(),
});
const partSchema = z.looseObject({
  from: z.string().optional(),
  do: z.string(),
  via: z.string().optional(),
  text: z.string().optional(),
  button: z.string().optional(),
  of: z.number().optional(),
  form: z.string().optional(),
  sheet: z.string().optional(),
  until: z.string().optional(),
  to: z.string().optional(),
});
const turnSchema = partSchema.extend({
  n: z.number(),
  turns: z.array(partSchema).optional(),
  expect: z.string().optional(),
  checks: z.array(checkSchema).default([]),
});

/** The shape of one line of `dialogues.jsonl`. */
export const dialogueSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  lang: z.string(),
  channel: z.string(),
  capabilities: z.array(z.string()),
  turns: z.array(turnSchema),
  end_checks: z.array(checkSchema).default([]),
});

/** One dialogue. */
export type Dialogue = z.infer<typeof dialogueSchema>;
/** One thing done: a turn, or a part of several things done at once. */
export type TurnPart = z.infer<typeof partSchema>;
/** One turn with its checks. */
export type DialogueTurn = z.infer<typeof turnSchema>;
/** One check. */
export type SuiteCheck = z.infer<typeof checkSchema>;

/** A further property of a turn, as text; undefined when it is not there or no text. */
export function textOf(turn: TurnPart, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = turn[key];
    if (typeof value === 'string') return value;
  }
  return undefined;
}

/** A further property of a turn, as a number. */
export function numberOf(turn: TurnPart, ...keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = turn[key];
    if (typeof value === 'number') return value;
  }
  return undefined;
}

/** A further property of a turn, as a list. */
export function listOf(turn: TurnPart, ...keys: readonly string[]): readonly unknown[] | undefined {
  for (const key of keys) {
    const value = turn[key];
    if (Array.isArray(value)) return value;
  }
  return undefined;
}
