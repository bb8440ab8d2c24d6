/** A choice of two options that are just yes and no. */
import type { Field } from '../programme/form.ts';
import type { InterpretContext } from './interpretation.ts';
import { yesNoOptions } from './matter-words.ts';
import { optionsOf } from './read-choice.ts';
import type { ValueReading } from './reading.ts';

/** Yes or no, where the choice read is one of two options that are just these. */
export function choiceSaid(field: Field, reading: ValueReading, context: InterpretContext): boolean | null {
  if (field.kind !== 'choice' || reading.outcome === 'reject') return null;
  const pair = yesNoOptions(optionsOf(field, context.programme));
  return pair?.whole === true ? reading.value === pair.yes.id : null;
}
