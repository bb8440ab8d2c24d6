/** What the steps of reading a message in a form share. */
import type { Field } from '../programme/form.ts';
import { formFields } from './field-names.ts';
import type { Interpretation, InterpretContext, Message } from './interpretation.ts';
import { readValue } from './read-value.ts';
import type { ValueReading } from './reading.ts';

/** A field question's setting, worked out once per message. */
export interface Setting {
  readonly message: Message;
  readonly context: InterpretContext;
  readonly field: Field | undefined;
  readonly fields: readonly Field[];
  readonly freeText: boolean;
  readonly reading: ValueReading | null;
}

/** One rule of the order; null where it has nothing to say. */
export type Step = (setting: Setting) => Interpretation | null;

/** A message longer than this is no question, nor a wish said beside a free text. */
export const LONGEST_QUESTION = 60;

/** Prepares what the steps share. */
export function settingOf(message: Message, context: InterpretContext): Setting {
  const { field, form } = context;
  const freeText = field?.kind === 'long-text';
  return {
    message,
    context,
    field,
    freeText,
    fields: form === undefined ? [] : formFields(form, context.stage),
    reading: field === undefined ? null : readValue(field, message.original, context),
  };
}
