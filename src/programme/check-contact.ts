/** Whether a text is, or holds, a way to reach somebody. */

const MAINLAND = /^(?:\+?86|0086)?(1[3-9]\d{9})$/;
const LANDLINE =
  /^(?:(?:\+?86|0086)?0?[1-9]\d{1,2}\d{7,8}|0[1-9]\d{1,2}\d{7,8}|[48]00\d{7})(?:(?:x|ext\.?|转|轉|;ext=)\d{1,6})?$/i;
const ABROAD = /^(?:\+|00)[1-9]\d{6,14}(?:(?:x|ext\.?|转|轉|;ext=)\d{1,6})?$/i;
const MAIL = /^[^\s@<>(),;:"[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,24}$/u;
/** Runs that may be a number: digits with the separators people write between them. */
const RUNS = /\+?\d[\d\s().-]{5,24}\d(?:\s*(?:x|ext\.?|转|轉)\s*\d{1,6})?/gi;

/** True for a whole phone number: mainland mobile, or with `any` also landline (area code), 400 and foreign numbers. */
export function isPhone(text: string, which: 'mobile' | 'any'): boolean {
  const bare = text.normalize('NFKC').replace(/[\s().-]/g, '');
  if (MAINLAND.test(bare)) return true;
  // A mobile number with a digit too few or too many would otherwise pass as a landline.
  if (/^1[3-9]\d*$/.test(bare)) return false;
  if (which === 'mobile' || bare.length < 9) return false;
  return LANDLINE.test(bare) || ABROAD.test(bare);
}

/** True for one mail address of ordinary form. */
export function isMail(text: string): boolean {
  return text.length <= 254 && MAIL.test(text);
}

/** True when the text, e.g. `张工 13800000000`, holds a number (or, with `or-email`, a mail address) to reach somebody by. */
export function holdsContact(text: string, which: 'mobile' | 'any' | 'or-email'): boolean {
  const plain = text.slice(0, 1000).normalize('NFKC');
  if (
    which === 'or-email' &&
    plain.split(/[\s,;:、:()<>]+/).some((word) => isMail(word.replace(/^[^\w]+|[^\w]+$/g, '')))
  )
    return true;
  return (plain.match(RUNS) ?? []).some((run) => isPhone(run, which === 'mobile' ? 'mobile' : 'any'));
}
