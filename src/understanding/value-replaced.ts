/** 把甲改成乙, “replace 甲 with 乙”: a correction that names no field, only what was said before. */
import type { AnswerValue } from '../programme/answer.ts';
import type { Field } from '../programme/form.ts';
import { fold, unfold } from '../text/fold.ts';
import type { Command } from './command.ts';
import type { CorrectionContext } from './correction-context.ts';
import { isWords } from './field-kinds.ts';
import { readValue } from './read-value.ts';
import { SIGH } from './sighs.ts';

const QUOTE = '["“”「」\'‘’《》]?';
const LEAD = `^(?:(?:${SIGH}|对了|不对|更正|麻烦|请|帮我?|我想|要|再|前面|上面|刚才|之前|那个|的|please)[\\s,，:：]*)*`;
const REPLACED = [
  new RegExp(
    `${LEAD}(?:把|将)\\s*${QUOTE}(.{1,40}?)${QUOTE}\\s*(?:给我)?(?:全)?(?:[改换]|更正|更换|替换|修改|调整?)(?:成|为|作|到)\\s*${QUOTE}(.{1,60}?)${QUOTE}(?:吧|了|哈|谢谢)?[。.!！\\s]*$`,
    'u',
  ),
  new RegExp(
    `${LEAD}(?:replace|swap) ${QUOTE}(.{1,40}?)${QUOTE} (?:with|by|for) ${QUOTE}(.{1,60}?)${QUOTE}(?:,? (?:please|thanks))?[.!\\s]*$`,
    'u',
  ),
  new RegExp(
    `${LEAD}change ${QUOTE}(.{1,40}?)${QUOTE} (?:to|into) ${QUOTE}(.{1,60}?)${QUOTE}(?:,? (?:please|thanks))?[.!\\s]*$`,
    'u',
  ),
];
/** Words shorter than this may stand anywhere in a longer answer. */
const SHORTEST_PART = 2;

/** The same value, told by the keys both have. */
function same(a: AnswerValue, b: AnswerValue | undefined): boolean {
  if (typeof a === 'string' && typeof b === 'string') return fold(a) === fold(b);
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const both = [...left.keys()].filter((key) => right.has(key));
  return both.length > 0 && both.every((key) => JSON.stringify(left.get(key)) === JSON.stringify(right.get(key)));
}

/** Whether the field was answered with just these words, or with what they are read as. */
function answeredWith(field: Field, words: string, context: CorrectionContext): boolean {
  const stored = context.answers[field.id];
  if (stored === undefined || stored === null || field.kind === 'rows' || field.kind === 'file') return false;
  if (typeof stored === 'string' && fold(stored) === words) return true;
  const read = readValue(field, words, context);
  return read.outcome !== 'reject' && same(read.value, stored);
}

function commandFor(before: string, value: string, context: CorrectionContext): Command | null {
  const { fields, answers, freeText } = context;
  const whole = fields.filter((field) => answeredWith(field, before, context));
  const fitting = whole.filter((field) => readValue(field, value, context).outcome !== 'reject');
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return { do: 'correct', path: only.id, text: value };
  if (freeText || whole.length > 0 || before.length < SHORTEST_PART) return null;
  const holding = fields.flatMap((field) => {
    const stored = answers[field.id];
    return isWords(field) && typeof stored === 'string' && fold(stored).split(before).length === 2
      ? [{ path: field.id, stored }]
      : [];
  });
  const [one] = holding;
  if (one === undefined || holding.length > 1) return null;
  const folded = fold(one.stored);
  const at = folded.indexOf(before);
  const text = `${unfold(one.stored, folded, 0, at)}${value}${unfold(one.stored, folded, at + before.length, folded.length)}`;
  return { do: 'correct', path: one.path, text };
}

/**
 * The correction a whole message makes by naming an old value and a new one; null unless exactly one filled field holds
 * the old one. While a free text is asked for, the old value must be a whole answer: a solution may well say 把三道工序改成一道.
 */
export function valueReplaced(original: string, folded: string, context: CorrectionContext): Command | null {
  for (const pattern of REPLACED) {
    const [, before = '', after = ''] = pattern.exec(folded) ?? [];
    if (before === '' || after === '') continue;
    const start = folded.lastIndexOf(after);
    const value = unfold(original, folded, start, start + after.length).trim();
    const found = commandFor(before.trim(), value, context);
    if (found !== null) return found;
  }
  return null;
}
