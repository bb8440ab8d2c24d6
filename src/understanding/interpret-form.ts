/** Reading a message while a form is open: the order of the specification, each step a rule. */

import { choiceSaid } from './choice-said.ts';
import type { Command } from './command.ts';
import { matchService, wholeControl } from './control.ts';
import { controlCommand, serviceCommand } from './control-command.ts';
import { readCorrection } from './correction.ts';
import { namedCues, sharedAnswer, strayCues } from './cues.ts';
import { asksForHelp, withoutNames } from './field-help.ts';
import { isTyped, isWords } from './field-kinds.ts';
import { LONGEST_QUESTION, type Setting, type Step, settingOf } from './form-setting.ts';
import { goesOn } from './go-on.ts';
import { readGoTo, readShowAnswer } from './go-to-field.ts';
import { type Interpretation, type InterpretContext, type Message, meaning } from './interpretation.ts';
import { stopsForReason } from './leaving.ts';
import { nameWithReach } from './name-with-reach.ts';
import { elsewhere, question } from './no-answer.ts';
import { saysNothing } from './nothing-to-fill.ts';
import { nthField } from './nth-field.ts';
import { readOfQuestion } from './of-question.ts';
import { takesUpOther } from './other-list.ts';
import { asksForContactOfOthers, OTHERS } from './others-contact.ts';
import { OWN_NAME, withOwnNames } from './own-names.ts';
import { isQuestion } from './question.ts';
import { readValue } from './read-value.ts';
import { saidAnew } from './said-anew.ts';
import { steering } from './steering.ts';

/** A question this short is no part of a free text. */
const SHORT_QUESTION = 24;
const FIGURE = /[\d零一二两三四五六七八九十百千万亿]/;

function answer({ message }: Setting, why: string): Interpretation {
  return meaning(why, { do: 'answer', text: message.original });
}

const otherList: Step = ({ message, context }) => takesUpOther(message.folded, context);
/** 2. The whole message steers. */
const steer: Step = ({ message: { folded }, context, field }) => {
  const found = wholeControl(folded);
  if (found === null) return goesOn(folded) ? meaning('resume', { do: 'resume' }) : null;
  const rowQuestion = field?.id.endsWith('#more') === true;
  if (found === 'another-row' || found === 'no-more-rows') {
    return rowQuestion && field !== undefined
      ? meaning('rows', { do: 'another-row', yes: found === 'another-row', path: field.id })
      : null;
  }
  if (field?.kind === 'yes-no' && ['keep', 'offline', 'skip'].includes(found) && context.focus === 'field') {
    const read = readValue(field, folded, context);
    if (read.outcome === 'accept') return null;
  }
  const command = controlCommand(found);
  return command === null ? null : (withdrawal(found, folded, context) ?? meaning(`control:${found}`, command));
};

/** What is said of the open question itself: put off, asked about, or the one before it changed. */
const ofQuestion: Step = ({ message, context, field, reading }) => readOfQuestion(message, context, field, reading);

/** 2b. The whole message is made of steering words, in an order nobody listed. A value of the field's own kind comes first. */
const compose: Step = ({ message: { folded }, context, field, reading }) => {
  const typed = field !== undefined && !isWords(field);
  const figures = /[\d二三四五六七八九十百千万亿]/.test(folded);
  const value =
    reading?.outcome === 'accept' ||
    (reading?.outcome === 'confirm' && (field?.kind === 'date' || figures || reading.why !== 'unit'));
  if (typed && context.focus === 'field' && value) return null;
  const found =
    steering(folded) ??
    (field === undefined ? null : steering(withoutNames(withOwnNames(folded, field), field).replaceAll(OWN_NAME, '')));
  if (found === null) {
    const stop = stopsForReason(folded);
    return stop === null ? null : meaning(`steering:${stop}`, { do: stop });
  }
  if (found === 'not-yet') return context.focus === 'review' ? meaning('no', { do: 'deny' }) : null;
  return withdrawal(found, folded, context) ?? meaning(`steering:${found}`, { do: found });
};

