/** Shares of a whole, in percent: 20%, 百分之二十, 两成, 五五开, 三分之一. */
import type { Field } from '../programme/form.ts';
import { readEnglishNumeral } from '../text/english-numeral.ts';
import { NUMERAL_CHARACTERS, readNumeral } from '../text/numeral.ts';
import { reject, type Said, settle, type ValueReading } from './reading.ts';
import { judgeRest } from './rest.ts';

const N = `[${NUMERAL_CHARACTERS}]+`;
const ABOUT =
  /左右|上下|大概|大约|差不多|约|将近|接近|至少|最少|最多|不超过|不低于|以上|以下|以内|around|about|approximately|roughly|or so|at least|at most|up to|nearly|almost/g;

/** A way of writing a share; `read` gives percent, or null where the words make none. */
interface Form {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => { readonly value: number; readonly doubt?: string } | null;
}

function number(text: string | undefined): number | null {
  return text === undefined ? null : (readNumeral(text)?.value ?? null);
}

function exactly(value: number | null): { readonly value: number } | null {
  return value === null ? null : { value: Number(value.toFixed(6)) };
}

/** Tenths: 两成, 一成半, 三成五. */
function tenths(match: RegExpExecArray): { readonly value: number } | null {
  const whole = number(match[1]);
  const more = match[2] === '半' ? 5 : (number(match[2]) ?? 0);
  return whole === null || whole > 10 ? null : { value: whole * 10 + more };
}

function fraction(match: RegExpExecArray): { readonly value: number; readonly doubt?: string } | null {
  const [below, above] = [number(match[1]), number(match[2])];
  if (below === null || above === null || below === 0) return null;
  const value = (above / below) * 100;
  return Number.isInteger(value * 100) ? { value } : { value: Number(value.toFixed(2)), doubt: 'rounded' };
}

/** 1/3 names the upper number first, 三分之一 the lower one. */
function shifted(match: RegExpExecArray): RegExpExecArray {
  [match[1], match[2]] = [match[3] ?? '', match[2] ?? ''];
  return match;
}

const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `百分之?百(?!分|\\s*[${NUMERAL_CHARACTERS}])|全部|全额|(?<![a-z])(?:all of it|in full|everything)(?![a-z])`,
    ),
    read: () => ({ value: 100 }),
  },
  { pattern: /%\s*(\d+(?:\.\d+)?)(?![\d.%])/, read: (m) => exactly(number(m[1])) },
  {
    pattern: /(?<![\d/])()(\d{1,3})\s*\/\s*(\d{1,3})(?![\d/])/,
    read: (m) => (Number(m[2]) <= Number(m[3]) ? fraction(shifted(m)) : null),
  },
  { pattern: new RegExp(`百分之(${N})`), read: (m) => exactly(number(m[1])) },
  { pattern: new RegExp(`千分之(${N})`), read: (m) => exactly((number(m[1]) ?? Number.NaN) / 10) },
  { pattern: new RegExp(`(${N})分之(${N})`), read: fraction },
  { pattern: new RegExp(`(${N})\\s*(?:%|个?百分点|个点|pct|percent|per cent)`), read: (m) => exactly(number(m[1])) },
  { pattern: new RegExp(`(${N})\\s*‰`), read: (m) => exactly((number(m[1]) ?? Number.NaN) / 10) },
  {
    pattern: /([a-z]+(?:[ -][a-z]+)?) (?:percent|per cent)/,
    read: (m) => exactly(readEnglishNumeral(m[1] ?? '')?.value ?? null),
  },
  { pattern: /([一二两三四五六七八九十\d])\s*成([半一二三四五六七八九])?/, read: tenths },
  {
    pattern:
      /五五(?:开|分成?|对半)?|对半开?|各半|一人一半|一半|半数|fifty[- ]fifty|50\s*[/:]\s*50|(?<![a-z])(?:a )?half(?![a-z])/,
    read: () => ({ value: 50 }),
  },
  { pattern: /(?<![a-z])(?:three quarters|three fourths)(?![a-z])/, read: () => ({ value: 75 }) },
  { pattern: /(?<![a-z])(?:a|one) (?:quarter|fourth)(?![a-z])/, read: () => ({ value: 25 }) },
  { pattern: /(?<![a-z])(?:a|one) third(?![a-z])/, read: () => ({ value: 33.33, doubt: 'rounded' }) },
  { pattern: /(?<![a-z])two thirds(?![a-z])/, read: () => ({ value: 66.67, doubt: 'rounded' }) },
  { pattern: /(?<!\d)(\d+(?:\.\d+)?)(?!\d)/, read: (m) => bare(Number(m[1])) },
  {
    pattern: new RegExp(`(${N})`),
    read: (m) => (number(m[1]) === null ? null : { value: number(m[1]) ?? 0, doubt: 'percent' }),
  },
];

/** 0.2 may mean 20% or 0.2%; both cannot be told apart, so the likelier is asked. */
function bare(value: number): { readonly value: number; readonly doubt?: string } {
  return value > 0 && value < 1 ? { value: Number((value * 100).toFixed(6)), doubt: 'percent' } : { value };
}

/** Reads a share in percent; above 100 only where the field's `max` says so. */
export function readPercent(said: Said, field: Field): ValueReading {
  const text = said.folded.replace(/(?<=\d)\s+(?=[%‰])/g, '');
  if (/百分百\s*[\d一二三四五六七八九十]/.test(text)) return reject('percent-garbled');
  if (/[-负]\s*\d/.test(text) && /^\s*[-负]/.test(text)) return reject('not-positive');
  if (/[一二三四六七八九]([一二三四六七八九])(?:开|分成)/.test(text)) return reject('percent-which');
  const form = FORMS.find((one) => one.pattern.test(text));
  const match = form?.pattern.exec(text) ?? null;
  const share = match === null ? null : (form?.read(match) ?? null);
  if (match === null || share === null || Number.isNaN(share.value)) return reject('not-a-percent');
  const beside = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  if (new RegExp(`[\\d%]|${N}成`).test(beside)) return reject('percent-which');
  const rest = judgeRest(beside.replace(ABOUT, ' ').replace(/占|比例|份额|股份?|整/g, ' '), field);
  if (rest === 'question') return reject('is-question');
  if (rest === 'negated') return reject('not-a-percent');
  const max = field.max ?? 100;
  if (share.value > max) return reject('percent-above', { max });
  if (field.min !== undefined && share.value < field.min) return reject('percent-below', { min: field.min });
  const about = new RegExp(ABOUT.source).test(beside) ? 'approx' : null;
  return settle(share.value, share.doubt, about, rest === 'talk' ? 'talk' : null);
}
