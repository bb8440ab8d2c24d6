/** Sums of money in integer yuan, from Chinese and English. */
import type { MoneyAnswer } from '../programme/answer.ts';
import type { Field } from '../programme/form.ts';
import { readNumeral } from '../text/numeral.ts';
import { type Amount, findAmounts, isRange } from './money-amounts.ts';
import { confirm, reject, type Said, settle, type ValueReading } from './reading.ts';
import { judgeRest } from './rest.ts';

const FOREIGN =
  /美元|美金|美刀|\d\s*刀|欧元|英镑|日元|日圆|港币|港元|台币|韩元|卢布|法郎|澳元|加元|新元|[$€£₩₽฿]|(?<![a-z])(?:usd?|usd|eur|gbp|jpy|hkd|krw|chf|aud|cad|sgd|twd)(?![a-z])|dollars?|bucks|euros?|pounds?|yen(?![a-z])/;
const UNDECIDED =
  /^(?:目前|暂时?|现在|还|尚|金额|预算|都|先)*(?:未定|待定|面议|再议|没定|没有?想好|没有?确定|不确定|未确定|待商议|协商|商议|另议|面谈|议定|双方商定|tbd|tba|to be (?:determined|decided|discussed|negotiated|agreed)|undecided|not (?:yet )?(?:decided|determined|sure|fixed)(?: yet)?|negotiable|open)[吧了啊。.!]*$/;
const AT_MOST =
  /不超过|不高于|不多于|最多|至多|顶多|以内|之内|以下|封顶|上限|under|at most|up to|no more than|max(?:imum)?|within|less than|below|not? exceed/;
const AT_LEAST =
  /不少于|不低于|至少|最少|起码|以上|起步|不小于|at least|no less than|more than|over|above|minimum|min\.|from|(?:万|亿|元)起/;
const ABOUT = /左右|上下|大概|大约|大致|差不多|约|around|about|approx(?:imately|\.)?|roughly|circa|or so|-?ish|^~|^≈/g;
const NEARLY =
  /将近|接近|近(?=[\d一二三四五六七八九十])|小(?=[\d一二三四五六七八九十])|出头|nearly|almost|close to|好几/g;
const LEANING =
  /[\s(（]*(?:不超过|不高于|不多于|最多|至多|顶多|以内|之内|以下|封顶|上限|不少于|不低于|至少|最少|起码|以上|起步?|不小于|从|between|under|at most|up to|no more than|maximum|max|within|less than|below|not exceed(?:ing)?|at least|no less than|more than|over|above|minimum|from)[\s)）]*/g;
const WAN = 10_000;
/** A bare number of a 万元 field from here on is doubtful; above the second it must be yuan. */
const DOUBTFUL_WAN = 10_000;
const SURELY_YUAN = 100_000;
/** A bare number below this may be millions as well. */
const SMALLEST_WAN = 10;
/** More than all programmes of a province together: never stored without asking. */
const LARGEST = 1e11;

/** A sum in yuan with the doubt that came up while reading it; null when both units are possible. */
interface Sum {
  readonly yuan: number;
  readonly doubt: string | null;
}

function countsInWan(field: Field): boolean {
  return field.unit === undefined || field.unit.zh.includes('万');
}

/** Gives a bare number its unit from the question; null when it could be 元 as well as 万元. */
function withUnit(amount: Amount, field: Field): Sum | null {
  if (amount.unit !== null) return { yuan: amount.value, doubt: null };
  if (!countsInWan(field)) return { yuan: amount.value, doubt: amount.value < WAN ? 'unit' : null };
  if (amount.value >= SURELY_YUAN) return { yuan: amount.value, doubt: 'unit' };
  if (amount.value < DOUBTFUL_WAN) {
    const small = amount.value < SMALLEST_WAN;
    return { yuan: amount.value * WAN, doubt: amount.words || small || field.unit === undefined ? 'unit' : null };
  }
  return null;
}

