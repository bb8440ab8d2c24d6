/** The slots a reading fills, in the suite's words. */
import type { AnswerValue } from '../../programme/answer.ts';
import type { Field } from '../../programme/form.ts';
import { allFields } from '../../programme/load-form.ts';
import { fold } from '../../text/fold.ts';
import { readNumeral } from '../../text/numeral.ts';
import type { Command } from '../../understanding/command.ts';
import { overAnswers } from '../../understanding/cues.ts';
import type { InterpretContext } from '../../understanding/interpret.ts';
import { readValue } from '../../understanding/read-value.ts';
import { suiteForm } from '../suite-forms.ts';
import { suiteField } from '../suite-names.ts';
import { shownValue } from '../values/shown-value.ts';
import type { UtteranceWorld } from './utterance-context.ts';

const WAN = 10_000;

/** Slot → value. */
export type Slots = Readonly<Record<string, unknown>>;

/** What the commands of one message hold. */
export function slotsOf(
  commands: readonly Command[],
  text: string,
  context: InterpretContext,
  world: UtteranceWorld,
): Slots {
  return Object.assign({}, ...commands.map((command) => commandSlots(command, text, context, world)));
}

function commandSlots(command: Command, text: string, context: InterpretContext, world: UtteranceWorld): Slots {
  const { programme } = world.setting;
  switch (command.do) {
    case 'find': {
      const sector = programme.sectors.find(({ id }) => id === command.sector)?.label.zh;
      const words = command.words ?? '';
      return {
        ...(sector !== undefined && { field: sector }),
        ...(words !== '' && { keywords: words, list_ref: words }),
        ...(command.until !== undefined && { date: command.until, date_end: command.until }),
        ...(command.since !== undefined && { date_start: command.since }),
        ...(command.least !== undefined && { amount_min: command.least / WAN }),
        ...(command.most !== undefined && { amount_max: command.most / WAN }),
      };
    }
    case 'detail':
      return listSlot(command.listing, context, world);
    case 'choose':
      return { list_ref: `#${command.n}`, count: command.n };
    case 'apply':
      return { ...overSlots('apply', text, context, world), ...listSlot(command.listing, context, world) };
    case 'post-need':
      return { keywords: command.words ?? text, ...overSlots('need', text, context, world) };
    case 'answer':
      return context.field === undefined ? {} : fieldSlots(context.field, command.text, context, world);
    case 'profile':
      return overSlots('profile', text, context, world);
    case 'review':
      return command.path === undefined
        ? {}
        : { target: suiteField(world.names, context.form?.id ?? '', command.path) };
    case 'set':
    case 'correct':
    case 'change':
      return targetSlots(command, context, world);
    case 'language':
      return { language: command.locale };
    case 'ask':
      return { topic: command.question, keywords: command.question, count: countIn(command.question) };
    default:
      return {};
  }
}

/** The number beside a measure word: 三家, 3 teams. */
function countIn(question: string): number | undefined {
  const text = /\d+|[一二两三四五六七八九十]+(?=[家个项人条])/.exec(fold(question))?.[0];
  return text === undefined ? undefined : readNumeral(text)?.value;
}

function listSlot(id: string | undefined, context: InterpretContext, { shown, setting }: UtteranceWorld): Slots {
  if (id === undefined) return {};
  const n = context.shown.indexOf(id);
  const title = shown.find((each) => each.id === id)?.title ?? id;
  return {
    list_ref: { title, n: n + 1, last: n === context.shown.length - 1, isThis: id === context.about },
    ...(setting && {}),
  };
}

/** What a message that opens a form says beside it. */
function overSlots(name: string, text: string, context: InterpretContext, world: UtteranceWorld): Slots {
  const form = suiteForm(world.setting, name);
  if (form === undefined) return {};
  const cues = overAnswers(text, { ...context, fields: allFields(form), answers: {} });
  return Object.assign(
    {},
    ...cues.map((cue) => valueSlots(fieldOf(form.stages[0]?.fields ?? [], cue.path), cue.value, name, world)),
  );
}

function fieldOf(fields: readonly Field[], path: string): Field | undefined {
  return fields.find(({ id }) => id === path);
}

function fieldSlots(field: Field, text: string, context: InterpretContext, world: UtteranceWorld): Slots {
  const read = readValue(field, text, context);
  if (read.outcome === 'reject' && read.reason === 'one-figure')
    return { amount_min: read.vars?.min, amount_max: read.vars?.max };
  return read.outcome === 'reject' ? {} : valueSlots(field, read.value, context.form?.id ?? '', world);
}

function targetSlots(
  command: Extract<Command, { do: 'set' | 'correct' | 'change' }>,
  context: InterpretContext,
  world: UtteranceWorld,
): Slots {
  const form = context.form;
  if (form === undefined) return {};
  const field = fieldOf(allFields(form), command.path);
  const target = { target: suiteField(world.names, form.id, command.path) };
  if (field === undefined || command.do === 'change') return target;
  if (command.do === 'set') return { ...target, ...valueSlots(field, command.value, form.id, world) };
  return { ...target, ...fieldSlots(field, command.text, context, world) };
}

/** A value under the names the suite may ask for it by. */
function valueSlots(field: Field | undefined, value: AnswerValue, form: string, world: UtteranceWorld): Slots {
  if (field === undefined) return {};
  const { programme } = world.setting;
  const own = { [suiteField(world.names, form, field.id)]: value };
  const shown = shownValue(field.kind === 'choice' ? 'industry' : field.kind, value, programme);
  const part = (key: string): unknown =>
    typeof shown === 'object' && shown !== null ? Reflect.get(shown, key) : undefined;
  switch (field.kind) {
    case 'money':
      return { ...own, amount: part('amount'), amount_min: part('min'), amount_max: part('max') };
    case 'date':
      return { ...own, date: part('date'), date_start: part('start'), date_end: part('end') };
    case 'duration':
      return { ...own, duration_months: part('months') };
    case 'percent':
      return { ...own, percent: value };
    case 'number':
      return { ...own, count: value };
    case 'choice':
      return { ...own, field: shown, language: value };
    default:
      return own;
  }
}

/** Whether a slot holds what the suite wants. */
export function sameSlot(name: string, wanted: unknown, slots: Slots, text: string): boolean {
  const got = slots[name];
  if (name === 'list_ref') return sameList(String(wanted), got, text);
  if (name === 'keywords') {
    const words = Array.isArray(wanted) ? wanted.map(String) : [String(wanted)];
    return words.some((word) => fold(String(got ?? '')).includes(fold(word)));
  }
  if (name === 'phone') return digits(got) !== '' && digits(got).endsWith(digits(wanted).replace(/^0/, ''));
  if (name === 'topic') return got !== undefined;
  return typeof wanted === 'string' ? fold(String(got ?? '')) === fold(wanted) : Number(got) === Number(wanted);
}

function digits(value: unknown): string {
  return String(value ?? '').replace(/\D/g, '');
}

function sameList(wanted: string, got: unknown, text: string): boolean {
  if (typeof got === 'string') return fold(got).includes(fold(wanted)) || got === wanted;
  if (typeof got !== 'object' || got === null) return false;
  if (wanted === 'this') return Reflect.get(got, 'isThis') === true;
  if (wanted === '#-1') return Reflect.get(got, 'last') === true;
  if (wanted.startsWith('#')) return Reflect.get(got, 'n') === Number(wanted.slice(1));
  const title = String(Reflect.get(got, 'title'));
  return title.includes(wanted) || (fold(text).includes(fold(wanted)) && /^[\x20-\x7e]+$/.test(wanted));
}
