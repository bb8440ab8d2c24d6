/** Chinese mobile and landline numbers, and foreign ones where the field takes any. */
import { createRequire } from 'node:module';
import type { Field } from '../programme/form.ts';
import { confirm, reject, type Said, settle, type ValueReading } from './reading.ts';
import { judgeRest } from './rest.ts';

type PhoneLibrary = typeof import('libphonenumber-js/min');
const load = createRequire(import.meta.url);
let library: PhoneLibrary | null = null;

/** Loaded at the first number that is no mobile: 30 ms and 80 kB most conversations never need. */
function phones(): PhoneLibrary {
  library ??= loadLibrary();
  return library;
}

function loadLibrary(): PhoneLibrary {
  return load('libphonenumber-js/min');
}

const MOBILE = /^1[3-9]\d{9}$/;
const SPOKEN: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const RUN = /\+?(?:\(?\d\)?[\s\-–—.()]*){7,}(?:(?:转|分机|ext\.?|x|#)\s*\d{1,6})?/g;
/** A slip of the finger or of a form: letter O for 0, l or I for 1. Text is folded. */
const MISTYPED = /(?<![a-z\d])(?=[\dol|i]*\d)(?=[\dol|i]*[ol|i])[\dol|i][\dol|i\s-]{8,}(?![a-z\d])/g;
const FILLER =
  /座机|固话|固定电话|移动|办公室|传真|微信同号|也是微信|同微信|拨打|打给?|(?:早上|上午|中午|下午|晚上|白天|夜里|平时|工作日|周末|上班时间|随时|全天|任何时候)+(?:都|均|联系|方便)*|call|landline|office|cell|mobile|(?:any ?time|daytime|in the (?:morning|afternoon|evening)|(?:office|working) hours)/g;

/** A number in the form it is stored in: 13800138000, 0791-12345678, 0791-12345678转8012, +14155552671. */
interface Phone {
  readonly stored: string;
  readonly mobile: boolean;
  /** Possible, but not as long as the numbers of its city are. */
  readonly isOdd?: true;
}

/** The stored number in E.164, extension apart; null when it is none of ours. */
export function e164(stored: string): { readonly number: string; readonly extension: string | null } | null {
  const [number = '', extension] = stored.split('转');
  const digits = number.replace(/\D/g, '');
  if (number.startsWith('+')) return { number: `+${digits}`, extension: extension ?? null };
  if (MOBILE.test(digits)) return { number: `+86${digits}`, extension: extension ?? null };
  return digits.startsWith('0') ? { number: `+86${digits.slice(1)}`, extension: extension ?? null } : null;
}

function landline(digits: string, extension: string | undefined): Phone | null {
  const parsed = phones().parsePhoneNumberFromString(digits, 'CN');
  if (parsed === undefined || !parsed.isValid() || parsed.country !== 'CN') return null;
  const whole = `0${parsed.nationalNumber}`;
  const [first = ''] = parsed.formatNational().split(' ');
  // Without a gap after the area code the number has a digit more or less than those of its city.
  const isUsual = /^0\d{2,3}$/.test(first);
  const area = isUsual ? first : whole.slice(0, /^0(?:10|2\d)/.test(whole) ? 3 : 4);
  const stored = `${area}-${whole.slice(area.length)}`;
  const full = extension === undefined ? stored : `${stored}转${extension}`;
  return { stored: full, mobile: false, ...(!isUsual && { isOdd: true }) };
}

/** Reads one run of digits as a number; a reason when it is none. */
function phoneOf(run: string): Phone | string {
  const [main = '', extension] = run.split(/转|分机|ext\.?|x|#/).map((part) => part.trim());
  const digits = main
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+|00)86(?=[1-9]\d{9}|0?\d{9})/, '')
    .replace(/^86(?=1[3-9]\d{9}$)/, '');
  if (MOBILE.test(digits)) return { stored: digits, mobile: true };
  if (/^\+?(?:00)?86/.test(main.replace(/[^\d+]/g, '')) && /^(?:10|[2-9]\d)\d{7,9}$/.test(digits))
    return landline(`0${digits}`, extension) ?? 'not-a-phone';
  if (/^(?:\+|00)/.test(digits)) {
    const parsed = phones().parsePhoneNumberFromString(digits.replace(/^00/, '+'));
    return parsed?.isValid() === true ? { stored: parsed.number, mobile: false } : 'not-a-phone';
  }
  if (/^[48]00\d{7}$/.test(digits))
    return { stored: `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`, mobile: false };
  if (/^0\d{9,11}$/.test(digits)) return landline(digits, extension) ?? 'not-a-phone';
  if (/^[2-8]\d{6,7}$/.test(digits)) return 'area-code';
  if (/^[2-9]\d{9,10}$/.test(digits)) return landline(`0${digits}`, extension) === null ? 'not-a-phone' : 'area-code';
  if (/^1\d*$/.test(digits) && digits.length !== 11) return 'phone-length';
  return 'not-a-phone';
}

/** 一三八零零… and 138OO13… brought to digits; null when nothing was mended. */
function mended(text: string): string | null {
  const spoken = text.replace(
    /[零〇一幺二两三四五六七八九](?=[零〇一幺二两三四五六七八九\d\s-])|(?<=[零〇一幺二两三四五六七八九\d])[零〇一幺二两三四五六七八九]/g,
    (c) => SPOKEN[c] ?? c,
  );
  const typed = spoken.replace(MISTYPED, (run) => run.replace(/o/g, '0').replace(/[l|i]/g, '1'));
  return typed === text ? null : typed;
}

function digitCount(run: string): number {
  return run.replace(/\D/g, '').replace(/^(?:00)?86(?=1)/, '').length;
}

function readRuns(text: string, field: Field, doubt: string | null): ValueReading | null {
  const runs = text.match(RUN) ?? [];
  const read = runs.map((run) => ({ run, phone: phoneOf(run) }));
  const good = read.filter((one): one is { run: string; phone: Phone } => typeof one.phone !== 'string');
  const [first, ...others] = good;
  if (first === undefined) {
    const [miss] = read;
    return miss === undefined ? null : reject(`${miss.phone}`, { digits: digitCount(miss.run) });
  }
  if (field.phone === 'mobile' && !first.phone.mobile) return reject('mobile-only');
  const rest = judgeRest(withoutTail(text.replace(first.run, ' '), first.phone.stored).replace(FILLER, ' '), field);
  const several = others.some((other) => other.phone.stored !== first.phone.stored) ? 'several' : null;
  return settle(first.phone.stored, doubt, several, rest === 'clear' && first.phone.isOdd !== true ? null : 'talk');
}

const TAIL =
  /(?:尾号|末尾|后[两二三四几]位|(?:the )?(?:last|final) (?:two |three |four |[234] )?(?:digits|numbers)?)?\s*(?:应该?)?(?:是|为|are|is)?\s*(?<![\d+-])(\d{2,6})(?![\d-])/g;

/** 尾号是8001，13800138001: the last digits said beside the whole number add nothing to it. */
function withoutTail(text: string, stored: string): string {
  return text.replace(TAIL, (said: string, digits: string) => (stored.endsWith(digits) ? ' ' : said));
}

/** A switchboard's extension behind a second hyphen. */
function withExtension(text: string): string {
  return text.replace(/((?<!\d)\(?0\d{2,3}\)?[- ]?\d{7,8})-(\d{1,5})(?!\d)/g, '$1转$2');
}

/** Reads a phone number. Mended slips are asked, never taken. */
export function readPhone(said: Said, field: Field): ValueReading {
  const text = withExtension(said.folded);
  const better = mended(text);
  const slipped = new RegExp(MISTYPED.source).test(text);
  const plain = slipped ? null : readRuns(text, field, null);
  if (plain !== null && plain.outcome !== 'reject') return plain;
  const second = better === null ? null : readRuns(better, field, 'slip');
  if (second !== null && second.outcome !== 'reject') return confirm(second.value, 'slip');
  return plain ?? second ?? reject('not-a-phone');
}