/** The left end of 500-1000万 takes the unit of the right one, 三到五百万 the whole of it. */
function shareUnit(
  first: Amount,
  second: Amount,
): { readonly pair: readonly [Amount, Amount]; readonly doubt: string | null } {
  if (first.unit === null && second.unit !== null) {
    const bare = second.value / second.unit;
    const whole = first.words && first.value < 10 && bare >= 100;
    const unit = whole ? second.unit * 10 ** Math.floor(Math.log10(bare)) : second.unit;
    return { pair: [{ ...first, value: first.value * unit, unit }, second], doubt: whole ? 'range' : null };
  }
  if (second.unit === null && first.unit !== null) {
    return { pair: [first, { ...second, value: second.value * first.unit, unit: first.unit }], doubt: 'range' };
  }
  return { pair: [first, second], doubt: null };
}

function bounded(yuan: number, field: Field): ValueReading | null {
  if (field.min !== undefined && yuan < field.min) return reject('money-below', { min: field.min / WAN });
  if (field.max !== undefined && yuan > field.max) return reject('money-above', { max: field.max / WAN });
  return null;
}

function readRange(first: Amount, second: Amount, field: Field, doubts: readonly (string | null)[]): ValueReading {
  const shared = shareUnit(first, second);
  const low = withUnit(shared.pair[0], field);
  const high = withUnit(shared.pair[1], field);
  if (low === null || high === null) return reject('money-unit');
  if (low.yuan <= 0 || high.yuan <= 0) return reject('not-positive');
  const min = Math.round(Math.min(low.yuan, high.yuan));
  const max = Math.round(Math.max(low.yuan, high.yuan));
  if (field.allowRange !== true) return reject('one-figure', { min: min / WAN, max: max / WAN });
  const swapped = low.yuan > high.yuan ? 'range' : null;
  const wide = max > min * 100 || max > LARGEST ? 'range' : null;
  return (
    bounded(min, field) ??
    bounded(max, field) ??
    settle({ min, max }, shared.doubt, swapped, wide, low.doubt, high.doubt, ...doubts)
  );
}

function readSingle(amount: Amount, text: string, field: Field, doubts: readonly (string | null)[]): ValueReading {
  const sum = withUnit(amount, field);
  if (sum === null) return reject('money-unit', { number: amount.value });
  if (sum.yuan <= 0) return reject('not-positive');
  const yuan = Math.round(sum.yuan);
  const doubt = [
    sum.doubt,
    amount.unit === 1e7 ? 'unit' : null,
    yuan === sum.yuan ? null : 'rounded',
    yuan > LARGEST ? 'large' : null,
    ...doubts,
  ];
  const outside = bounded(yuan, field);
  if (outside !== null) return outside;
  const most = AT_MOST.test(text);
  if (most || AT_LEAST.test(text)) {
    if (field.allowRange === true) return settle(most ? { max: yuan } : { min: yuan }, ...doubt);
    return confirm({ yuan }, most ? 'upper-bound' : 'lower-bound');
  }
  if (amount.approx || new RegExp(NEARLY.source).test(text)) return confirm({ yuan, approx: true }, 'approx');
  const about = new RegExp(ABOUT.source).test(text);
  const value: MoneyAnswer = about ? { yuan, approx: true } : { yuan };
  return settle(value, ...doubt);
}

/** Of 「不是300万，是500万」 and “500 not 300” the one that is meant. */
function meant(amounts: readonly Amount[], text: string): readonly Amount[] {
  const [first, second] = amounts;
  if (amounts.length !== 2 || first === undefined || second === undefined) return amounts;
  if (first.value === second.value && first.unit !== null) return [first];
  if (
    /\b(?:not|instead of|rather than)\s*$/.test(text.slice(0, second.start)) ||
    /而?不是$/.test(text.slice(0, second.start))
  ) {
    return [first];
  }
  if (/^\s*(?:改成|改为|改到|->|→|应该?是)\s*$/.test(text.slice(first.end, second.start))) return [second];
  if (/不是\s*$/.test(text.slice(0, first.start)) && /^\D*是/.test(text.slice(first.end, second.start)))
    return [second];
  return amounts;
}

