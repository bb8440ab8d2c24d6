/** The shape of a form file, checked at loading and published as `data/forms/form.schema.json` for editors. */
import { z } from 'zod';
import type { AnswerValue } from './answer.ts';
import { FIELD_KINDS, type Field, type FormRule } from './form.ts';

/** Ids that paths can hold: a letter, then letters, digits, `-` and `_`. */
const id = z.string().regex(/^[A-Za-z][\w-]{0,39}$/, 'must begin with a letter and hold only letters, digits, - and _');
const text = z.string().min(1, 'must not be empty');

/** A text in both languages. */
export const bilingualSchema = z.strictObject({ zh: text, en: text });

const answerValue: z.ZodType<AnswerValue> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
]);

const optionSchema = z.strictObject({
  id: z.string().regex(/^\S{1,40}$/, 'must be a short word without spaces'),
  label: bilingualSchema,
  aliases: z.array(text).optional(),
});

const conditionSchema = z.strictObject({
  field: text.describe('An earlier field of the form, `case.track` or `switch.NAME`.'),
  equals: answerValue.optional(),
  notEquals: answerValue.optional(),
  answered: z.boolean().optional(),
});

const fieldSchema: z.ZodType<Field> = z
  .strictObject({
    id: id.describe('Never changed: answers are kept under it.'),
    kind: z.enum(FIELD_KINDS),
    label: bilingualSchema.describe('Short name, for the review and for corrections.'),
    aliases: z.array(text).optional().describe('Other names people use for the field.'),
    onPaper: z.array(text).optional().describe('Names that papers (forms of other places, notices) give the field.'),
    holds: z.literal('publications').optional().describe('A pasted list of publications belongs here.'),
    question: bilingualSchema,
    example: bilingualSchema.optional(),
    help: bilingualSchema.optional(),
    required: z.boolean(),
    options: z.array(optionSchema).min(2).optional(),
    optionsFrom: z.enum(['sectors', 'cities', 'recommenders']).optional(),
    min: z
      .number()
      .optional()
      .describe('Text: characters; money: yuan; duration: months; rows, files, choices: how many.'),
    max: z.number().optional(),
    decimals: z.int().min(0).max(6).optional(),
    unit: bilingualSchema.optional(),
    allowRange: z.boolean().optional(),
    allowUndecided: z.boolean().optional(),
    future: z.boolean().optional(),
    phone: z.enum(['mobile', 'any', 'or-email']).optional(),
    mustAgree: z.boolean().optional(),
    get cells() {
      return z.array(fieldSchema).min(1).optional();
    },
    more: bilingualSchema.optional(),
    rowPer: z.literal('list-indicator').optional(),
    clinic: z.literal('indicators').optional(),
    from: text.optional().describe('The field of the profile form that may know the answer.'),
    showIf: z.array(conditionSchema).min(1).optional(),
  })
  .meta({ id: 'field' });

const ruleSchema: z.ZodType<FormRule> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('at-most-field'),
    field: id,
    limit: text.describe('A field of the form, or `list.money`.'),
    warn: z.boolean().optional(),
    message: bilingualSchema,
  }),
  z.strictObject({ kind: z.literal('ordered-dates'), rows: id, cell: id, message: bilingualSchema }),
  z.strictObject({ kind: z.literal('within-term'), rows: id, cell: id, message: bilingualSchema }),
  z.strictObject({
    kind: z.literal('sums-to'),
    rows: id,
    cell: id,
    total: z.union([z.number(), id]),
    message: bilingualSchema,
  }),
  z.strictObject({ kind: z.literal('warn-terms'), field: id, terms: z.array(text).min(1), message: bilingualSchema }),
]);

const stageSchema = z.strictObject({
  id,
  title: bilingualSchema,
  submits: z.enum(['need', 'need-complete', 'interest', 'application', 'profile', 'listing']),
  fields: z.array(fieldSchema).min(1),
});

/** A whole form file; `$schema` and `$comment` are for editors and dropped. */
export const formSchema = z.strictObject({
  $schema: z.string().optional(),
  $comment: z.string().optional(),
  id,
  version: z.int().min(1),
  title: bilingualSchema,
  stages: z.array(stageSchema).min(1),
  rules: z.array(ruleSchema),
});

/** The JSON Schema of form files (draft 2020-12), as published in `data/forms/form.schema.json`. */
export function formJsonSchema(): Readonly<Record<string, unknown>> {
  return { title: 'A form of the programme', ...z.toJSONSchema(formSchema) };
}
