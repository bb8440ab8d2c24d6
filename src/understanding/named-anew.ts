/** An answer given before and said anew while another question is open, with its field's name or its unit: 对了，预算可以到七百万; 两年内搞定. */
import { unfold } from '../text/fold.ts';
import type { Command } from './command.ts';
import type { CorrectionContext } from './correction-context.ts';
import { saysTerm } from './cues.ts';
import { isTyped } from './field-kinds.ts';
import { namedFields } from './field-names.ts';
import { isQuestion } from './question.ts';
import { readValue } from './read-value.ts';
import { fittingAnew } from './said-anew.ts';
import { SIGH } from './sighs.ts';

const LONGEST = 60;
/** An answer in a free text this short may still be a value for another field. */
const SHORT = 24;
const LEAD = new RegExp(
  `^(?:(?:${SIGH}|对了|还有|另外|补充(?:一下|一句)?|那个?|其实|我们?的?|咱们?|项目|总|ah|hm+|well|so|ok|okay|and|also|by the way|btw|our|the|my|total)[\\s,，.。:：、!！]*)*$`,
);
const SAYS =
  /^\s*(?:那[栏项个]|呢|的话|其实|我们?|就|也|还|是|为|[:：=]|(?:可以|能|得|要)?(?:放宽|延长|缩短|压缩|提高|增加|追加|减少|降低?|[加减调改])?(?:到|至|成|为)|is|are|will be|can be|[,，\s])*/;

/** The filled typed field that the whole message names and gives a value; null otherwise. */
function byName(original: string, folded: string, context: CorrectionContext): Command | null {
  const [first, second] = namedFields(folded, context.fields);
  if (first === undefined || second !== undefined || !LEAD.test(folded.slice(0, first.start))) return null;
  const { field, end } = first;
  if (!isTyped(field) || field.id === context.inHand?.id || context.answers[field.id] === undefined) return null;
  const stop = folded.slice(end).search(/[，,。；;]\s*\D+$/);
  const to = stop < 0 ? folded.length : end + stop;
  const from = end + (SAYS.exec(folded.slice(end, to))?.[0].length ?? 0);
  const rest = unfold(original, folded, from, to).trim();
  return readValue(field, rest, context).outcome === 'accept' ? { do: 'correct', path: field.id, text: rest } : null;
}

/** 两年内搞定, where the term is known already. */
function byTerm(original: string, folded: string, { inHand, fields, answers }: CorrectionContext): Command | null {
  const [only, more] = fields.filter(({ id, kind }) => kind === 'duration' && answers[id] !== undefined);
  if (only === undefined || more !== undefined || inHand?.kind === 'duration' || !saysTerm(folded)) return null;
  return { do: 'correct', path: only.id, text: original };
}

/** The correction such a message makes; null for any other message. */
export function namedAnew(original: string, folded: string, context: CorrectionContext): Command | null {
  if (folded.length > (context.freeText ? SHORT : LONGEST) || isQuestion(folded)) return null;
  return byName(original, folded, context) ?? fittingAnew(original, context) ?? byTerm(original, folded, context);
}