const CHOOSING = /改成|改为|改到|->|→|应该?是|而?不是|\bnot\b|instead of|rather than/g;
const PER_YEAR = /每[一个]*[年月]|(?<!第)一年(?!内|半)|per (?:year|month|annum)|a (?:year|month)\b|annually|monthly/;

/** What is left beside the sums and the words that go with sums. */
function restOf(text: string, amounts: readonly Amount[]): string {
  let rest = text;
  for (const amount of [...amounts].reverse()) rest = `${rest.slice(0, amount.start)} ${rest.slice(amount.end)}`;
  return rest
    .replace(/^\s*[-~]/, ' ')
    .replace(LEANING, ' ')
    .replace(ABOUT, ' ')
    .replace(NEARLY, ' ')
    .replace(/人民币|rmb|cny|yuan|元整?|¥|整|大写/g, ' ')
    .replace(/^\s*(?:到|至|to|and)\s*|\s(?:到|至|to|and)\s/g, ' ');
}

/** 85%, 30个月, 15人: a figure of something else. */
const OTHER_UNIT =
  /^\s*(?:[%‰℃°]|percent|个?月|年|天|人(?!民币)|名|吨|米|台|套|次|倍|折|(?:months?|years?|days?|weeks?|people|persons?|tons?|kg|mm|cm)(?![a-z]))/;

const ZERO = /^(?:0+(?:\.0+)?|零|〇)\s*[十百千]?(?:万|亿)?(?:元|块|yuan|rmb)?$/;

/** 两三百万 names two figures: 200万 and 300万. */
function twoFigures(text: string): string {
  return text.replace(
    /(?<![十百千万亿零一二两三四五六七八九\d.])([一二两三四五六七八])([二三四五六七八九])([十百千]?)([万亿])/g,
    (all, low: string, high: string, tens: string, unit: string) =>
      (readNumeral(high)?.value ?? 0) - (readNumeral(low)?.value ?? 0) === 1
        ? `${low}${tens}${unit}到${high}${tens}${unit}`
        : all,
  );
}

/** Reads money. Bare numbers take the unit of the question when only one reading is sensible. */
export function readMoney(said: Said, field: Field): ValueReading {
  const text = twoFigures(said.folded.replace(/\.{2,}|…/g, ' '));
  if (ZERO.test(text)) return reject('not-positive');
  if (UNDECIDED.test(text)) {
    return field.allowUndecided === true ? settle({ undecided: true }) : reject('undecided');
  }
  if (FOREIGN.test(text)) return reject('foreign-currency');
  const found = findAmounts(text);
  if (PER_YEAR.test(text) && field.unit?.zh.includes('年') !== true) return reject('money-rate');
  if (found.some((amount) => amount.vague)) return reject('money-vague');
  if (found.some((amount) => Number.isNaN(amount.value)))
    return reject(/^[百千万亿]+$/.test(text) ? 'money-vague' : 'money-unclear');
  const amounts = meant(found, text);
  const [first, second] = amounts;
  if (first === undefined) return reject(/[上数几好多少]|lots|several|some/.test(text) ? 'money-vague' : 'not-money');
  if (found.every((amount) => amount.unit === null && OTHER_UNIT.test(text.slice(amount.end))))
    return reject('not-money');
  const beside = restOf(text, found);
  const rest = judgeRest(amounts.length < found.length ? beside.replace(CHOOSING, ' ') : beside, field);
  if (rest === 'question') return reject('is-question');
  if (rest === 'negated') return reject('money-unclear');
  const doubts = [rest === 'talk' ? 'talk' : null, text.length > said.folded.length ? 'range' : null];
  if (second === undefined) return readSingle(first, text, field, doubts);
  if (amounts.length === 2 && isRange(text, first, second)) return readRange(first, second, field, doubts);
  return reject('several');
}
