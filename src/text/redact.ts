/** Masks numbers that must not be kept: resident-ID cards and bank cards. */
import { isCreditCode } from './credit-code-check.ts';

const LONG_NUMBER =
  /(?<![0-9A-Za-z０-９])[0-9０-９](?:[ \-－]?[0-9０-９]){13,18}[ \-－]?[0-9０-９XxＸｘ]?(?![0-9A-Za-z０-９])/g;
const REGION = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const BORN = /^(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/** ISO 7064 MOD 11-2 over seventeen digits, as on resident-ID cards (GB 11643). */
function idCheckHolds(id: string): boolean {
  let sum = 0;
  for (const digit of id.slice(0, 17)) sum = ((sum + Number(digit)) * 2) % 11;
  return '0123456789X'.charAt((12 - sum) % 11) === id.charAt(17);
}

/** True for eighteen (or, old style, fifteen) characters built like a resident-ID number; a valid credit code is none. */
export function isResidentId(number: string): boolean {
  const id = number.normalize('NFKC').replace(/[ -]/g, '').toUpperCase();
  if (/^\d{15}$/.test(id)) return REGION.test(id) && BORN.test(`19${id.slice(6, 12)}`);
  if (!/^\d{17}[\dX]$/.test(id) || !REGION.test(id) || !BORN.test(id.slice(6, 14))) return false;
  return idCheckHolds(id) || !isCreditCode(id);
}

/** Luhn's check over a bank card's sixteen to nineteen digits. */
function isBankCard(number: string): boolean {
  const digits = number.normalize('NFKC').replace(/[ -]/g, '');
  if (!/^[3-6]\d{15,18}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const n = Number(digits.charAt(digits.length - 1 - i)) * (i % 2 === 0 ? 1 : 2);
    sum += n > 9 ? n - 9 : n;
  }
  return sum % 10 === 0 || digits.startsWith('62');
}

/** True when the text holds a resident-ID number. */
export function hasResidentId(text: string): boolean {
  return (text.match(LONG_NUMBER) ?? []).some(isResidentId);
}

/** The text with resident-ID and bank card numbers masked but for their first and last two characters. */
export function redact(text: string): string {
  return text.replace(LONG_NUMBER, (number) => {
    if (!isResidentId(number) && !isBankCard(number)) return number;
    return `${number.slice(0, 2)}${'*'.repeat(Math.max(0, number.length - 4))}${number.slice(-2)}`;
  });
}
