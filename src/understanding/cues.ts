/** Values said beside or before their question: kept when they are certain, so that nothing is asked twice. */
import type { Answers, AnswerValue } from '../programme/answer.ts';
import type { Field } from '../programme/form.ts';
import { fold, unfold } from '../text/fold.ts';
import { isTyped } from './field-kinds.ts';
import { namedFields } from './field-names.ts';
import { isTermClause, meantSum, meantTerm } from './meant-amount.ts';
import { personName, SAYS_NAME } from './person-name.ts';
import { readValue } from './read-value.ts';
import type { ReadContext } from './reading.ts';
import { sectorOf } from './search-words.ts';

/** A value for a field that was not in hand, and the part of the text it came from. */
export interface Cue {
  readonly path: string;
  readonly value: AnswerValue;
  readonly text: string;
}

/** What cues may look at. `fields` are those that may take a value, `answers` what is filled already. */
export interface CueContext extends ReadContext {
  readonly fields: readonly Field[];
  readonly answers: Answers;
  /** The field in hand: a clause that names it is its answer, no value beside. */
  readonly inHand?: string;
}

/** A full stop ends a clause too, but not behind an initial or a title. */
const CLAUSE = /(?:[^,，。.;；\n、()（）]|(?<=\b(?:[A-Z]|Dr|Mr|Ms|Mrs|Prof|No|Co|Ltd|Inc))\.|\.(?!\s|$))+/g;
const ORG_ZH =
  /(?:我们?(?:是|单位是|公司是|单位|公司|学校)?|本单位|代表|来自)?([\p{Script=Han}A-Za-z·]{2,24}?(?:大学|学院|研究院|研究所|有限(?:责任)?公司|集团(?:公司)?|股份公司|公司|医院|实验室|农科院|科学院|设计院|厂))/u;
const ORG_EN = /[A-Z][\w&.'-]*(?:\s+(?:of|and|for|the|[A-Z][\w&.'-]*)){0,8}/g;
const ORG_WORD =
  /\b(?:University|Institute|College|Academy|School|Hospital|Laborator(?:y|ies)|Lab|Centre|Center|Company|Co|Ltd|Inc|Corp|Corporation|Group|GmbH)\b/;
const SELF_KINDS: readonly (keyof typeof SHAPES)[] = ['phone', 'email', 'orcid', 'credit-code'];
/** What shows by itself which kind of value it is. */
export const SHAPES = {
  phone: /(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}/,
  email: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
  orcid: /\d{4}-\d{4}-\d{4}-\d{3}[\dx]/i,
  'credit-code': /(?<![\da-z])[0-9a-z]{18}(?![\da-z])/i,
} as const satisfies Partial<Record<Field['kind'], RegExp>>;
const MONEY =
  /(?:[\d.,一二两三四五六七八九十百千半]+\s*个?(?:多|来)?\s*(?:千|百)?(?:万|亿|w(?![a-z]))元?|(?:rmb|cny|¥)\s*[\d.,]+\s*(?:(?:k|m|mn|million|bn|billion|thousand)(?![a-z]))?|(?:[\d.,]+|half a|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty)\s*(?:k|m|mn|million|bn|billion|thousand)(?![a-z])\s*(?:yuan|rmb|cny|renminbi)?|[\d.,]+\s*(?:yuan|rmb|元))/;
const DURATION =
  /(?:[\d.一二两三四五六七八九十半]+\s*个?(?:年半|年|个?月|季度)(?:零?[\d一二三四五六七八九十]+个?月)?(?!底|初|末|中|\d|[一二三四五六七八九十])|(?:\d+(?:\.\d+)?|one|two|three|four|five|six|twelve|eighteen|twenty-four|thirty-six)[\s-]*(?:months?|years?))/;
const PEOPLE = /(?:[\d一二两三四五六七八九十百俩仨]+\s*(?:个人|人|名)(?!民)|\d+\s*(?:people|persons|members|of us))/;

function accepted(field: Field, text: string, context: ReadContext): AnswerValue | undefined {
  const reading = readValue(field, text, context);
  return reading.outcome === 'accept' && reading.value !== null ? reading.value : undefined;
}

/** The one empty field that `is` holds for; undefined when there are several, or none. */
function onlyOpen(context: CueContext, is: (field: Field) => boolean): Field | undefined {
  const open = context.fields.filter((field) => context.answers[field.id] === undefined && is(field));
  return open.length === 1 ? open[0] : undefined;
}

/** Values that show what they are: phone, mail, ORCID, credit code. */
export function selfEvident(original: string, context: CueContext): readonly Cue[] {
  return SELF_KINDS.flatMap((kind) => {
    const text = SHAPES[kind].exec(original)?.[0];
    const field =
      text === undefined
        ? undefined
        : onlyOpen(context, (one) => one.kind === kind || (kind === 'phone' && one.phone !== undefined));
    const value = field === undefined || text === undefined ? undefined : accepted(field, text, context);
    return field === undefined || text === undefined || value === undefined ? [] : [{ path: field.id, value, text }];
  });
}

