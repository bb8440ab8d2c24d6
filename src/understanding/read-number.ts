/** Counts and plain numbers. */
import type { Field } from '../programme/form.ts';
import { reject, type Said, settle, type ValueReading } from './reading.ts';
import { judgeRest } from './rest.ts';
import { findNumbers } from './scan-numbers.ts';

const OPEN = /若干|一些|许多|很多|不少|好多|好些|多个|多名|several|some|many|a few|lots/;
const ABOUT =
  /左右|上下|大概|大约|大致|差不多|约|将近|接近|至少|最少|最多|不超过|不少于|以上|以下|以内|around|about|approx(?:imately)?|roughly|or so|at least|at most|up to|nearly|almost|more than|less than/g;
/** Measure words and what is commonly counted. */
const COUNTED =
  /共?有|[个名位家人项件篇条套台次本种类级点号]|人员?|成员|单位|企业|专利|论文|(?<![a-z])(?:people|persons?|members?|companies|firms|units?|partners?|items?|pieces|patents?|papers?|of us|level|trl|no)(?![a-z])/g;

/** The two ends of 3-5 and 三到五. */
const RANGE = /^\s*(?:-|~|–|—|到|至|to|or|或者?)\s*$/;

function inBounds(value: number, field: Field): ValueReading | null {
  const decimals = field.decimals ?? 0;
  if (value < 0 && !((field.min ?? 0) < 0)) return reject('not-positive');
  if (value === 0 && (field.min ?? 1) > 0) return reject('not-positive');
  if (Number(value.toFixed(decimals)) !== value) return reject(decimals === 0 ? 'not-whole' : 'too-fine', { decimals });
  if (field.min !== undefined && value < field.min) return reject('number-below', { min: field.min });
  if (field.max !== undefined && value > field.max) return reject('number-above', { max: field.max });
  return null;
}

/** Reads a number; whole unless the field keeps decimals, positive unless its `min` allows less. */
export function readNumber(said: Said, field: Field): ValueReading {
  const text = said.folded.replace(/一共|一起|统一|第一|一般|一定|一直/g, '共');
  const found = findNumbers(text);
  const [first, second] = found;
  if (first === undefined) return reject(OPEN.test(text) ? 'number-vague' : 'not-a-number');
  if (found.some((one) => one.vague)) return reject('number-vague');
  if (found.some((one) => Number.isNaN(one.value))) return reject('not-a-number');
  if (second !== undefined) {
    return reject(RANGE.test(text.slice(first.end, second.start)) ? 'number-range' : 'several-numbers');
  }
  if (/^\s*打(?!印)/.test(text.slice(first.end))) return reject('number-vague');
  const beside = `${text.slice(0, first.start)} ${text.slice(first.end)}`;
  if (/^\s*[%‰万亿]/.test(text.slice(first.end)) && field.unit === undefined) return reject('not-a-number');
  const about = new RegExp(ABOUT.source).test(beside) || first.approx;
  const unit =
    field.unit === undefined
      ? beside
      : beside.replaceAll(field.unit.zh, ' ').replaceAll(field.unit.en.toLowerCase(), ' ');
  const rest = judgeRest(unit.replace(ABOUT, ' ').replace(COUNTED, ' '), field);
  if (rest === 'question') return reject('is-question');
  if (rest === 'negated') return reject('not-a-number');
  return inBounds(first.value, field) ?? settle(first.value, about ? 'approx' : null, rest === 'talk' ? 'talk' : null);
}
