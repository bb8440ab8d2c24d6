/** Lengths of time in months. */
import type { Field } from '../programme/form.ts';
import { readEnglishNumeral } from '../text/english-numeral.ts';
import { NUMERAL_CHARACTERS, readNumeral } from '../text/numeral.ts';
import { reject, type Said, settle, type ValueReading } from './reading.ts';
import { judgeRest } from './rest.ts';

const N = `[${NUMERAL_CHARACTERS}几]+`;
const ABOUT = /左右|上下|大概|大约|差不多|约|将近|接近|around|about|approximately|roughly|or so|nearly|almost/g;
const BOUND =
  /之内|以内|内|不超过|最多|最长|至多|within|at most|up to|no more than|in total|为期|周期|工期|期限|为|时间|共|total/g;
const DAYS_PER_MONTH = 30;
const WEEKS_PER_MONTH = 4.345;
/** 2028年 is a year of the calendar, no length. */
const FIRST_CALENDAR_YEAR = 1900;

/** A part of a length, in months; NaN where its number is vague. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly months: number;
  /** Counted in days or weeks: months are only near it. */
  readonly rounded: boolean;
  readonly unit: string;
}

const CHINESE = new RegExp(
  `(?<n>${N})?\\s*个?(?<half1>半)?\\s*(?<unit>学年|年|季度|月|周|星期|礼拜|天|日)(?<half2>半)?`,
  'g',
);
const ENGLISH =
  /(?<![a-z])(?<n>\d+(?:\.\d+)?|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|twenty[- ]four|thirty|thirty[- ]six|half an?)(?: and a half)?)(?:(?<=\d)[\s-]*|[\s-]+)(?<unit>years?|yrs?|y|months?|mos?|mths?|m|quarters?|weeks?|wks?|days?|d)(?![a-z])(?<half> and a half)?/g;

function monthsPer(unit: string): number {
  if (/年|^y/.test(unit)) return 12;
  if (/季|^q/.test(unit)) return 3;
  if (/月|^m/.test(unit)) return 1;
  return /[周星礼]|^w/.test(unit) ? 1 / WEEKS_PER_MONTH : 1 / DAYS_PER_MONTH;
}

function partOf(match: RegExpExecArray, read: (n: string) => number | null): Part | null {
  const { n, half, half1, half2, unit = '' } = match.groups ?? {};
  const extra = half ?? half1 ?? half2;
  if (n === undefined && extra === undefined) return null;
  const whole = n === undefined ? 0 : n === '半' ? 0.5 : (read(n) ?? Number.NaN);
  const per = monthsPer(unit);
  return {
    start: match.index,
    end: match.index + match[0].length,
    months: (whole + (extra === undefined ? 0 : 0.5)) * per,
    rounded: per < 1,
    unit,
  };
}

function englishCount(text: string): number | null {
  if (/^half/.test(text)) return 0.5;
  return /^an?$/.test(text) ? 1 : (readEnglishNumeral(text)?.value ?? null);
}

function partsIn(text: string): readonly Part[] {
  const chinese = [...text.matchAll(CHINESE)].map((m) =>
    partOf(m, (n) => readNumeral(n.replace(/[零,]+$|^零/g, ''))?.value ?? null),
  );
  const english = [...text.matchAll(ENGLISH)].map((m) => partOf(m, englishCount));
  return [...chinese, ...english].filter((part): part is Part => part !== null).sort((a, b) => a.start - b.start);
}

/** A bare number is months when the question says so and it is no number of years. */
function bareMonths(text: string, field: Field): ValueReading | null {
  const n = readNumeral(text.replace(/[。.!吧\s]+$/g, ''));
  if (n === null || !Number.isInteger(n.value)) return null;
  return (
    bounded(n.value, field) ?? settle({ months: n.value }, field.unit !== undefined && n.value >= 6 ? null : 'unit')
  );
}

function bounded(months: number, field: Field): ValueReading | null {
  if (months <= 0) return reject('not-positive');
  if (field.min !== undefined && months < field.min) return reject('duration-below', { min: field.min });
  if (field.max !== undefined && months > field.max) return reject('duration-above', { max: field.max });
  return null;
}

/** One length may be told in falling units: 一年零三个月, 2 years 6 months. */
function isOneLength(text: string, parts: readonly Part[]): boolean {
  return parts.every((part, i) => {
    const before = parts[i - 1];
    if (before === undefined) return true;
    const between = text.slice(before.end, part.start);
    return /^\s*(?:零|又|加|and|,)?\s*$/.test(between) && monthsPer(part.unit) < monthsPer(before.unit);
  });
}

/** Reads a duration into whole months; days and weeks are turned into months only with a yes. */
export function readDuration(said: Said, field: Field): ValueReading {
  const text = said.folded.replace(/(?:执行|项目|研发|实施|建设|服务|合同)期(?:限|为)?|(?<=[年月])期/g, ' ');
  if (/^\s*(?:-|负)\s*[\d一二两三四五六七八九十半]/.test(text)) return reject('not-positive');
  if (/[万亿元]|(?<![a-z])(?:yuan|rmb|cny)(?![a-z])/.test(text)) return reject('not-a-duration');
  const parts = partsIn(text);
  if (parts.length === 0) return bareMonths(text, field) ?? reject('not-a-duration');
  if (parts.some((part) => Number.isNaN(part.months))) return reject('duration-vague');
  if (parts.some((part) => part.unit === '年' && part.months >= FIRST_CALENDAR_YEAR * 12))
    return reject('not-a-duration');
  if (!isOneLength(text, parts)) return reject(/[-~到至]|to/.test(text) ? 'duration-range' : 'several-durations');
  const [first] = parts;
  if (first !== undefined && /(?:\d|[一二三四五六七八九十])\s*[-~到至]\s*$/.test(text.slice(0, first.start)))
    return reject('duration-range');
  const exact = parts.reduce((sum, part) => sum + part.months, 0);
  const months = Math.round(exact);
  const beside = parts.reduceRight((left, part) => `${left.slice(0, part.start)} ${left.slice(part.end)}`, text);
  const rest = judgeRest(
    beside
      .replace(ABOUT, ' ')
      .replace(BOUND, ' ')
      .replace(/的|时间|做完|干完|搞定|(?<![a-z])and(?![a-z])/g, ' '),
    field,
  );
  if (rest === 'question') return reject('is-question');
  if (rest === 'negated') return reject('not-a-duration');
  const rounded = parts.some((part) => part.rounded) || Math.abs(exact - months) > 0.001;
  const short = parts.some((part) => part.unit === 'm' || part.unit === 'd') ? 'unit' : null;
  const value = new RegExp(ABOUT.source).test(beside) ? { months, approx: true } : { months };
  if (months === 0 && exact > 0) return reject('duration-below', { min: 1 });
  return bounded(months, field) ?? settle(value, short, rounded ? 'rounded' : null, rest === 'talk' ? 'talk' : null);
}
