/** Choices typed instead of pressed: label, id, alias, number, ordinal, part, or a slip of one letter. */
import { distance } from 'fastest-levenshtein';
import type { Field, Option } from '../programme/form.ts';
import type { Programme } from '../programme/programme.ts';
import { fold } from '../text/fold.ts';
import { matterYesNo, yesNoOptions } from './matter-words.ts';
import { pick, readOrdinal } from './ordinal.ts';
import { isQuestion } from './question.ts';
import { accept, confirm, type ReadContext, reject, type Said, type ValueReading } from './reading.ts';

const NOISE =
  /^(?:我们?|是|就|选择?|要|应该|属于|算|做|搞|从事|填|改成?|领域|方向|行业)+|(?:吧|的|了|类|领域|方面|方向|行业|产业|行业的|[\s\p{P}])+$/gu;
const EN_NOISE =
  /^(?:(?:i|we|it|is|it's|i'm|the|in|choose|pick|option|field|sector|our)\s+)+|\s+(?:please|pls|field|sector|industry|area|one)$/g;

/** The options of a field, its own or the programme's. */
export function optionsOf(field: Field, programme: Programme): readonly Option[] {
  if (field.optionsFrom === undefined) return field.options ?? [];
  return programme[field.optionsFrom];
}

function namesOf(option: Option): readonly string[] {
  const names = [option.id, option.label.zh, option.label.en, ...(option.aliases ?? [])].map(squeeze);
  return [...new Set(names)].filter((name) => name !== '');
}

function squeeze(text: string): string {
  return fold(text).replace(/[\s\p{P}]+/gu, '');
}

/** How well an option fits: 4 the name itself, 3.5 most of a name, 3 the text holds a name, 2 a name holds the text, 1 one slip away, 0 not. */
function likeness(option: Option, text: string): number {
  let best = 0;
  for (const name of namesOf(option)) {
    if (name === text) return 4;
    const latin = /^[a-z0-9]+$/.test(name);
    if (name.includes(text) && text.length * 2 > name.length && text.length > 1) best = Math.max(best, 3.5);
    else if (text.includes(name) && name.length >= (latin ? 4 : 2)) best = Math.max(best, 3);
    else if (name.includes(text) && text.length >= (latin ? 3 : 1)) best = Math.max(best, 2);
    else if (text.length >= (latin ? 4 : 3) && distance(name, text) === 1) best = Math.max(best, 1);
  }
  return best;
}

/** One reading of a text as an option: sure, likely, several, or none. */
type Choice =
  | { readonly is: 'sure' | 'likely'; readonly option: Option }
  | { readonly is: 'several'; readonly options: readonly Option[] }
  | { readonly is: 'none' };

/** Finds the option a folded text means. */
export function chooseOption(folded: string, options: readonly Option[]): Choice {
  const bare = folded.replace(NOISE, '').replace(EN_NOISE, '').trim();
  const text = squeeze(bare === '' ? folded : bare);
  if (text === '') return { is: 'none' };
  const whole = squeeze(folded);
  const ordinal = readOrdinal(folded);
  const nth = ordinal === null ? undefined : pick(options, ordinal);
  const scored = options.map((option) => ({
    option,
    score: Math.max(likeness(option, text), likeness(option, whole)),
  }));
  const best = Math.max(0, ...scored.map((one) => one.score));
  const top = scored.filter((one) => one.score === best).map((one) => one.option);
  const [only] = top;
  if (best < 4 && nth !== undefined) return { is: 'sure', option: nth };
  if (best < 4 && ordinal !== null) return { is: 'none' };
  if (best > 0 && only !== undefined) {
    if (top.length > 1) return longest(top, text) ?? { is: 'several', options: top };
    return {
      is:
        best === 1 || best > 3 || (best === 2 && text.length > 1) || (best === 3 && text.length <= 12)
          ? 'sure'
          : 'likely',
      option: only,
    };
  }
  return { is: 'none' };
}

