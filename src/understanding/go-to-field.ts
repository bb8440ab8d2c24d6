/** Going to a field that is named, and asking what was put there. */
import type { Field } from '../programme/form.ts';
import { namedFields } from './field-names.ts';
import { type Interpretation, meaning } from './interpretation.ts';
import { oneOf } from './one-of.ts';
import { stripped } from './polite.ts';

const GO_TO =
  /^(?:返回|回到|回去|退回|退到|跳到|跳回|转到|转回|倒回|回)(?:到|去|至)*(?:填|写|改)?|^(?:go|jump|take me|bring me|back|return)(?: back)? to(?: the| my)?(?![a-z])/;
const SHOW = oneOf(
  /(?:多少|什么|啥|哪个|哪里|几|谁)(?:来着|的来着)|来着[?？]?$/,
  /(?:我)?(?:刚才|之前|现在|目前)?(?:的)?.{0,10}(?:填|写|报|留)(?:的|了)(?:.{0,8}?)(?:是)?(?:多少|什么|啥|哪|几|谁)/,
  /(?<![a-z])what (?:did|have) i (?:put|enter|write|say|give|answer)/,
  /what'?s? (?:is )?my (?:current )?.{2,20} (?:now|at the moment)/,
);
const LONGEST_WAY = 48;
const LONGEST_QUESTION = 60;

/** 返回到填手机号那里: back to the one field named; null for anything else. Text must be folded. */
export function readGoTo(folded: string, fields: readonly Field[]): Interpretation | null {
  if (folded.length > LONGEST_WAY || !stripped(folded).some((form) => GO_TO.test(form))) return null;
  const [target, more] = namedFields(folded, fields);
  if (target === undefined || more !== undefined) return null;
  const around = `${folded.slice(0, target.start)} ${folded.slice(target.end)}`.replace(
    /那|这|里|儿|一|步|题|项|栏|格|的|地方|时候|重新?|填|写|改|号码?|question|field|step|one/g,
    '',
  );
  if (stripped(around).at(-1)?.replace(GO_TO, '').trim() !== '') return null;
  return meaning('go-to', { do: 'change', path: target.field.id });
}

/** 预算我填的多少来着: the answer of the field named is shown; null for anything else. Text must be folded. */
export function readShowAnswer(folded: string, fields: readonly Field[]): Interpretation | null {
  if (folded.length > LONGEST_QUESTION || !SHOW.test(folded)) return null;
  const path = namedFields(folded, fields)[0]?.field.id;
  return path === undefined ? null : meaning('review:field', { do: 'review', path });
}
