/** A value said anew without its field's name: of the question in hand, of the one just answered, or of the one field it fits. */
import type { Field } from '../programme/form.ts';
import { unfold } from '../text/fold.ts';
import type { Command } from './command.ts';
import type { CorrectionContext } from './correction-context.ts';
import { isTyped, isWords } from './field-kinds.ts';
import { namedFields } from './field-names.ts';
import { fittingField } from './fitting-field.ts';
import { readValue } from './read-value.ts';
import type { ReadContext } from './reading.ts';
import { SIGH } from './sighs.ts';

const NO_FIRST = /^(?:(?:不是?|不对|错了?|哦|啊|其实|no|nope|sorry|wrong|actually|i mean)[\s,，.。:：、]+|其实是)/i;
const IS = "(?:(?:应该?|应当|其实|实际|正确的?)*(?:是|为)?|it's|it is|(?:it )?should be)[\\s:：]*";
const BREAK = '[\\s,，。.:：、!！]*';
/** 不对称结构 and 错位排布 say nothing wrong: a stop, a figure or 是 must follow. */
const PARTED = '(?=[\\s,，。.:：、!！\\d一二三四五六七八九十两半]|应该?|应当|其实|实际|正确|是|为)';
/** Says that something was wrong. */
const WRONG = new RegExp(
  `^(?:${SIGH}${BREAK})*(?:我|刚才|刚刚|刚|上面|前面|上一[个题步项]|是)*(?:(?:说|写|填|打|输|搞|弄|记|点|选)错(?:字|数)?了?|错了?|不对|有误|手(?:滑|抖|误)了?|wrong|my (?:mistake|bad)|typo|i meant?|correction)${PARTED}${BREAK}${IS}(.{1,40})$`,
);
/** No more than a sigh before the value. */
const SIGHS = new RegExp(`^(?:(?:${SIGH}|不是?|哦不|啊不)[\\s,，。.!！:：]+|[哦啊呃]不[\\s,，是]*)+${IS}(.{1,40})$`);
/** A name said anew is short. */
const LONGEST_NAME = 20;
/** A figure with its unit is no name. */
const FIGURE = /^[\d.一二三四五六七八九十百千万两半]+\s*(?:[%‰]|个?\p{Script=Han}{0,2}|[a-z]{0,6})$/iu;

/** What follows a no at the front; undefined where there is none. */
function afterNo(original: string): string | undefined {
  const anew = original.replace(NO_FIRST, '').trim();
  return anew === original.trim() || anew === '' ? undefined : anew;
}

/** 不是，400万: the words behind the no, where the question in hand can read them; null otherwise. */
export function saidAnew(original: string, field: Field | undefined, context: ReadContext): string | null {
  const anew = afterNo(original);
  if (field === undefined || anew === undefined) return null;
  return readValue(field, anew, context).outcome === 'reject' ? null : anew;
}

/** 说错了，三年; “sorry, 3 years”: the correction of the last answer; null unless the words read as a value of its field, and name no other. */
export function lastMended(original: string, folded: string, context: CorrectionContext): Command | null {
  const { last, inHand, fields } = context;
  if (last === undefined || last.id === inHand?.id || context.answers[last.id] === undefined) return null;
  const wrong = WRONG.exec(folded)?.[1];
  const said = wrong ?? SIGHS.exec(folded)?.[1];
  if (said === undefined || namedFields(said, fields).length > 0) return null;
  const start = folded.length - said.length;
  const text = unfold(original, folded, start, folded.length).replace(/(?:吧|的|才对|[\s。.!！])+$/, '');
  if (text === '' || !isForLast(last, text, wrong !== undefined, context)) return null;
  return { do: 'correct', path: last.id, text };
}

/** Whether a value is meant for the field answered last and not for the question in hand. */
function isForLast(last: Field, text: string, saysWrong: boolean, context: CorrectionContext): boolean {
  const { inHand } = context;
  const reads = (field: Field): boolean => readValue(field, text, context).outcome !== 'reject';
  if (isTyped(last)) return reads(last) && (saysWrong || inHand === undefined || isWords(inHand) || !reads(inHand));
  const isName = last.kind === 'text' && text.length <= LONGEST_NAME && !FIGURE.test(text);
  return isName && saysWrong && inHand?.kind !== 'long-text' && reads(last);
}

/** 不是，一千二百万, which the question in hand cannot take: the correction of the one answer it fits; null otherwise. */
export function fittingAnew(original: string, context: CorrectionContext): Command | null {
  const value = afterNo(original);
  const field = value === undefined ? undefined : fittingField(value, context);
  if (field === undefined || value === undefined) return null;
  // A day without its year is asked about in any case; any other doubt is none of this field.
  const isSure = field.kind === 'date' || readValue(field, value, context).outcome === 'accept';
  return isSure ? { do: 'correct', path: field.id, text: value } : null;
}
