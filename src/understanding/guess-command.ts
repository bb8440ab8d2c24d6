/** The command behind a guessed wish: which list, field or amount is meant is read by the rules' own readers. */
import type { Command, CommandName } from './command.ts';
import { formFields, namedFields } from './field-names.ts';
import { findLists } from './find-lists.ts';
import type { Guess, GuessIntent } from './guess.ts';
import type { InterpretContext, Message } from './interpretation.ts';
import { readListReference, subjectChunks } from './list-reference.ts';
import { wishSubject } from './wish-subject.ts';

/** What kind of wish a command is. */
const KINDS: Readonly<Partial<Record<CommandName, GuessIntent>>> = {
  start: 'thanks',
  find: 'find',
  detail: 'detail',
  choose: 'detail',
  apply: 'apply',
  'post-need': 'post-need',
  profile: 'profile',
  answer: 'answer',
  set: 'answer',
  'another-row': 'answer',
  correct: 'correct',
  change: 'correct',
  keep: 'affirm',
  back: 'back',
  skip: 'skip',
  undo: 'undo',
  cancel: 'cancel',
  pause: 'pause',
  resume: 'resume',
  review: 'review',
  submit: 'submit',
  affirm: 'affirm',
  deny: 'deny',
  offline: 'handoff',
  language: 'language',
  status: 'status',
  withdraw: 'withdraw',
  'my-data': 'my-data',
  'delete-data': 'delete-data',
  subscribe: 'subscribe',
  ask: 'ask',
  help: 'help',
  handoff: 'handoff',
  thanks: 'thanks',
  none: 'none',
  queue: 'queue',
};

/** The kind of wish a command is; null for commands no example stands for. */
export function kindOf(command: Command | undefined): GuessIntent | null {
  if (command?.do === 'find' && command.take !== undefined) return 'apply';
  return command === undefined ? 'none' : (KINDS[command.do] ?? null);
}

/** Kinds that mean the same to the person: a wish to change and the change itself. */
export function sameKind(a: GuessIntent | null, b: GuessIntent): boolean {
  const one = (kind: GuessIntent | null): GuessIntent | null => (kind === 'change' ? 'correct' : kind);
  return one(a) === one(b);
}

/** Adds up what kinds with the same meaning got, the likeliest first. */
export function merged(guesses: readonly Guess[]): readonly Guess[] {
  const change = guesses.find(({ intent }) => intent === 'change')?.p ?? 0;
  return guesses
    .filter(({ intent }) => intent !== 'change')
    .map((each) => (each.intent === 'correct' ? { ...each, p: each.p + change } : each))
    .toSorted((a, b) => b.p - a.p);
}

/** The list meant; else the one last spoken of, if the message names no other; else its words are looked up. */
function ofList(does: 'detail' | 'apply', message: Message, context: InterpretContext): Command {
  const reference = readListReference(message.folded, context);
  const [listing] = reference?.ids ?? [];
  if (listing !== undefined) return { do: does, listing };
  if (reference?.unknown) return { do: does, listing: reference.words };
  const [subject] = subjectChunks(message.folded);
  const names =
    subject !== undefined && /榜|项目|课题|题目|(?<![a-z])(?:list|challenge|project|one)/.test(message.folded);
  if (names && subject.length > 1) return { do: 'find', words: subject };
  if (does === 'apply') return { do: 'apply' };
  return context.about === null ? findLists(message, context) : { do: 'detail', listing: context.about };
}

function change({ folded }: Message, { form, stage }: InterpretContext): Command {
  const [target, more] = form === undefined ? [] : namedFields(folded, formFields(form, stage));
  return { do: 'change', path: target !== undefined && more === undefined ? target.field.id : '' };
}

function language(folded: string, { locale }: InterpretContext): Command {
  if (/繁|正体|traditional|hong kong|taiwan/.test(folded)) return { do: 'language', locale: 'zh-Hant' };
  const chinese = /中文|汉语|普通话|国语|华语|简体|chinese|mandarin/.test(folded);
  const english = /英|english|eng(?![a-z])/.test(folded);
  const notRead = /不[懂会认]|don't|dont|can't|cannot|not/.test(folded);
  if (chinese !== english) return { do: 'language', locale: english !== notRead ? 'en' : 'zh' };
  return { do: 'language', locale: locale === 'en' ? 'zh' : 'en' };
}

/** Makes the command; null where this place has none for that wish. Nothing here submits, withdraws or deletes: those commands ask first. */
export function guessedCommand(intent: GuessIntent, message: Message, context: InterpretContext): Command | null {
  const { original, folded } = message;
  switch (intent) {
    case 'answer':
      return context.focus === 'field' ? { do: 'answer', text: original } : null;
    case 'correct':
    case 'change':
      return change(message, context);
    case 'find':
      return findLists(message, context);
    case 'detail':
    case 'apply':
      return ofList(intent, message, context);
    case 'post-need':
    case 'profile':
      return folded.length > 12 ? { do: intent, words: original } : { do: intent };
    case 'ask':
      return { do: 'ask', question: original };
    case 'none':
      return { do: 'none', text: original };
    case 'language':
      return language(folded, context);
    case 'queue':
      return context.isStaff ? { do: 'queue' } : { do: 'status' };
    case 'subscribe': {
      const words = wishSubject(folded);
      return words === null ? { do: 'subscribe' } : { do: 'subscribe', words };
    }
    case 'affirm':
    case 'deny':
      return yesOrNo(intent === 'affirm', context);
    default:
      return { do: intent };
  }
}

function yesOrNo(yes: boolean, { focus, field }: InterpretContext): Command | null {
  if (focus === 'field' && field?.kind === 'yes-no') {
    return field.id.endsWith('#more')
      ? { do: 'another-row', yes, path: field.id }
      : { do: 'set', path: field.id, value: yes };
  }
  if (focus === 'confirm-value') return { do: yes ? 'affirm' : 'deny' };
  if (focus === 'review') return yes ? { do: 'submit' } : { do: 'deny' };
  return yes || focus === 'field' ? null : { do: 'deny' };
}
