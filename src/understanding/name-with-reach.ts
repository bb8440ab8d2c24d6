/** A person's name said together with a title, a phone number or an address: 李伟，教授，13800138000. */
import type { Field } from '../programme/form.ts';
import { fold } from '../text/fold.ts';
import { type Cue, type CueContext, isPerson, SHAPES, selfEvident } from './cues.ts';
import { personName } from './person-name.ts';
import { readValue } from './read-value.ts';

const REACH = new RegExp(`${SHAPES.phone.source}|${SHAPES.email.source}`, 'g');
const NAMES_REACH =
  /(?:联系)?(?:电话|手机号?码?|邮箱|邮件|电邮|微信)(?:号码?)?[:：是为\s]*|(?<![a-z])(?:tel|phone|mobile|cell|e-?mail)(?![a-z])[.:\s]*/gi;
/** Titles are not asked for, so they are no part of the name. */
const TITLE =
  /(?:副?教授|(?:副|助理)?研究员|(?:正|教授级)?高级?工(?:程师)?|工程师|讲师|博士后?|博导|硕导|院士|副?院长|副?主任|副?所长|总工程?师?|总经理|副?总监?|老师|先生|女士)$/;
const TITLE_EN =
  /^(?:(?:associate|assistant|full)?\s*prof(?:essor)?\.?|dr\.?|ph\.?d\.?|lecturer|(?:senior|chief)?\s*(?:engineer|scientist|researcher)|dean|director|cto|ceo)$/i;

/** The name, without a title that is part of it. */
function named(part: string): string | null {
  const plain = part.replace(/^(?:dr|prof)\.?\s+(?=[A-Z])/i, '').replace(TITLE, '');
  return personName(plain, fold(plain));
}

/** A number with digits missing is no part of a name; how to reach somebody is asked on its own. */
const DIGITS = /^\+?\d[\d\s-]{3,}$/;

function isTitle(part: string): boolean {
  return TITLE_EN.test(part) || DIGITS.test(part) || part.replace(TITLE, '') === '';
}

/**
 * For a question about who leads: the name alone as `rest`, and how to reach them for the field that asks it. Null when
 * the message is not just a name, titles and such values, or holds nothing beside the name.
 */
export function nameWithReach(
  original: string,
  field: Field,
  context: CueContext,
): { readonly cues: readonly Cue[]; readonly rest: string } | null {
  if (!isPerson(field)) return null;
  const plain = original.normalize('NFKC');
  const parts = plain
    .replace(REACH, ',')
    .replace(NAMES_REACH, ',')
    .split(/[,，;；、。\n()（）/|:：]+|\s{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [name, ...more] = parts.filter((part) => !isTitle(part)).map(named);
  if (name === undefined || name === null || more.length > 0 || name === original.trim()) return null;
  return { rest: name, cues: reachOf(plain, context) };
}

/** Every number and address said, in the one open field that takes them together, else each in its own. */
function reachOf(plain: string, context: CueContext): readonly Cue[] {
  const text = (plain.match(REACH) ?? []).join(' ');
  const both = context.fields.find((one) => one.phone === 'or-email' && context.answers[one.id] === undefined);
  if (both === undefined || text === '') return selfEvident(plain, context);
  const reading = readValue(both, text, context);
  return reading.outcome === 'accept' && reading.value !== null
    ? [{ path: both.id, value: reading.value, text }]
    : selfEvident(plain, context);
}