/** 那撤回总可以吧: asked of what was handed in. */
const MAY_TAKE_BACK =
  /^(?:那么?|就|我们?|现在|[\s,，])*撤回?(?:总|应该|也|还|都)*(?:可以|行|能行?)(?:的|了|吧|吗|么|嘛|[\s?？。.!！])*$|^(?:then )?can i (?:still )?(?:withdraw|take it back)(?: it| then)?[?.\s]*$/;

const takeBack: Step = ({ message: { folded }, context: { handedIn } }) =>
  handedIn !== undefined && MAY_TAKE_BACK.test(folded) ? meaning('withdraw', { do: 'withdraw', case: handedIn }) : null;

/** 撤回, with nothing changed since the form was handed in: what was handed in is meant. */
function withdrawal(found: string, folded: string, { handedIn }: InterpretContext): Interpretation | null {
  const isMeant = found === 'undo' && handedIn !== undefined && /撤回/.test(folded);
  return isMeant ? meaning('withdraw', { do: 'withdraw', case: handedIn }) : null;
}

/** Somebody else's number or address is asked for. */
const others: Step = ({ message: { folded }, reading, freeText }) =>
  freeText || reading?.outcome === 'accept' || !asksForContactOfOthers(folded) ? null : meaning('others', OTHERS);

/** Wishes to the service itself, when they are the whole of a short message. */
const service: Step = ({ message: { folded }, reading, freeText, field }) => {
  const own = reading?.outcome === 'accept' && !freeText && field?.kind !== 'text';
  if (own && !/语言|language/.test(folded)) return null;
  const found = matchService(folded, reading?.outcome !== 'reject' || freeText);
  return found === null ? null : meaning(`service:${found.is}`, serviceCommand(found));
};

/** 没有附件, 暂无, n/a: left open on purpose. */
const nothing: Step = ({ message: { folded }, field, reading }) =>
  field !== undefined && reading?.outcome !== 'accept' && saysNothing(folded, field)
    ? meaning('skip:nothing', { do: 'skip' })
    : null;

/** 3. Corrections of what was filled before. */
const correct: Step = ({ message: { original, folded }, context, fields, freeText, field }) => {
  if (fields.length === 0) return null;
  const found = readCorrection(original, folded, {
    ...context,
    fields,
    answers: context.answers ?? {},
    freeText,
    inHand: context.focus === 'field' ? field : undefined,
    last: fields.find(({ id }) => id === context.lastPath),
  });
  if (found === null) return null;
  if (
    field?.kind === 'yes-no' &&
    context.focus === 'field' &&
    found.every((one) => one.do === 'change' && one.path === '')
  )
    return null;
  const here = found.every((one) => one.do === 'change' && one.path === field?.id);
  return here && context.focus === 'field' ? null : meaning('correct', ...found);
};

/** 改第3项, said while a question is open. */
const nth: Step = ({ message: { original, folded } }) => {
  const found = folded.length > LONGEST_QUESTION ? null : nthField(original, folded, true);
  return found === null ? null : meaning('change:nth', found);
};

/** 返回到填手机号那里. */
const goTo: Step = ({ message: { folded }, fields }) => readGoTo(folded, fields);

/** Asks what an answer given before was. */
const showAnswer: Step = ({ message: { folded }, fields, freeText }) =>
  freeText && folded.length > SHORT_QUESTION ? null : readShowAnswer(folded, fields);

/** Help on the field in hand. */
const fieldHelp: Step = ({ message: { folded }, field, reading, freeText }) => {
  if (reading?.outcome === 'accept' && !freeText && field?.kind !== 'text') return null;
  return folded.length <= LONGEST_QUESTION && asksForHelp(folded, field) ? meaning('help:field', { do: 'help' }) : null;
};

