/** Weighs the rules' reading against the second reader's guess. */
import type { Command, CommandName } from './command.ts';
import { namedFields } from './field-names.ts';
import type { Guess, GuessIntent, GuessPlace } from './guess.ts';
import { guessedCommand, kindOf, merged, sameKind } from './guess-command.ts';
import { placeOf } from './guess-place.ts';
import { type Interpretation, type InterpretContext, type Message, meaning } from './interpretation.ts';
import { readValue } from './read-value.ts';
import { isProgrammeTopic } from './topics.ts';

/** Readings that stand whatever the guess: exact forms, numbers, and values that were read. */
const CERTAIN =
  /^(?:slash|back:change|skip:put-off|ask:follows|help:about|next:|empty|care|words|choose|rows|go-to|review:field|change:nth|cancel:|yes$|no$|intrusion|elsewhere|withdraw|queue|about-bot|resume$|service:(?!handoff)|control:(?!help|thanks)|find:(?:until|sector)|apply:(?:list|several|unknown|search)|detail:unknown|answer:(?:yes|no|anew)|cues$|apply:beside|correct$|model)/;
/** Certain readings that a very sure guess of another kind outweighs while nothing is open: 怎么注销账号 asks, 取消报名 withdraws. */
const YIELDS: Readonly<Record<string, readonly GuessIntent[]>> = {
  'control:cancel': ['withdraw'],
  'control:withdraw': ['undo'],
  'apply:search': ['ask', 'withdraw', 'resume', 'subscribe'],
  elsewhere: ['find', 'profile', 'subscribe'],
  'service:delete-data': ['ask'],
  'service:language': ['ask'],
};
const SURE_TO_YIELD = 0.85;

/** Whether the rules' reading stands whatever the guess. */
function isCertain(why: string, { intent, p }: Guess, place: GuessPlace): boolean {
  const yields = place === 'idle' && p >= SURE_TO_YIELD && YIELDS[why]?.includes(intent) === true;
  return CERTAIN.test(why) && !yields;
}

/** How likely a guess must be before it outweighs the rules, by place; in a free text it must also be short. */
const SURE: Readonly<Record<GuessPlace, number>> = {
  idle: 0.25,
  text: 0.4,
  typed: 0.4,
  choice: 0.45,
  rows: 0.45,
  review: 0.35,
  confirm: 0.6,
};
/** Undoing takes an answer away: a guessed one must be this sure. */
const SURE_TO_UNDO = 0.75;
/** Words that may name a field of work are looked up unless a guess of another kind is this sure. */
const SURE_NO_SUBJECT = 0.5;
const NO_SUBJECT: readonly GuessIntent[] = ['none', 'post-need', 'help'];
/** In a free text the guess must leave no more than this to the answer. */
const LEFT_TO_ANSWER = 0.15;
/** The longest message in a free text that may still be taken for something else than its answer. */
const LONGEST_ASIDE = 20;
/** A question is taken for one about the field in hand only when this sure. */
const SURE_OF_HELP = 0.9;
/** Two readings as close as this are asked about. */
const CLOSE = 0.85;
const WEAK = /^(?:none|find:words|ask$|ask:topic|find$|detail:ordinal|answer:mend)/;

/** A value of the field's own kind was read from the whole message. */
function holdsValue({ original }: Message, context: InterpretContext): boolean {
  const { field, focus } = context;
  if (focus !== 'field' || field === undefined || placeOf(context) === 'text') return false;
  return readValue(field, original, context).outcome === 'accept';
}

/** Whether a guess outweighs the rules. In a free text a message is the answer unless it is short and the guess very sure. */
function outweighs(
  { intent, p }: Guess,
  own: number,
  place: GuessPlace,
  message: Message,
  context: InterpretContext,
): boolean {
  if (p < SURE[place] || p <= own) return false;
  const longest = (/[a-z]{3}/.test(message.folded) ? 2 : 1) * LONGEST_ASIDE;
  if (place === 'text' && (message.folded.length > longest || own > LEFT_TO_ANSWER)) return false;
  // 我们单位全称是…, said where the unit is asked, is the answer.
  const here = namedFields(message.folded, context.field === undefined ? [] : [context.field]);
  if (intent === 'correct' && here.length > 0) return false;
  return intent === 'answer' || !holdsValue(message, context);
}

