/** When a second reading by a language model is worth asking for. */
import { kindOf, sameKind } from './guess-command.ts';
import { placeOf } from './guess-place.ts';
import type { Interpretation, InterpretContext } from './interpretation.ts';
import { readValue } from './read-value.ts';

/** Longer words without any sign of a search may mean something else. */
const LONG_WISH = 20;
/** A guess less likely than this is worth a second reading: of such guesses more than one in ten is wrong. */
const SURE = 0.9;
/** So is what a rule read where the examples give its kind of wish no more than this. */
const SURE_RULE = 0.75;
/** Exact forms: nobody else could read them better. */
const EXACT = /^(?:slash|next:|empty|care|choose|rows)/;
/** Words that are passed on or agreed to as they stand are never read twice. */
const TAKEN_WHOLE: readonly InterpretContext['focus'][] = ['reason', 'handoff', 'consent'];

/** True where the rules found no meaning in a message, or the typed field in hand would refuse it. */
export function isUnsure(text: string, reading: Interpretation, context: InterpretContext): boolean {
  const { commands, why, guesses } = reading;
  if (TAKEN_WHOLE.includes(context.focus)) return false;
  if (guesses !== undefined && why.startsWith('guess:')) return (guesses[0]?.p ?? 0) < SURE;
  if (isContested(text, reading, context)) return true;
  if (commands.every((each) => each.do === 'none')) return true;
  if (context.focus === 'idle') return why === 'find:words' && text.length > LONG_WISH;
  const [first] = commands;
  if (context.field === undefined || first?.do !== 'answer' || commands.length > 1) return false;
  return readValue(context.field, first.text, context).outcome === 'reject';
}

/** The rules read it one way and the examples rather another; a value the open field takes is left to its parser. */
function isContested(
  text: string,
  { commands: [first], why, guesses }: Interpretation,
  context: InterpretContext,
): boolean {
  if (guesses === undefined || EXACT.test(why)) return false;
  const { field } = context;
  const isTyped = field !== undefined && placeOf(context) !== 'text';
  if (isTyped && first?.do === 'answer' && readValue(field, text, context).outcome === 'accept') return false;
  const own = kindOf(first);
  return (guesses.find(({ intent }) => sameKind(own, intent))?.p ?? 0) < SURE_RULE;
}
