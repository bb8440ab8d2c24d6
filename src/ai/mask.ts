/** What leaves for a model endpoint: no identity numbers, cards, phones or mail addresses of people. */
import { redact } from '../text/redact.ts';

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const MOBILE = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu;
const LANDLINE = /(?<!\d)0\d{2,3}[ -]\d{7,8}(?!\d)/gu;

/** The text with personal numbers and addresses masked. */
export function mask(text: string): string {
  return redact(text).replace(MAIL, '[mail]').replace(MOBILE, '[phone]').replace(LANDLINE, '[phone]');
}