/** What begins something new: below this it is asked about first. */
const BEGINS: readonly CommandName[] = ['apply', 'post-need', 'profile'];
const SURE_TO_BEGIN = 0.6;
/** What leaves a form: below this it is asked about first. */
const SURE_TO_LEAVE = 0.7;
/** A yes takes a value over: a guessed one must be this sure. */
const SURE_OF_YES = 0.85;
/** Commands a person can be asked about: each has a label, `meaning.<command>`. */
const ASKABLE: readonly CommandName[] = [
  'find',
  'detail',
  'apply',
  'post-need',
  'profile',
  'answer',
  'status',
  'ask',
  'help',
  'handoff',
  'cancel',
  'skip',
  'withdraw',
  'submit',
  'review',
  'resume',
  'back',
  'pause',
  'change',
];

/** The readings to ask between; handing in is never done on a guess, and nothing is begun on a weak one. */
function asked(command: Command, p: number, other: Command | null, weak: boolean): readonly Command[] {
  if (command.do === 'submit') return [command, { do: 'review' }];
  if (BEGINS.includes(command.do) && p < SURE_TO_BEGIN) return [command, other ?? { do: 'help' }];
  if (command.do === 'cancel' && p < SURE_TO_LEAVE) return [command, other ?? { do: 'help' }];
  return weak && other !== null ? [command, other] : [];
}

/** What is done at once, and what is asked about first. */
function chosen(
  guesses: readonly Guess[],
  ruled: Interpretation,
  message: Message,
  context: InterpretContext,
): Interpretation | null {
  const [top, next] = guesses;
  const command = top && guessedCommand(top.intent, message, context);
  if (top === undefined || !command || (top.intent === 'affirm' && top.p < SURE_OF_YES)) return null;
  const other = next && next.p > top.p * CLOSE ? guessedCommand(next.intent, message, context) : null;
  const doubt = asked(command, top.p, other, WEAK.test(ruled.why));
  const askable = doubt.length > 1 && doubt.every((each) => ASKABLE.includes(each.do));
  return { ...meaning(`guess:${top.intent}`, command), guesses, ...(askable && { doubt }) };
}

/** A guess that would do harm, or end a search, without being sure enough for it. */
function isTooWeak({ intent, p }: Guess, why: string): boolean {
  return (
    (intent === 'undo' && p < SURE_TO_UNDO) ||
    (why === 'find:words' && NO_SUBJECT.includes(intent) && p < SURE_NO_SUBJECT)
  );
}

/** The reading that counts: the rules', or the guess where it is likelier. Handing in is only ever offered. */
export function secondReading(message: Message, context: InterpretContext, ruled: Interpretation): Interpretation {
  const place = placeOf(context);
  const [first, ...more] = ruled.commands;
  if (context.guess === undefined || place === null || more.length > 0) return ruled;
  const guesses = merged(context.guess(message.folded, place, { why: ruled.why, does: first?.do ?? 'none' }));
  const [top] = guesses;
  const known = { ...ruled, guesses: guesses.slice(0, 3) };
  const own = kindOf(first);
  if (top === undefined || isCertain(ruled.why, top, place) || sameKind(own, top.intent)) return known;
  // A question about the programme is answered where there is an answer; help on the field is for the field.
  const ofProgramme = top.p < SURE_OF_HELP || isProgrammeTopic(message.folded);
  if (ruled.why === 'ask' && top.intent === 'help' && ofProgramme) return known;
  const share = guesses.find(({ intent }) => sameKind(own, intent))?.p ?? 0;
  if (isTooWeak(top, ruled.why) || !outweighs(top, share, place, message, context)) return known;
  return chosen(known.guesses, ruled, message, context) ?? known;
}
