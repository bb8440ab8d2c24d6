/** `jiebang interpret TEXT`: what the rules make of a message, each command, and which rule of the reading order said so. */
import { readForms, readJson, readProgramme } from '../data-files.ts';
import { botError } from '../errors.ts';
import { lazyGuess } from '../guess-files.ts';
import type { Field, Form } from '../programme/form.ts';
import { dayIn } from '../programme/working-days.ts';
import { fold } from '../text/fold.ts';
import { detectLocale } from '../text/script.ts';
import type { Command } from '../understanding/command.ts';
import { formFields } from '../understanding/field-names.ts';
import type { Guess } from '../understanding/guess.ts';
import { type Interpretation, type InterpretContext, interpret } from '../understanding/interpret.ts';
import { readValue, type ValueReading } from '../understanding/read-value.ts';

/** Options of the command; `state` as in `in_form:apply:money`, `review:need` or `idle`. */
export interface InterpretOptions {
  readonly state: string;
  readonly json: boolean;
  readonly programme: string;
  /** ISO instant from which 明天 is counted. */
  readonly at: string;
}

/** What was understood, ready to be printed. */
export interface Understood {
  readonly text: string;
  readonly state: string;
  readonly rule: string;
  readonly because: string;
  readonly commands: readonly Command[];
  readonly doubt?: readonly Command[];
  /** What the second reader thought, the likeliest first. */
  readonly guesses?: readonly Guess[];
  /** How the field in hand reads the answer, where the message answers it. */
  readonly value?: ValueReading;
}

/** The steps of the reading order by the rules' names, first match counts. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/^guess:/, 'the second reader, learnt from examples, thought this likelier than the rules’ reading'],
  [/^slash/, 'step 1: a slash command'],
  [/^empty/, 'nothing was said'],
  [/^(?:control|resume|rows|cancel|change:nth)/, 'step 2: the whole message is a steering phrase'],
  [/^steering/, 'step 2: every word of the message is a word of steering'],
  [/^go-to/, 'step 2: back to a field that is named'],
  [/^service/, 'step 2: a wish to the service itself (a person, a language, deletion)'],
  [/^skip:nothing/, 'step 2: says that there is nothing to fill in'],
  [/^correct/, 'step 3: a mark of correcting with a field’s name, or a value that fits one filled field'],
  [/^answer:mend/, 'step 8: the parser of the field in hand refuses it and says how to mend it'],
  [/^answer/, 'steps 4 and 7: it answers the field in hand'],
  [/^cues/, 'step 5: values for other fields stand beside'],
  [/^review:field/, 'step 6: asks what an earlier answer was'],
  [/^help/, 'step 6: asks for help'],
  [/^ask/, 'step 6: a question to the rules'],
  [/^(?:yes|no)/, 'a plain yes or no to what is open'],
  [/^choose/, 'a number among what was offered'],
  [/^(?:greeting|thanks|about-bot)/, 'social talk'],
  [/^(?:status|queue|withdraw|profile)/, 'the person’s own matters'],
  [/^post-need/, 'wants to post a need'],
  [/^apply/, 'wants to take a list up'],
  [/^detail/, 'asks about one list'],
  [/^find/, 'looks for lists'],
  [/^(?:intrusion|elsewhere)/, 'nothing of this service'],
  [/^words/, 'free words are taken whole'],
];

const GUESS = lazyGuess((why) => process.stderr.write(`${why}\n`));

/** Reads a message in the given state, without a store: lists are those of the sample. Throws BotError `config` for a state that is none. */
export function understand(text: string, options: InterpretOptions): Understood {
  const context = contextFor(options.state, text, options);
  const reading: Interpretation = interpret(text, context);
  const answered = reading.commands.find((command) => command.do === 'answer');
  return {
    text,
    state: options.state,
    rule: reading.why,
    because: STEPS.find(([rule]) => rule.test(reading.why))?.[1] ?? 'no rule knows it',
    commands: reading.commands,
    ...(reading.doubt && { doubt: reading.doubt }),
    ...(reading.guesses && { guesses: reading.guesses }),
    ...(answered && context.field && { value: readValue(context.field, answered.text, context) }),
  };
}

