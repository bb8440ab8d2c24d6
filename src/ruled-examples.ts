/** The second reader's examples as the rules would meet them: what is open, which field is asked. */
import { z } from 'zod';
import { readForms, readJson, readProgramme } from './data-files.ts';
import { botError } from './errors.ts';
import type { Field, Form } from './programme/form.ts';
import type { Programme } from './programme/programme.ts';
import { fold } from './text/fold.ts';
import type { Example } from './understanding/guess.ts';
import type { RuledExample } from './understanding/guess-training.ts';
import { type InterpretContext, interpret } from './understanding/interpret.ts';
import { readValue } from './understanding/read-value.ts';

const PROGRAMME = 'jiangxi-2021';
const NO_LABEL = { zh: '', en: '' };
const synthetic = (kind: Field['kind']): Field => ({
  id: kind,
  kind,
  label: NO_LABEL,
  question: NO_LABEL,
  required: true,
});
/** Kinds a typed example may stand for, those with the strictest form first. */
const TYPED: readonly Field['kind'][] = [
  'credit-code',
  'orcid',
  'email',
  'phone',
  'url',
  'percent',
  'date',
  'duration',
  'money',
  'number',
];

/** What the rules need to read examples: the programme's own form, and a few lists on screen. */
interface Scenery {
  readonly programme: Programme;
  readonly form: Form;
  readonly titles: readonly { readonly id: string; readonly title: string }[];
}

const listsSchema = z.object({ lists: z.array(z.object({ answers: z.object({ title: z.string() }) })) });

function scenery(): Scenery {
  const programme = readProgramme(PROGRAMME);
  const name = programme.tracks['key-technology'].applicationForm;
  const form = readForms(programme).find(({ id }) => id === name);
  if (form === undefined) throw botError('data', `no form is called ${name}`);
  const { lists } = listsSchema.parse(readJson('data/samples/demo-lists.json'));
  return { programme, form, titles: lists.map(({ answers }, i) => ({ id: `sample-${i}`, title: answers.title })) };
}

/** The field a typed example answers; examples of other wishes are spread over all kinds. */
function typedField({ intent, text }: Example, at: number, context: InterpretContext): Field {
  const takes = (kind: Field['kind']): boolean => readValue(synthetic(kind), text, context).outcome === 'accept';
  const fitting = intent === 'answer' ? TYPED.find(takes) : TYPED[at % TYPED.length];
  return synthetic(fitting ?? 'money');
}

/** An example as the rules would meet it; `at` spreads examples over the kinds of fields. */
function contextOf(example: Example, at: number, { programme, form, titles }: Scenery): InterpretContext {
  const base: InterpretContext = {
    locale: 'zh',
    today: '2026-11-22',
    programme,
    focus: 'idle',
    shown: titles.slice(0, 8).map(({ id }) => id),
    about: titles[0]?.id ?? null,
    named: (words) => titles.filter(({ title }) => fold(title).includes(fold(words))),
    choices: 3,
    isStaff: example.intent === 'queue',
  };
  const open = { ...base, focus: 'field', form, answers: {} } as const;
  switch (example.place) {
    case 'idle':
      return base;
    case 'review':
      return { ...open, focus: 'review' };
    case 'confirm':
      return { ...open, focus: 'confirm-value', field: synthetic('money') };
    case 'rows':
      return { ...open, field: { ...synthetic('yes-no'), id: 'partners#more' } };
    case 'choice':
      return { ...open, field: choiceField(example, at, programme) };
    case 'text':
      return { ...open, field: synthetic(at % 2 === 0 ? 'long-text' : 'text') };
    case 'typed':
      return { ...open, field: typedField(example, at, base) };
  }
}

function choiceField({ intent }: Example, at: number, { sectors }: Programme): Field {
  if (intent === 'affirm' || intent === 'deny' || at % 2 === 0) return synthetic('yes-no');
  return { ...synthetic('choice'), options: sectors.map(({ id, label, aliases }) => ({ id, label, aliases })) };
}

/** The contexts examples are read in, in their order. */
export function exampleContexts(examples: readonly Example[]): readonly InterpretContext[] {
  const scene = scenery();
  return examples.map((example, at) => contextOf(example, at, scene));
}

/** Examples with what the rules alone make of each. */
export function ruledExamples(examples: readonly Example[]): readonly RuledExample[] {
  const contexts = exampleContexts(examples);
  return examples.flatMap((example, at) => {
    const context = contexts[at];
    if (context === undefined) return [];
    const { why, commands } = interpret(example.text, context);
    return [{ ...example, ruled: { why, does: commands[0]?.do ?? 'none' } }];
  });
}
