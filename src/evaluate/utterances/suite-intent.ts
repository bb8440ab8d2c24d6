/** The suite's intent for what our understanding made of a message. */
import type { Answers } from '../../programme/answer.ts';
import type { Command, CommandName } from '../../understanding/command.ts';
import type { Interpretation } from '../../understanding/interpret.ts';

const INTENTS: Readonly<Record<CommandName, string>> = {
  start: 'smalltalk',
  find: 'find_lists',
  detail: 'list_detail',
  apply: 'apply',
  'post-need': 'post_need',
  profile: 'edit_profile',
  answer: 'provide_answer',
  set: 'provide_answer',
  correct: 'correct_field',
  change: 'correct_field',
  keep: 'affirm',
  back: 'go_back',
  skip: 'skip',
  undo: 'go_back',
  'another-row': 'provide_answer',
  cancel: 'cancel',
  discard: 'cancel',
  restore: 'resume',
  pause: 'pause',
  resume: 'resume',
  review: 'review',
  submit: 'submit',
  clinic: 'provide_answer',
  preview: 'review',
  'fill-from': 'provide_answer',
  intake: 'provide_answer',
  affirm: 'affirm',
  deny: 'deny',
  choose: 'provide_answer',
  consent: 'affirm',
  offline: 'talk_to_staff',
  language: 'language_switch',
  status: 'my_status',
  withdraw: 'cancel',
  'join-code': 'help',
  subscribe: 'help',
  subscriptions: 'help',
  unsubscribe: 'help',
  care: 'help',
  snooze: 'help',
  'no-reminder': 'help',
  invite: 'help',
  colleagues: 'help',
  'remove-colleague': 'help',
  'return-link': 'help',
  'my-data': 'my_status',
  'delete-data': 'delete_my_data',
  ask: 'ask_question',
  help: 'help',
  handoff: 'talk_to_staff',
  thanks: 'smalltalk',
  none: 'out_of_scope',
  act: 'provide_answer',
  'take-back': 'go_back',
  queue: 'my_status',
  'open-case': 'list_detail',
  summarise: 'help',
  'save-listing': 'edit_profile',
  'save-card': 'edit_profile',
  'own-card': 'provide_answer',
  'staff-word': 'provide_answer',
  shortlist: 'provide_answer',
  'answer-request': 'provide_answer',
  'close-request': 'provide_answer',
  'settle-message': 'provide_answer',
};

/** The rule that read a message says more than its command. */
const BY_RULE: readonly (readonly [RegExp, string])[] = [
  [/^answer:yes$/, 'affirm'],
  [/^answer:no$/, 'deny'],
  [/^go-to$/, 'go_back'],
  [/^(?:guess:)?detail/, 'list_detail'],
  [/^(?:guess:)?apply/, 'apply'],
  [/^guess:affirm/, 'affirm'],
  [/^guess:deny/, 'deny'],
  [/^(?:greeting|thanks|about-bot)$/, 'smalltalk'],
  [/^queue$/, 'my_status'],
];

/** The intent of a reading; `answers` tells a value given anew from one given first, `idle` where nothing is open. */
export function suiteIntent(reading: Interpretation, answers: Answers, idle: boolean): string {
  const ruled = BY_RULE.find(([rule]) => rule.test(reading.why))?.[1];
  if (ruled !== undefined) return ruled;
  const [first] = reading.commands;
  if (first === undefined) return 'out_of_scope';
  if (first.do === 'choose' && idle) return 'list_detail';
  if (first.do === 'set' && reading.commands.every((each) => isAnew(each, answers))) return 'correct_field';
  return INTENTS[first.do];
}

function isAnew(command: Command, answers: Answers): boolean {
  return command.do === 'set' && answers[command.path] !== undefined && answers[command.path] !== null;
}