/** A clause that begins with a field's name and goes on with its value. */
function namedCue(clause: string, context: CueContext): Cue | null {
  const folded = fold(clause);
  const [first, second] = namedFields(folded, context.fields);
  if (first === undefined) return termCue(clause, folded, context);
  if (first.field.id === context.inHand) return null;
  if (second !== undefined || context.answers[first.field.id] !== undefined) return null;
  if (['long-text', 'rows', 'file'].includes(first.field.kind)) return null;
  const lead = folded.slice(0, first.start).replace(/我们?|咱们?|的|总|项目|our|the|my|with|and|\s/g, '');
  if (lead !== '') return null;
  const rest = unfold(clause, folded, first.end, folded.length);
  const free = first.field.kind === 'text' && first.field.phone === undefined;
  const says = /^\s*(?:是|为|叫|[:：=]|is |are )/.test(rest);
  if (free && !says && !(isPerson(first.field) && personName(rest, fold(rest)) !== null)) return null;
  const text = rest.replace(/^\s*(?:是|为|叫|[:：=]|is|are)?\s*/i, '').trim();
  const value = text === '' ? undefined : accepted(first.field, text, context);
  return value === undefined ? null : { path: first.field.id, value, text: clause };
}

/** True for words that only say how long the work may take: 三年内完成. */
export function saysTerm(folded: string): boolean {
  return isTermClause(folded, DURATION);
}

/** 三年内完成: the term, though nothing names it. */
function termCue(clause: string, folded: string, context: CueContext): Cue | null {
  if (!saysTerm(folded)) return null;
  const field = onlyOpen(context, ({ kind }) => kind === 'duration');
  const value = field === undefined || field.id === context.inHand ? undefined : accepted(field, clause, context);
  return field === undefined || value === undefined ? null : { path: field.id, value, text: clause };
}

/** 示例大学 负责人李敏 电话13800138000: spaces part what is said where every word is Chinese. */
const SPACED = /[^\s,，。;；\n、()（）]+/g;

function isSpaced(original: string): boolean {
  const parts = original.trim().split(/\s+/);
  return parts.length > 1 && parts.every((part) => /\p{Script=Han}{2}/u.test(part));
}

/** Clauses that name a field of this form and give it a value. `rest` is what remains of the message. */
export function namedCues(
  original: string,
  context: CueContext,
): { readonly cues: readonly Cue[]; readonly rest: string } {
  const cues: Cue[] = [];
  let rest = original;
  const answers: Record<string, AnswerValue> = { ...context.answers };
  for (const [clause] of original.matchAll(isSpaced(original) ? SPACED : CLAUSE)) {
    const cue = namedCue(clause.trim(), { ...context, answers });
    if (cue === null) continue;
    answers[cue.path] = cue.value;
    cues.push(cue);
    rest = rest.replace(clause, ' ');
  }
  return {
    cues,
    rest: rest.replace(/^[\s,，。;；、]+|[\s,，。;；、]+$/g, '').replace(/[,，、;；]\s+(?=[,，、;；])/g, ''),
  };
}

/** The part of the text that looks like the field's value without naming it: 2000万, 三年, 6 people, 示例理工大学. */
function looseText(field: Field, original: string, folded: string): string | undefined {
  if (field.kind === 'money') return meantSum(folded, MONEY);
  if (field.kind === 'duration') return meantTerm(folded.replaceAll(new RegExp(MONEY.source, 'g'), ' '), DURATION);
  if (field.kind === 'number') return PEOPLE.exec(folded)?.[0];
  if (isPerson(field)) return nameIn(original);
  return field.kind === 'text' ? organisationIn(original) : undefined;
}

/** True for a field that asks who leads or answers for something. */
export function isPerson({ kind, phone, label }: Field): boolean {
  return kind === 'text' && phone === undefined && /^(?:项目)?(?:负责人|联系人)(?:姓名)?$/.test(label.zh);
}

/** Who somebody says they are. */
function nameIn(original: string): string | undefined {
  const name = SAYS_NAME.exec(original)?.[1];
  return name === undefined ? undefined : (personName(name, fold(name)) ?? undefined);
}

/** Words before an organisation's name that are no part of it: 稻秆那个榜我们示例大学. */
const BEFORE_ORG =
  /^.*(?:我们(?:单位|公司|学校)?(?:是|叫)?|本单位(?:是|叫)?|我单位|我司|我是|来自|代表|[这那]个榜|的榜|榜)(?=.{3})/u;

