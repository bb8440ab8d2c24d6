/** When a second reading by a language model is worth asking for. */
import type { Interpretation, InterpretContext } from './interpretation.ts';
import { readValue } from './read-value.ts';

/** Longer words without any sign of a search may mean something else. */
const LONG_WISH = 20;
/** A guess less likely than this is worth a second reading. */
const SURE = 0.6;
/** Words that are passed on or agreed to as they stand are never read twice. */
const TAKEN_WHOLE: readonly InterpretContext['focus'][] = ['reason', 'handoff', 'consent'];

/** True where the rules found no meaning in a message, or the typed field in hand would refuse it. */
export function isUnsure(text: string, { commands, why, guesses }: Interpretation, context: InterpretContext): boolean {
  if (TAKEN_WHOLE.includes(context.focus)) return false;
  if (guesses !== undefined && why.startsWith('guess:')) return (guesses[0]?.p ?? 0) < SURE;
  if (commands.every((each) => each.do === 'none')) return true;
  if (context.focus === 'idle') return why === 'find:words' && text.length > LONG_WISH;
  const [first] = commands;
  if (context.field === undefined || first?.do !== 'answer' || commands.length > 1) return false;
  return readValue(context.field, first.text, context).outcome === 'reject';
}