/** Of several options whose names stand in the text, the one with the longest name, when it covers the others'. */
function longest(options: readonly Option[], text: string): Choice | null {
  const held = options.map((option) => ({
    option,
    name:
      namesOf(option)
        .filter((name) => text.includes(name))
        .sort((a, b) => b.length - a.length)[0] ?? '',
  }));
  held.sort((a, b) => b.name.length - a.name.length);
  const [first, second] = held;
  if (first === undefined || second === undefined || first.name === '') return null;
  return first.name !== second.name && first.name.includes(second.name) ? { is: 'likely', option: first.option } : null;
}

function labels(options: readonly Option[], context: ReadContext): string {
  return options
    .slice(0, 12)
    .map((option) => (context.locale === 'en' ? option.label.en : option.label.zh))
    .join(context.locale === 'en' ? ', ' : '、');
}

/** The option that agrees or declines in the words of the matter: 厂名别挂出去 is 匿名. */
function matterOption(folded: string, field: Field, options: readonly Option[]): Option | null {
  const pair = yesNoOptions(options);
  const side = pair === null ? null : matterYesNo(folded, field);
  return pair === null || side === null ? null : side ? pair.yes : pair.no;
}

/** Reads one choice into the option's id. */
export function readChoice(said: Said, field: Field, context: ReadContext): ValueReading {
  const options = optionsOf(field, context.programme);
  const choice = chooseOption(said.folded, options);
  const ofMatter = matterOption(said.folded, field, options);
  if (ofMatter !== null && !(choice.is === 'sure' && choice.option === ofMatter)) return confirm(ofMatter.id, 'choice');
  if (choice.is === 'several') return reject('choice-several', { options: labels(choice.options, context) });
  if (choice.is === 'none') {
    return isQuestion(said.folded)
      ? reject('is-question')
      : reject('not-a-choice', { options: labels(options, context) });
  }
  if (/不是|不属于|不算|非(?!常)|(?<![a-z])not(?![a-z])/.test(doubtText(said.folded, choice.option)))
    return reject('not-a-choice', { options: labels(options, context) });
  const doubtful =
    choice.is === 'likely' ||
    /[不没非别]|(?<![a-z])not?(?![a-z])/.test(doubtText(said.folded, choice.option)) ||
    isQuestion(said.folded);
  return doubtful ? confirm(choice.option.id, 'choice') : accept(choice.option.id);
}

/** The text without the option's own names, so that 不公开 is no denial of 不公开. */
function doubtText(folded: string, option: Option): string {
  let text = folded;
  for (const name of [option.label.zh, option.label.en, ...(option.aliases ?? [])].map(fold))
    text = text.replaceAll(name, ' ');
  return text;
}

const ALL = /^(?:全部|全选|都要|都选|都是|都可以|所有|全都要?|all|all of them|everything)[吧了的。.!]*$/;

/** Reads several choices into ids, in the order of the form. */
export function readChoices(said: Said, field: Field, context: ReadContext): ValueReading {
  const options = optionsOf(field, context.programme);
  if (ALL.test(said.folded))
    return confirm(
      options.map((option) => option.id),
      'choices-all',
    );
  const parts = said.folded
    .split(/[、,，;；/\n]|\s+和\s*|和|以及|还有|跟|\s+(?:and|&)\s+|&|\s{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const split = parts.length === 1 && /^[\d\s]+$/.test(said.folded) ? said.folded.trim().split(/\s+/) : parts;
  const chosen = new Set<string>();
  let doubtful = false;
  for (const part of split) {
    const choice = chooseOption(part, options);
    if (choice.is === 'none') return reject('not-a-choice', { options: labels(options, context) });
    if (choice.is === 'several') return reject('choice-several', { options: labels(choice.options, context) });
    chosen.add(choice.option.id);
    doubtful ||= choice.is === 'likely' || /[不没非别]/.test(doubtText(part, choice.option));
  }
  if (chosen.size === 0) return reject('not-a-choice', { options: labels(options, context) });
  if (field.max !== undefined && chosen.size > field.max) return reject('choices-many', { max: field.max });
  if (field.min !== undefined && chosen.size < field.min) return reject('choices-few', { min: field.min });
  const ids = options.map((option) => option.id).filter((id) => chosen.has(id));
  return doubtful ? confirm(ids, 'choice') : accept(ids);
}
