/** Corrections in words: a marker of correcting, and a field's name or a value that fits one filled field. */

import { distance } from 'fastest-levenshtein';
import type { Field } from '../programme/form.ts';
import { fold, unfold } from '../text/fold.ts';
import type { Command } from './command.ts';
import type { CorrectionContext } from './correction-context.ts';
import { isTyped } from './field-kinds.ts';
import { type NamedField, namedFields } from './field-names.ts';
import { fittingField } from './fitting-field.ts';
import { namedAnew } from './named-anew.ts';
import { oneOf } from './one-of.ts';
import { readValue } from './read-value.ts';
import type { ReadContext } from './reading.ts';
import { lastMended } from './said-anew.ts';
import { valueReplaced } from './value-replaced.ts';

/** Words that announce a new value; what follows them is the value. */
const TO =
  /(?<=^\s{0,2})(?:to|as)\s+|(?:[改换变更调降减提加缩延推挪]|更新|更正|修改|纠正|调整|更换|变更|延长|推迟|推后|提前|提高|降低|增加|减少|缩短|放宽|上调|下调)(?:成|为|到|做|作|至)[:：]?\s*|(?:正确的|实际|其实|本来|现在)?(?:应该?|应当|要)(?:是|为|写|填)[:：]?\s*|而?是[:：]?\s*(?=\S)|写成[:：]?\s*(?!.*了[。.\s]*$)|(?:就|直接)[写填][:：]?\s*|(?<![a-z])(?:should (?:be|read|have been)|(?:change|correct|update|set|make|fix|edit) .{0,40}? (?:to|as)|is actually|is now|i meant|meant to (?:say|write|put)|change to|make (?:it|that)|but)[:：]?\s+/g;
