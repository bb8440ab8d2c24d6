/** Chinese numerals as people write them: 一亿二, 三千五, 两百万, 叁佰万, 廿, 1.2亿, 3千5百. */

/** A number read from words; `approx` when 来, 多 or 余 left it open. */
export interface Numeral {
  readonly value: number;
  readonly approx: boolean;
}

const DIGITS = '零一二三四五六七八九';
const FINANCIAL = '零壹贰叁肆伍陆柒捌玖';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const SPELLINGS: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  参: '叁',
  拾: '十',
  佰: '百',
  仟: '千',
};

/** Characters a numeral may consist of, for use inside a regular expression's class; text must be folded. */
export const NUMERAL_CHARACTERS = '0-9.,零〇一二两三四五六七八九壹贰叁参肆伍陆柒捌玖十拾百佰千仟万亿廿卅半点';

/** 三五个 and 两三百万 name two figures, not one; only years (二〇二七) are spelt digit by digit. */
const NEIGHBOURS = /[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]{2}/;

/** A token: a plain number, or the value of a unit; `zero` stands for a spoken 零 between units. */
type Token = { readonly number: number } | { readonly unit: number } | { readonly zero: true };

/** Chinese digits to Arabic, 点 to a point; units stay. Null when a comma does not group by three. */
function normalise(text: string): string | null {
  if (NEIGHBOURS.test(text) && !/^[零〇一二三四五六七八九]{4}$|^[零〇一二三四五六七八九]+点|点/.test(text)) return null;
  let out = '';
  for (const character of text.replaceAll('廿', '二十').replaceAll('卅', '三十')) {
    const c = SPELLINGS[character] ?? character;
    const digit = Math.max(DIGITS.indexOf(c), FINANCIAL.indexOf(c));
    out += digit >= 0 && c.length === 1 ? `${digit}` : c === '点' ? '.' : c;
  }
  return out.includes(',') ? ungroup(out) : out;
}

function ungroup(text: string): string | null {
  return /^[^,]*?\d{1,3}(,\d{3})+(?![\d,])[^,]*$/.test(text) ? text.replaceAll(',', '') : null;
}

function tokens(text: string): readonly Token[] | null {
  const list: Token[] = [];
  const pattern = /(0(?=[1-9](?:[十百千万]|$)))|(\d+(?:\.\d+)?)|([十百千万亿])/gy;
  let at = 0;
  for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) {
    at = pattern.lastIndex;
    if (m[1] !== undefined && list.length > 0) list.push({ zero: true });
    else if (m[3] !== undefined) list.push({ unit: UNITS[m[3]] ?? 1 });
    else list.push({ number: Number(m[2] ?? m[1]) });
  }
  return at === text.length && list.length > 0 ? list : null;
}

/** Sums a section below 万: 3千5百 → 3500. `last` is the unit before an open digit. */
interface Sum {
  total: number;
  section: number;
  number: number | null;
  last: number;
  small: number;
  big: number;
  afterZero: boolean;
}

/** Adds one unit; false when the order of units makes no number. */
function addUnit(sum: Sum, unit: number): boolean {
  if (unit < 1e4) {
    if (unit >= sum.small) return false;
    if (sum.number === null && !(unit === 10 && sum.section === 0 && sum.last === 0)) {
      if (!(unit === 10 && sum.afterZero)) return false;
    }
    sum.section += (sum.number ?? 1) * unit;
    sum.small = unit;
  } else {
    const part = sum.section + (sum.number ?? 0);
    if (part === 0 && sum.total === 0) return false;
    if (unit > sum.big) return false;
    if (unit === 1e8 && sum.total > 0) sum.total = (sum.total + part) * unit;
    else if (part > 0) sum.total += part * unit;
    else sum.total *= unit;
    sum.section = 0;
    sum.small = 1e4;
    if (unit === 1e4 && sum.last === 1e8) sum.big = 1e4;
  }
  sum.number = null;
  sum.last = unit;
  sum.afterZero = false;
  return true;
}

/** The last digit without a unit: 一亿二 means 2 of the next lower unit, 一亿零二 and 十二 mean 2. */
function tail(sum: Sum): number {
  if (sum.number === null) return 0;
  const short = sum.last >= 100 && !sum.afterZero && sum.number < 10 && Number.isInteger(sum.number);
  return short ? (sum.number * sum.last) / 10 : sum.number;
}

function evaluate(list: readonly Token[]): number | null {
  const sum: Sum = { total: 0, section: 0, number: null, last: 0, small: 1e4, big: 1e8, afterZero: false };
  for (const token of list) {
    if ('unit' in token) {
      if (!addUnit(sum, token.unit)) return null;
    } else if (sum.number !== null) {
      return null;
    } else if ('zero' in token) {
      sum.afterZero = true;
    } else if (token.number === 0 && list.length > 1 && sum.last > 0) {
      sum.afterZero = true;
    } else {
      sum.number = token.number;
    }
  }
  const value = sum.total + sum.section + tail(sum);
  return Number.isSafeInteger(Math.round(value)) ? Number(value.toPrecision(15)) : null;
}

/** Half units: 半亿, 一万半. */
function withHalf(text: string): number | null {
  if (text === '半') return 0.5;
  if (/^半[十百千万亿]+$/.test(text)) {
    const whole = readNumeral(`一${text.slice(1)}`);
    return whole === null ? null : whole.value / 2;
  }
  return null;
}

/** Reads folded text as one number, all of it; null when it is none or too open (几, 数, 上千). */
export function readNumeral(text: string): Numeral | null {
  const plain = text
    .replace(/\s+(?=\d{3}(?:\D|$))/g, '')
    .replace(/\s+(?=[十百千万亿])/g, '')
    .trim();
  if (plain === '' || plain.length > 40) return null;
  const open = /(?<=[0-9十百千万亿])[来多余](?=$|[万亿])/;
  const bare = plain.replace(open, '');
  if (bare.includes('半')) {
    const half = withHalf(bare);
    return half === null ? null : { value: half, approx: bare !== plain };
  }
  const arabic = normalise(bare);
  const list = arabic === null ? null : tokens(arabic);
  const value = list === null ? null : evaluate(list);
  return value === null ? null : { value, approx: bare !== plain };
}

/** True for numerals that name no figure: 几百, 数千, 上千, 十几, 好几百, 千把. */
export function isVagueNumeral(text: string): boolean {
  return /(?:[上数几][十百千万亿]|[十百千万亿][几数](?![年月日号])|[十百千万亿]把|好[几多]|(?<![点.\d零〇])[一二两三四五六七八九]{2}(?:$|[十百千万亿]))/.test(
    text,
  );
}
