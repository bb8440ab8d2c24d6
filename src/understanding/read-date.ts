/** Days and periods, from Chinese and English, absolute and told from today. */
import type { DateAnswer } from '../programme/answer.ts';
import type { Field } from '../programme/form.ts';
import { CHINESE_DATE_RULES } from './chinese-date.ts';
import { type FoundDate, findDates } from './date-span.ts';
import { ENGLISH_DATE_RULES, libraryDate } from './english-date.ts';
import { NUMERIC_DATE_RULES } from './numeric-date.ts';
import { type ReadContext, reject, type Said, settle, type ValueReading } from './reading.ts';
import { RELATIVE_DATE_RULES } from './relative-date.ts';
import { judgeRest } from './rest.ts';

const RULES = [...CHINESE_DATE_RULES, ...RELATIVE_DATE_RULES, ...NUMERIC_DATE_RULES, ...ENGLISH_DATE_RULES];
const TO = /^\s*(?:-+|~+|–|—+|到|至|to|until|till|through)\s*$/;
const UNDECIDED =
  /^(?:还|尚|目前|暂时?)?(?:未定|待定|没定|没想好|不确定|另行通知|tbd|tba|not (?:yet )?decided)[吧了。.!]*$/;
/** Words that go with a deadline without changing it. */
const BY =
  /\d{1,2}\s*[时点:：]\s*(?:\d{1,2}|整|半)?\s*分?|截止(?:日期|时间|到)?|截至|不晚于|不迟于|最晚|最迟|之前|以前|前|之内|以内|内|为止|完成|交付|结题|结束|开始|启动|起|份|的?时候|不超过|从|左右|大概|大约|差不多|前后|约|(?<![a-z])(?:by|before|until|till|no later than|not later than|on|from|starting|start|finish|end|ends|ending|around|about|the|of|latest|at)(?![a-z])/g;
const ROUGHLY = /左右|大概|大约|差不多|前后|约|around|about/;

/** All dates of the folded text. */
export function datesIn(folded: string, today: string): readonly FoundDate[] {
  const found = findDates(folded, today, RULES);
  if (found.length > 0) return found;
  const other = libraryDate(folded.replace(/[.!]+$/, '').trim(), today);
  return other === null ? [] : [other];
}

/** One span from the dates found: a single one, or the two ends of a range. Null for anything else. */
function joined(
  found: readonly FoundDate[],
  text: string,
): { readonly span: DateAnswer; readonly doubt?: string } | 'no-such-day' | null {
  const [first, second] = found;
  if (first === undefined || found.some((one) => one.reading === 'no-such-day'))
    return first === undefined ? null : 'no-such-day';
  if (first.reading === 'no-such-day') return 'no-such-day';
  if (second === undefined) return first.reading;
  if (second.reading === 'no-such-day' || found.length > 2 || !TO.test(text.slice(first.end, second.start)))
    return null;
  const { start, precision } = first.reading.span;
  const { end } = second.reading.span;
  return start <= end ? { span: { start, end, precision }, doubt: 'range' } : null;
}

function leftOver(text: string, found: readonly FoundDate[]): string {
  let rest = text;
  for (const one of [...found].reverse()) rest = `${rest.slice(0, one.start)} ${rest.slice(one.end)}`;
  return rest.replace(BY, ' ').replace(/\s(?:到|至|to|through|-|~)\s/g, ' ');
}

/** Reads a date; in a `future` field a day up to today is refused. */
export function readDate(said: Said, field: Field, context: ReadContext): ValueReading {
  const text = said.folded;
  if (UNDECIDED.test(text)) return reject('date-undecided');
  const found = datesIn(text, context.today);
  const answer = joined(found, text);
  if (answer === 'no-such-day') return reject('no-such-day');
  if (answer === null) return reject(found.length > 1 ? 'several-dates' : 'not-a-date');
  const rest = judgeRest(leftOver(text, found), field);
  if (rest === 'question') return reject('is-question');
  if (rest === 'negated') return reject('not-a-date');
  if (field.future === true && answer.span.end <= context.today) return reject('past', { date: answer.span.end });
  const range = found.length > 1 && field.allowRange === true ? undefined : answer.doubt;
  return settle(answer.span, range, rest === 'talk' ? 'talk' : null, ROUGHLY.test(text) ? 'approx' : null);
}
