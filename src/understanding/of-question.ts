/** What is said of the open question itself, before its words count as an answer. */
import type { Field } from '../programme/form.ts';
import { changesLast } from './change-last.ts';
import { asksAboutField, asksWhatFollows } from './field-question.ts';
import { type Interpretation, type InterpretContext, type Message, meaning } from './interpretation.ts';
import { putsOff } from './put-off.ts';
import type { ValueReading } from './reading.ts';
import { isProgrammeTopic } from './topics.ts';

/** In free words an aside is short. */
const LONGEST_ASIDE = 20;

function asksInWords({ kind }: Field): boolean {
  return kind === 'text' || kind === 'long-text' || kind === 'rows';
}

/** The field put off, the question before it changed, help on the field (with the programme's answer beside, where it may have one), or a question what follows; null for anything else. */
export function readOfQuestion(
  { original, folded }: Message,
  { focus }: InterpretContext,
  field: Field | undefined,
  reading: ValueReading | null,
): Interpretation | null {
  if (changesLast(folded)) return meaning('back:change', { do: 'back' });
  if (focus !== 'field' || field === undefined) return null;
  const words = asksInWords(field);
  if (!words && reading !== null && reading.outcome !== 'reject') return null;
  if (putsOff(folded, field)) return meaning('skip:put-off', { do: 'skip' });
  if (words && folded.length > LONGEST_ASIDE) return null;
  if (asksWhatFollows(folded)) return meaning('ask:follows', { do: 'ask', question: original });
  if (!asksAboutField(folded, field)) return null;
  return meaning('help:about', { do: 'help', ...(isProgrammeTopic(folded) && { question: original }) });
}