/** Words that say something is wrong. */
const WRONG = oneOf(
  /[写填打输选搞弄说发]错|[写填打输弄搞]成|除了?.{1,12}(?:其他|其余|别的|都)|错了|有误|不对|不正确|不准|改[一下个]|改改|要[改换]|想[改换]|修改|更正|更换|变更|纠正|[改换变](?:成|为|到|作)|更新|换(?:一|个|掉)|重新?填|(?<!协)调整?(?:成|为|到|至)|(?:降低?|减少?|增?加|提高?|缩短?|延长?|推[迟后]?|提前|挪|[上下]调)(?:成|为|到|至)(?!了)/,
  /重填|(?:就|直接)[写填](?!了)|(?:少|多|漏)(?:打|写|填|输)?(?:了|一)|漏写|应该?是|应该?[写填叫]|应该?为|不是.{1,40}?[,，。\s]*(?:而)?是/,
  /(?<![a-z])(?:wrong|incorrect|typo|mistake|except|apart from|other than|not right|not correct|isn't right|isn't correct|misspelled|actually|should (?:be|read))(?![a-z])/,
  /(?<![a-z])(?:correction|correct the|change (?:the|my|our|it|this)?|fix|update|edit)(?![a-z])/,
  /(?<![a-z])(?:i meant|not .{1,40} but|mistyped|oops)(?![a-z])/,
  /(?<=\d|million|万|元|k|m|w) not (?=[\d$])|(?:放宽|压缩|放开|追加|加码)(?:到|至|为|成)(?!了)|(?<![a-z])(?:make|let's make|say) (?:it|that) (?=\S*\d|an?\b|one|two|three|four|five|six|eight|ten|twelve|eighteen|half)/,
);
/** A correction in a free-text field must begin like one. */
const BEGINS =
  /^(?:(?:啊|呃|额|哦|等等|等下|等一下|不好意思|抱歉|对了|好的?|行|可以|嗯|但是?|不过|我|想|要|改|换|修改|更改|把|请|麻烦|帮我|前面|刚才|刚刚|上面|之前|[写填打输选搞弄说]错了?|错了|有误|不对|那个?|的|sorry|oops|wait|oh|ok|please|actually|but|my|the|change|fix|correct|wrong|typo in)[\s,，.。]*)*$/;
/** What may stand between a field's name and its new value. */
const ANNOUNCES =
  /^[^\d\p{L}+]*(?:(?:[写填打输]错|错)?了?[,，\s]*(?:是|为|:|：|is|was|to|should be|=)|(?:要|得|想|再|也)?(?:[改换](?!一|个|下|掉|了)|(?:[写填打输]|少打|漏打|多打)?(?:错了?|一位|了一位))[,，\s]*(?:是|应该?是|为)?)?\s*/u;
/** 标题也改一下，叫甲: the wish to change first, the new value in a clause of its own. */
const CHANGED_FIRST =
  /^(?:[\s,，]|也|都|要|想|得|再|给我|帮我|我)*[改换](?:一?[下个]|掉|改)(?:吧|了)?[\s,，:：]+(?:就|应该|改)*(?:(?:叫|是|为|写|用|填|换)(?:做|作|成)?)?[:：\s]*(?=\S)|^(?:[\s,]|too|as well|also|please)*[\s,](?:let's )?(?:call|name) it\s+/;
/** 负责人换李敏: the new value right behind the changing. */
const SWAPS = /^\s*(?:要|得|想)?[改换](?!一|个|下|掉|了|成|为|到|作|吧)[\p{L}\p{N}]{2}/u;
/** What stands before and behind a value in a clause of its own. */
const BESIDE_VALUE =
  /^(?:就|还是|那|再|也|应该?|是|为|按|写|填|算|换成?|[改调减加][成为到至]?)+|(?:就|也|左右)?(?:够|行|好|可以|得|成|吧|了|啦)+[。.!！]*$/g;
const LONGEST = 120;

/** The value named after the last announcing word of the clause, in the person's own spelling. */
function valueAfter(original: string, folded: string, from: number, to: number): string | null {
  const part = folded.slice(from, to);
  const marks = [...part.matchAll(TO)];
  const mark = marks.find((one) => one[0].startsWith('而是')) ?? marks.at(-1);
  if (mark === undefined) return null;
  const start = from + mark.index + mark[0].length;
  const value = unfold(original, folded, start, to).trim();
  return tidy(value);
}

function tidy(value: string): string | null {
  const plain = value
    .replace(/^[\s,，:：、]+|\s*[,，]?\s*(?:\bnot\s|而不是|不是).*$|[\s,，。;；!！?？]+$/g, '')
    .replace(/(?:吧|了|谢谢|哈|啊|,? ?please|,? ?thanks)$/i, '')
    .trim();
  return plain === '' || /^(?:什么|一下|的|不对|错的?|吗|不是)$/.test(plain) ? null : plain;
}

/** One correction or wish to change per field named. */
function byName(original: string, folded: string, context: CorrectionContext): readonly Command[] {
  const all = namedFields(folded, context.fields);
  const named = all
    .filter((one, i) => i === 0 || standsAlone(folded, one.start, one.end))
    .filter((one, i, kept) => i === 0 || one.field.id !== kept[i - 1]?.field.id);
  const commands: Command[] = [];
  for (const [i, one] of named.entries()) {
    const end = named[i + 1]?.start ?? folded.length;
    const value = newValue(original, folded, one.end, end, one.field, context);
    const before = i === 0 ? valueBefore(folded, one.start) : false;
    if (value === null && !WRONG.test(folded.slice(one.end, end)) && !before && named.length > 1) continue;
    commands.push(
      value === null ? { do: 'change', path: one.field.id } : { do: 'correct', path: one.field.id, text: value },
    );
  }
  return commands;
}

/** A further name counts only where it begins a clause or is itself being changed: 材料 in 新材料有限公司 is part of the value. */
function standsAlone(folded: string, start: number, end: number): boolean {
  const before = /(?:^|[\s,，。.;；、]|和|与|及|把|还有|另外|以及)$/.test(folded.slice(0, start));
  return (
    before || /^\s*(?:也|都)?(?:[改换变写填]|应该?|更[新正]|是|为|[:：=]|(?:to|is|should)\b)/.test(folded.slice(end))
  );
}

/** “change the phone”, 改电话: the wish stands before the name. */
function valueBefore(folded: string, start: number): boolean {
  return WRONG.test(folded.slice(0, start)) || /[改换]$/.test(folded.slice(0, start).trim());
}

/** The new value after a field's name: behind an announcing word, or, for typed fields, whatever of the clause reads as one. */
function newValue(
  original: string,
  folded: string,
  from: number,
  to: number,
  field: Field,
  context: CorrectionContext,
): string | null {
  const said = valueAfter(original, folded, from, to);
  if (said !== null && fits(field, said, context)) return said;
  const part = folded.slice(from, to);
  const first = CHANGED_FIRST.exec(part)?.[0].length;
  const then = first === undefined ? null : tidy(unfold(original, folded, from + first, to));
  if (then !== null && (field.kind === 'text' || readValue(field, then, context).outcome === 'accept')) return then;
  const rest = tidy(unfold(original, folded, from, to).replace(ANNOUNCES, ''));
  if (isTyped(field)) {
    const values = [rest, ...clauseValues(original, folded, from, to)].filter((one) => isValue(one, field, context));
    const [first = null] = values;
    return values.find((one) => readValue(field, one, context).outcome === 'accept') ?? first;
  }
  const named = /^\s*(?:是|为|叫|[:：=]|is )\s*\S/.test(part) && !WRONG.test(part);
  return said === null && (named || SWAPS.test(part)) ? rest : said;
}

/** 周期也改下，两年就够: clauses behind the name that may be the value, less the words around it. */
function clauseValues(original: string, folded: string, from: number, to: number): readonly string[] {
  return unfold(original, folded, from, to)
    .split(/[\s,，。;；]+/)
    .map((clause) => clause.replace(BESIDE_VALUE, '').trim())
    .filter((clause) => clause !== '');
}

function isValue(text: string | null, field: Field, context: ReadContext): text is string {
  return text !== null && /[\da-z一二三四五六七八九十两]/i.test(text) && fits(field, text, context);
}

function fits(field: Field, text: string, context: ReadContext): boolean {
  return readValue(field, text, context).outcome !== 'reject';
}

/** 「不是甲，是乙」: the filled field that holds 甲, or the only one 乙 fits. */
function byOldValue(original: string, folded: string, context: CorrectionContext): Command | null {
  const match =
    /(?:不是|不叫|not )\s*["“「]?(.{1,40}?)["”」]?\s*[,，。;；\s]+\s*(?:而?是|叫|应该?是|but|it's|it is)\s*["“「]?(.{1,60}?)["”」]?[。.!！\s]*$/.exec(
      folded,
    );
  const [, before, after] = match ?? [];
  if (before === undefined || after === undefined) return null;
  const start = folded.lastIndexOf(after);
  const value = unfold(original, folded, start, start + after.length).trim();
  const held = context.fields.find((field) => holds(context.answers[field.id], before));
  if (held !== undefined) return { do: 'correct', path: held.id, text: value };
  const place =
    /(?:大学|学院|公司|研究[院所]|医院|厂|中心|集团|科学院|university|institute|college|company|ltd|inc)\s*$/.test(
      after,
    );
  const org = place ? namedFields('单位名称', context.fields)[0]?.field : undefined;
  if (org !== undefined) return { do: 'correct', path: org.id, text: value };
  return byType(value, context);
}

function holds(answer: unknown, words: string): boolean {
  if (typeof answer !== 'string') return false;
  const value = fold(answer);
  return value.includes(words) || (words.length > 3 && distance(value, words) <= 2);
}

/** A typed value without a name corrects the one filled field it fits. */
function byType(value: string, context: CorrectionContext): Command | null {
  const field = fittingField(value, context);
  return field === undefined ? null : { do: 'correct', path: field.id, text: value };
}

/** Reads a correction; null when the message is none. No field named and none fitting: `change` with an empty path asks which. */
export function readCorrection(
  original: string,
  folded: string,
  context: CorrectionContext,
): readonly Command[] | null {
  if (folded.length > LONGEST) return null;
  const swapped = valueReplaced(original, folded, context);
  const mended = swapped ?? lastMended(original, folded, context);
  if (mended !== null) return [mended];
  const anew = namedAnew(original, folded, context);
  if (anew !== null) return [anew];
  const named = namedFields(folded, context.fields);
  if (!WRONG.test(folded) && !touches(folded, named)) return null;
  const [first] = named;
  if (context.freeText) {
    if (first === undefined || !BEGINS.test(folded.slice(0, first.start)))
      return bareWrong(folded) ? [{ do: 'change', path: '' }] : null;
    if (
      !/^(?:那[里栏项]|这[里栏项]|的|也|也?要|又|好像|尾号|后[一二三四几]位|号码?|往[前后]|再|可以|能|,|，|\s)*(?:$|不是.{1,20}[,，]\s*(?:而)?是|写错|填错|打错|错|不对|有误|改|换|更|调整?[成为到至]|(?:就|直接)[写填]|少了|漏了|应该?是|应为|is .{1,30}? not |is wrong|is incorrect|should be|to )/.test(
        folded.slice(first.end),
      ) &&
      !/(?:change|fix|correct|typo in|wrong)\s*(?:the|my|our)?\s*$/.test(folded.slice(0, first.start))
    )
      return null;
  }
  if (first !== undefined) {
    const commands = byName(original, folded, context);
    if (commands.length > 0) return commands;
  }
  const replaced = byOldValue(original, folded, context);
  if (replaced !== null) return [replaced];
  const value = valueAfter(original, folded, 0, folded.length);
  const typed = value === null ? null : byType(value, context);
  if (typed !== null) return [typed];
  return bareWrong(folded) ? [{ do: 'change', path: '' }] : null;
}

/** 改预算, 换个电话, 期限改两年: changing said right beside a field's name. */
function touches(folded: string, named: readonly NamedField[]): boolean {
  return named.some(
    ({ start, end }) =>
      /(?:^|[\s,，。;；])(?:好的?|可以|行|我|就|再|请|帮我|麻烦|想|要|把|那)*(?:[改换]|修改|更改|调整|更换|update|edit|change|fix|correct)(?:一?下|下|个|掉)?(?:我的?|那个|前面的?| the| my| our)?\s*$/.test(
        folded.slice(0, start),
      ) ||
      /^(?:那[栏项里个])?[啊呀嘛]?[,，\s]*(?:要|得|想|需要?|也|再|都)?(?:[改换](?!变|热|流|向|气)|调整|变更|更换|(?:再|太|要)?[长短多少高低早晚大小](?:一?点儿?|一?些|了)(?=[,，\s]))/.test(
        folded.slice(end),
      ),
  );
}

/** Nothing but the wish to mend something. */
function bareWrong(folded: string): boolean {
  return /^(?:等等|等下|啊|呃|不好意思|抱歉|sorry|oops|wait|oh|no|,|，|\s|我|刚才|刚刚|前面|上面|之前|上一[题项个步](?:我)?|有(?:个|一)?(?:地方|处|项)?|那个|那里|刚刚?填的|刚才填的|前面填的|之前填的|i|there's|there is|a|something|is|the|one|made|last|previous|that|was|it's)*(?:写错|填错|打错|输错|选错|搞错|弄错|说错|错|有误|不对|要改|想改|改一下|修改一下|要修改|wrong|incorrect|typo|mistake|mistyped|want to change)(?:了|的|一下|下|吧|一个|一处|地方|somewhere|earlier|before|above|just now|answer|one|\.|。|!|！|\s)*$/.test(
    folded,
  );
}
