/** Free text: nothing is read into it, only its length and that it says something. */

import { holdsContact } from '../programme/check-contact.ts';
import type { Field } from '../programme/form.ts';
import { fold, unfold } from '../text/fold.ts';
import { accept, confirm, reject, type Said, type ValueReading } from './reading.ts';
import { fieldNames } from './rest.ts';
import { yesNo } from './yes-no.ts';

const MOST_TEXT = 200;
const MOST_LONG_TEXT = 5000;

/** 单位名称：示例大学 means the value only; nothing else is ever taken off. */
function withoutLabel(said: Said, field: Field): string {
  const name = fieldNames(field).find((one) => said.folded.startsWith(one));
  if (name === undefined) return OF_A_NAME.test(field.label.zh) ? said.original.replace(SPEAKER, '') : said.original;
  const lead = /^\s*(?:[:：]|是[:：]?)\s*/.exec(said.folded.slice(name.length))?.[0];
  if (lead === undefined) return said.original;
  const value = unfold(said.original, said.folded, name.length + lead.length, said.folded.length).trim();
  return value === '' ? said.original : value;
}

/** 张工 1380013800: how many digits the only number has, when it begins like a mobile and is none. */
function wrongMobile(text: string, which: 'mobile' | 'any' | 'or-email'): number | null {
  if (holdsContact(text, which)) return null;
  const run = /(?<!\d)1[3-9](?:[\s-]?\d){6,13}(?!\d)/.exec(text.normalize('NFKC'))?.[0];
  return run === undefined ? null : run.replace(/\D/g, '').length;
}

/** 我们是示例大学, 我叫张三: who speaks is no part of a name. */
const SPEAKER =
  /^(?:我们?(?:的)?(?:单位|公司|学校|企业)?|本单位|本公司|我司)(?:是|叫做?|全称是?|名称是)[:：]?\s*(?=\S{2,})/;
const OF_A_NAME = /单位|机构|公司|企业|学校|姓名|负责人|联系人|organi[sz]ation|name/i;

/** 是我老师, 我自己: who it is, without a name. */
const NAMELESS =
  /^(?:是|就是|那个|就)?(?:我们?|咱们?|他|她|俺)(?:的)?(?:自己|本人|老师|导师|老板|领导|单位|公司|学校|学院|厂里?|课题组|实验室)?$|^(?:本人|老师|导师|老板|领导|(?:it's |it is )?(?:me|myself|my (?:boss|supervisor|company|university|lab)))$/;

/** 91360000MA…: a code stands where a name is asked. */
const CODE = /^(?=(?:.*\d){8})[a-z\d()+-]+$/;
/** 我们做了五年涂覆: a sentence about ourselves, whatever it tells. */
const TELLS = /^(?:我们?|咱们?)(?!(?:的)?(?:单位|公司|学校|学院|企业|研究院|研究所|所|院|厂|校|司))\S{5,}/;

/** True for a plain yes or no, a bare number, and for words that stand in place of a name. */
function isNoName(folded: string): boolean {
  const bare = folded.replace(/[\s\p{P}]+$/u, '').trim();
  return typeof yesNo(bare) === 'boolean' || NAMELESS.test(bare) || /^[\d\s+()-]+$/.test(bare) || CODE.test(bare);
}

/** Reads free text; the bounds of the field count characters as people see them (code points). */
export function readText(said: Said, field: Field): ValueReading {
  const text = field.kind === 'long-text' ? said.original : withoutLabel(said, field).replace(/\s*\n\s*/g, ' ');
  if (!/[\p{L}\p{N}]/u.test(text)) return reject('no-words');
  if (field.kind === 'text' && OF_A_NAME.test(field.label.zh) && isNoName(said.folded)) return reject('not-a-name');
  const digits = field.phone === undefined ? null : wrongMobile(text, field.phone);
  if (digits !== null) return reject('phone-length', { digits });
  const length = [...text].length;
  const max = field.max ?? (field.kind === 'long-text' ? MOST_LONG_TEXT : MOST_TEXT);
  if (length > max) return reject('text-long', { max, length });
  if (field.min !== undefined && length < field.min) return reject('text-short', { min: field.min, length });
  if (length > 1 && /^(.)\1+$/u.test(fold(text).replace(/\s/g, '')) && length > 3) return reject('no-words');
  const isName = field.kind === 'text' && field.phone === undefined && OF_A_NAME.test(field.label.zh);
  // 秘书小李 13800138000 may be a name, and somebody else's number.
  return isName && (holdsContact(text, 'or-email') || TELLS.test(fold(text))) ? confirm(text, 'talk') : accept(text);
}