/** The name of a university, institute, company or hospital in the text. */
function organisationIn(original: string): string | undefined {
  const chinese = ORG_ZH.exec(original)?.[1]
    ?.replace(BEFORE_ORG, '')
    .replace(
      /^(?:我们|我|是|在|来自|代表|单位|公司|换了?|改|更新|调|转|成|为|到|去了?|入职|加盟|叫|新|应该|现在)+/,
      '',
    );
  if (chinese !== undefined) return chinese;
  const english = [...original.matchAll(ORG_EN)].map((match) => match[0].replace(/^(?:We|I|Our|At|From|The)\s+/, ''));
  return english.find((name) => ORG_WORD.test(name));
}

/**
 * Everything a message that opens a form says with certainty: typed values, named values, and money, a term, a head count
 * or an organisation where the form has exactly one field for it. Doubtful values are left to be asked.
 */
export function overAnswers(text: string, context: CueContext): readonly Cue[] {
  const original = text.normalize('NFKC');
  const cues = [...selfEvident(original, context), ...namedCues(original, context).cues];
  const answers: Record<string, AnswerValue> = { ...context.answers };
  for (const cue of cues) answers[cue.path] = cue.value;
  const open = { ...context, answers };
  const people = context.fields.filter((field) => isPerson(field) && answers[field.id] === undefined).slice(0, 1);
  const wanted = [
    mainMoney(open),
    onlyOpen(open, (field) => field.kind === 'duration'),
    onlyOpen(
      open,
      (field) =>
        field.kind === 'number' && /人数|团队|team|people|headcount/.test(fold(field.label.zh + field.label.en)),
    ),
    namedFields(
      '单位名称',
      context.fields.filter((field) => field.kind === 'text' && answers[field.id] === undefined),
    )[0]?.field,
  ];
  for (const field of [...wanted, ...people]) {
    const part = field === undefined ? undefined : looseText(field, original, fold(original));
    const value = field === undefined || part === undefined ? undefined : accepted(field, part, context);
    if (field !== undefined && part !== undefined && value !== undefined)
      cues.push({ path: field.id, value, text: part });
  }
  const sector = sectorSaid(original, open);
  if (sector !== null) cues.push(sector);
  return cues.filter((cue, i) => cues.findIndex((other) => other.path === cue.path) === i);
}

const ABOUT_SECTOR =
  /^(?:(?:属于|属|我们?(?:是)?|领域|行业|方向|产业|做|搞|的|是|为|在|[:：\s])|(?:in|the|field|sector|we|are|our|it's|is|it)\s)+|(?:\s(?:sector|field|industry|area)|方面的?|的)$/gi;

/** The sector a whole clause names: 新能源领域, “new energy”. A clause that only holds such a word says nothing for certain. */
function sectorSaid(original: string, context: CueContext): Cue | null {
  const field = onlyOpen(context, (one) => one.kind === 'choice' && one.optionsFrom === 'sectors');
  if (field === undefined) return null;
  for (const clause of original.split(/[,，。:：;；\n、()（）]+|\.\s/)) {
    const found = sectorOf(fold(clause).trim().replace(ABOUT_SECTOR, '').trim(), context.programme);
    if (found?.whole === true) return { path: field.id, value: found.id, text: clause };
  }
  return null;
}

/** The field a sum without a name belongs to: the only open one, or the one people call 预算. */
function mainMoney(context: CueContext): Field | undefined {
  const only = onlyOpen(context, (field) => field.kind === 'money');
  const budget = namedFields('预算', context.fields)[0]?.field;
  if (only !== undefined) return only;
  return budget?.kind === 'money' && context.answers[budget.id] === undefined ? budget : undefined;
}

/** Typed values for other fields in a message that is not the answer in hand. */
export function strayCues(original: string, context: CueContext): readonly Cue[] {
  return selfEvident(original.normalize('NFKC'), context);
}

const MOST_PARTS = 5;

/** An answer in parts, 三千万，两年: one part answers the typed field in hand, each other fits exactly one open field; null unless all do. */
export function sharedAnswer(
  original: string,
  field: Field,
  context: CueContext,
): { readonly cues: readonly Cue[]; readonly rest: string } | null {
  if (!isTyped(field)) return null;
  const parts = original
    .split(/[,，;；、。\n]+|\s{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const rest = parts.find((part) => accepted(field, part, context) !== undefined);
  if (rest === undefined || parts.length < 2 || parts.length > MOST_PARTS) return null;
  const answers: Record<string, AnswerValue> = { ...context.answers };
  const cues: Cue[] = [];
  for (const text of parts.filter((part) => part !== rest)) {
    const fitting = context.fields.flatMap((other) => {
      const open = isTyped(other) && other.kind !== field.kind && answers[other.id] === undefined;
      const value = open ? accepted(other, text, context) : undefined;
      return value === undefined ? [] : [{ path: other.id, value, text }];
    });
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) return null;
    answers[only.path] = only.value;
    cues.push(only);
  }
  return { cues, rest };
}