/** 5. Values for other fields, named or showing what they are; what is left answers the question in hand. */
const cues: Step = (setting) => {
  const { message, context, fields, field, freeText, reading } = setting;
  if (fields.length === 0 || (freeText && message.original.length > LONGEST_QUESTION)) return null;
  const others = fields.filter((one) => one.id !== field?.id);
  const open = { ...context, fields: others, answers: context.answers ?? {} };
  const person = field === undefined ? null : nameWithReach(message.original, field, open);
  if (person !== null)
    return meaning('cues+answer', ...person.cues.map(setCommand), { do: 'answer', text: person.rest });
  const named = namedCues(message.original, { ...open, fields, ...(field !== undefined && { inHand: field.id }) });
  if (named.cues.length === 0) {
    const shared =
      reading?.outcome === 'accept' || field === undefined ? null : sharedAnswer(message.original, field, open);
    if (shared !== null)
      return meaning('cues+answer', { do: 'answer', text: shared.rest }, ...shared.cues.map(setCommand));
    if (reading?.outcome === 'accept' || freeText || field?.kind === 'text' || field?.kind === 'rows') return null;
    const stray = strayCues(message.original, open);
    return stray.length === 0 || stray.some((cue) => field?.kind === fields.find((one) => one.id === cue.path)?.kind)
      ? null
      : meaning('cues', ...stray.map(setCommand));
  }
  if (named.rest === '') return meaning('cues', ...named.cues.map(setCommand));
  if (field === undefined || freeText || isQuestion(message.folded)) return null;
  const rest = readValue(field, named.rest, context);
  if (field.kind === 'text' && named.rest.length > 40) return null;
  if (rest.outcome === 'reject')
    return isTyped(field) && !FIGURE.test(named.rest) ? meaning('cues', ...named.cues.map(setCommand)) : null;
  return meaning('cues+answer', ...named.cues.map(setCommand), { do: 'answer', text: named.rest });
};

function setCommand(cue: { readonly path: string; readonly value: Extract<Command, { do: 'set' }>['value'] }): Command {
  return { do: 'set', path: cue.path, value: cue.value };
}

/** 4, 7 and 8: the answer, and if it cannot be read, the parser says how to mend it. */
const take: Step = (setting) => {
  const { reading, field } = setting;
  if (field?.id.endsWith('#more') === true && reading?.outcome === 'accept' && typeof reading.value === 'boolean') {
    return meaning('rows', { do: 'another-row', yes: reading.value, path: field.id });
  }
  if (field?.kind === 'yes-no' && reading !== null && reading.outcome !== 'reject')
    return answer(setting, reading.value === true ? 'answer:yes' : 'answer:no');
  const asks = field === undefined || reading === null || isQuestion(setting.message.folded);
  const said = asks ? null : choiceSaid(field, reading, setting.context);
  if (said !== null) return answer(setting, said ? 'answer:yes' : 'answer:no');
  const anew = reading?.outcome === 'reject' ? saidAnew(setting.message.original, field, setting.context) : null;
  if (anew !== null) return meaning('answer:anew', { do: 'answer', text: anew });
  return answer(setting, reading?.outcome === 'reject' ? 'answer:mend' : 'answer');
};

const BEFORE_ANSWER: readonly Step[] = [
  otherList,
  steer,
  ofQuestion,
  others,
  compose,
  service,
  nth,
  correct,
  goTo,
  nothing,
  fieldHelp,
  showAnswer,
  cues,
  elsewhere,
  question,
  take,
];

/** Reads a message while a field is in hand. */
export function interpretField(message: Message, context: InterpretContext): Interpretation {
  const setting = settingOf(message, context);
  for (const step of BEFORE_ANSWER) {
    const found = step(setting);
    if (found !== null) return found;
  }
  return answer(setting, 'answer');
}

/** Steps that hold beside an open yes-no of the conversation itself (review, a doubtful value, a consent). */
export function besideQuestion(message: Message, context: InterpretContext): Interpretation | null {
  const setting = settingOf(message, { ...context, focus: context.focus });
  for (const step of [otherList, takeBack, steer, ofQuestion, service, correct, goTo, compose, showAnswer]) {
    const found = step(setting);
    if (found !== null) return found;
  }
  return null;
}
