/** The answer just given, said anew without its name: 说错了，三年; “sorry, 3 years”. */
import type { Field } from '../programme/form.ts';
import { unfold } from '../text/fold.ts';
import type { Command } from './command.ts';
import type { CorrectionContext } from './correction-context.ts';
import { namedFields } from './field-names.ts';
import { readValue } from './read-value.ts';

const ALAS = '(?:哎呀?|啊|哦|呃|额|诶|唉|等等|等一?下|不好意思|抱歉|对不起|sorry|oops|oh|wait|no|actually)';
const IS = "(?:(?:应该?|应当|其实|实际|正确的?)*(?:是|为)?|it's|it is|(?:it )?should be)[\\s:：]*";
const BREAK = '[\\s,，。.:：、!！]*';
/** Says that something was wrong. */
const WRONG = new RegExp(
  `^(?:${ALAS}${BREAK})*(?:我|刚才|刚刚|刚|上面|前面|上一[个题步项]|是)*(?:(?:说|写|填|打|输|搞|弄|记|点|选)错(?:字|数)?了?|错了?|不对|有误|手(?:滑|抖|误)了?|wrong|my (?:mistake|bad)|typo|i meant?|correction)${BREAK}${IS}(.{1,40})$`,
);
/** No more than a sigh before the value. */
const SIGH = new RegExp(`^(?:(?:${ALAS}|不是?|哦不|啊不)[\\s,，。.!！:：]+|[哦啊呃]不[\\s,，是]*)+${IS}(.{1,40})$`);
const TYPED: readonly Field['kind'][] = [
  'money',
  'duration',
  'percent',
  'date',
  'number',
  'phone',
  'email',
  'orcid',
  'credit-code',
  'url',
];

/** The correction of the last answer; null unless the words read as a value of its field, and name no other. */
export function lastMended(original: string, folded: string, context: CorrectionContext): Command | null {
  const { last, inHand, fields } = context;
  if (last === undefined || last.id === inHand?.id || context.answers[last.id] === undefined) return null;
  const wrong = WRONG.exec(folded)?.[1];
  const said = wrong ?? SIGH.exec(folded)?.[1];
  if (said === undefined || namedFields(said, fields).length > 0) return null;
  const start = folded.length - said.length;
  const text = unfold(original, folded, start, folded.length).replace(/(?:吧|的|才对|[\s。.!！])+$/, '');
  if (text === '' || !isFor(last, text, wrong !== undefined, context)) return null;
  return { do: 'correct', path: last.id, text };
}

/** Whether a value is meant for the field answered last and not for the question in hand. */
function isFor(last: Field, text: string, saysWrong: boolean, context: CorrectionContext): boolean {
  const { inHand } = context;
  const reads = (field: Field): boolean => readValue(field, text, context).outcome !== 'reject';
  const isWords = inHand === undefined || inHand.kind === 'text' || inHand.kind === 'long-text';
  if (TYPED.includes(last.kind)) return reads(last) && (saysWrong || isWords || !reads(inHand));
  return last.kind === 'text' && saysWrong && inHand?.kind !== 'long-text' && text.length <= 20 && reads(last);
}
