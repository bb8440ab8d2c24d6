/** Free text: nothing is read into it, only its length and that it says something. */
import type { Field } from '../programme/form.ts';
import { fold, unfold } from '../text/fold.ts';
import { accept, reject, type Said, type ValueReading } from './reading.ts';
import { fieldNames } from './rest.ts';

const MOST_TEXT = 200;
const MOST_LONG_TEXT = 5000;

/** 单位名称：示例大学 means the value only; nothing else is ever taken off. */
function withoutLabel(said: Said, field: Field): string {
  const name = fieldNames(field).find((one) => said.folded.startsWith(one));
  if (name === undefined) return said.original;
  const lead = /^\s*(?:[:：]|是[:：]?)\s*/.exec(said.folded.slice(name.length))?.[0];
  if (lead === undefined) return said.original;
  const value = unfold(said.original, said.folded, name.length + lead.length, said.folded.length).trim();
  return value === '' ? said.original : value;
}

/** Reads free text; the bounds of the field count characters as people see them (code points). */
export function readText(said: Said, field: Field): ValueReading {
  const text = field.kind === 'long-text' ? said.original : withoutLabel(said, field).replace(/\s*\n\s*/g, ' ');
  if (!/[\p{L}\p{N}]/u.test(text)) return reject('no-words');
  const length = [...text].length;
  const max = field.max ?? (field.kind === 'long-text' ? MOST_LONG_TEXT : MOST_TEXT);
  if (length > max) return reject('text-long', { max, length });
  if (field.min !== undefined && length < field.min) return reject('text-short', { min: field.min, length });
  if (length > 1 && /^(.)\1+$/u.test(fold(text).replace(/\s/g, '')) && length > 3) return reject('no-words');
  return accept(text);
}