function contextFor(state: string, text: string, { programme: name, at }: InterpretOptions): InterpretContext {
  const programme = readProgramme(name);
  const titles = sampleTitles();
  const base = {
    locale: detectLocale(text) ?? 'zh',
    today: dayIn(programme.timeZone, at),
    programme,
    shown: titles.slice(0, 3).map(({ id }) => id),
    about: titles[0]?.id ?? null,
    named: (words: string) => titles.filter(({ title }) => fold(title).includes(fold(words))),
    isStaff: state === 'staff',
    guess: GUESS,
  } as const;
  const [where = '', formName = '', fieldId = ''] = state.split(':');
  if (where === 'idle' || where === 'staff') return { ...base, focus: 'idle' };
  const form = formNamed(formName, readForms(programme), programme.tracks['key-technology'].applicationForm);
  const stage = form?.stages.find(({ fields }) => fields.some(({ id }) => id === fieldId)) ?? form?.stages[0];
  if (form === undefined || stage === undefined || (where !== 'in_form' && where !== 'review')) throw wrongState(state);
  if (where === 'review') return { ...base, focus: 'review', form, stage: stage.id, answers: {} };
  const field = fieldNamed(fieldId, formFields(form, stage.id));
  if (field === undefined) throw wrongState(state, form);
  return { ...base, focus: 'field', form, stage: stage.id, answers: {}, field };
}

/** `apply` stands for the application form of the key-technology track. */
function formNamed(name: string, forms: readonly Form[], application: string): Form | undefined {
  return forms.find(({ id }) => id === (name === 'apply' ? application : name));
}

/** A field by its id, or by a name people use for it. */
function fieldNamed(name: string, fields: readonly Field[]): Field | undefined {
  const wanted = fold(name);
  return (
    fields.find(({ id }) => id === name) ??
    fields.find(({ label, aliases }) => [label.zh, label.en, ...(aliases ?? [])].map(fold).includes(wanted))
  );
}

function wrongState(state: string, form?: Form): Error {
  const fields = form === undefined ? '' : ` Fields of ${form.id}: ${formFields(form, undefined).map(({ id }) => id)}.`;
  return botError(
    'config',
    `--state ${state}: it must be idle, staff, in_form:FORM:FIELD or review:FORM, where FORM is apply, need or profile.${fields}`,
  );
}

function sampleTitles(): readonly { readonly id: string; readonly title: string }[] {
  const file = readJson('data/samples/demo-lists.json');
  const lists: unknown = typeof file === 'object' && file !== null && 'lists' in file ? file.lists : [];
  if (!Array.isArray(lists)) return [];
  return lists.flatMap((list: unknown, at) => {
    const title = titleOf(list);
    return title === null ? [] : [{ id: `sample-${at + 1}`, title }];
  });
}

function titleOf(list: unknown): string | null {
  const answers = typeof list === 'object' && list !== null && 'answers' in list ? list.answers : null;
  const title = typeof answers === 'object' && answers !== null && 'title' in answers ? answers.title : null;
  return typeof title === 'string' ? title : null;
}

/** The reading for people: the text, each command on a line, the rule and its step. */
export function understoodText({ text, state, rule, because, commands, doubt, guesses, value }: Understood): string {
  const each = commands.map((command, at) => `  ${at + 1}. ${commandText(command)}`);
  const which = (doubt ?? []).map((command) => `  or ${commandText(command)}`);
  const read = value === undefined ? [] : [`  value: ${valueText(value)}`];
  const thought = (guesses ?? []).map(({ intent, p }) => `${intent} ${Math.round(p * 100)}%`).join(', ');
  return [
    `«${text}» (${state})`,
    ...each,
    ...which,
    ...read,
    `  rule:  ${rule}, ${because}`,
    ...(thought === '' ? [] : [`  guess: ${thought}`]),
  ].join('\n');
}

function commandText(command: Command): string {
  const rest = Object.entries(command).filter(([key]) => key !== 'do');
  return [command.do, ...rest.map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(' ');
}

function valueText(reading: ValueReading): string {
  if (reading.outcome === 'reject') return `refused: ${reading.reason}`;
  const value = JSON.stringify(reading.value);
  return reading.outcome === 'accept' ? `accepted ${value}` : `asked back (${reading.why}) ${value}`;
}

/** Prints what was understood, for people or as one JSON object. */
export function printInterpretation(text: string, options: InterpretOptions): void {
  const understood = understand(text, options);
  process.stdout.write(`${options.json ? JSON.stringify(understood) : understoodText(understood)}\n`);
}
