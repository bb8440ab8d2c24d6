/** Reading `data/lexicon/indicator-kinds.json`: what the clinic knows about kinds of indicators. */
import { z } from 'zod';
import type { Bilingual } from './form.ts';
import { bilingualSchema } from './form-schema.ts';
import { loadError, zodProblems } from './load-problem.ts';

/** An answer to tap; `text` is what the tap writes. */
export interface KindChoice {
  readonly label: Bilingual;
  readonly text: string;
}

/** A kind of indicator: the words that betray it, its units, and what to ask. `{name}` stands for the indicator. */
export interface IndicatorKind {
  readonly id: string;
  readonly label: Bilingual;
  readonly words: readonly string[];
  readonly units: readonly KindChoice[];
  /** Its figure needs no unit, as pH. */
  readonly unitless?: boolean;
  readonly value: { readonly question: Bilingual; readonly choices: readonly KindChoice[] };
  readonly method: { readonly question: Bilingual; readonly choices: readonly KindChoice[] };
}

/** All kinds, the general one last, with what is asked whatever the kind. */
export interface IndicatorKinds {
  readonly unit: { readonly question: Bilingual };
  /** The choice that leaves a gap open. */
  readonly open: Bilingual;
  readonly kinds: readonly IndicatorKind[];
}

const choices = z.array(z.strictObject({ label: bilingualSchema, text: z.string().min(1) })).max(3);
const asked = z.strictObject({ question: bilingualSchema, choices });
const schema = z.strictObject({
  comments: z.record(z.string(), z.string()).optional(),
  unit: z.strictObject({ question: bilingualSchema }),
  open: bilingualSchema,
  kinds: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        label: bilingualSchema,
        words: z.array(z.string().min(1)),
        units: choices,
        unitless: z.boolean().optional(),
        value: asked,
        method: asked,
      }),
    )
    .min(1),
});

/** The kinds held by parsed JSON. Throws `data` naming the file, the path in it and what is wrong. */
export function loadIndicatorKinds(json: unknown, file: string): IndicatorKinds {
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw loadError(file, zodProblems(parsed.error, json));
  const { comments: _comments, ...kinds } = parsed.data;
  return kinds;
}
