/** What leaves for a model endpoint: no identity numbers, cards, phones or mail addresses of people. */
import { redact } from '../text/redact.ts';

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const MOBILE = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu;
const LANDLINE = /(?<!\d)0\d{2,3}[ -]\d{7,8}(?!\d)/gu;
const MASK = /\[(?:mail|phone)-\d+\]/gu;

/** The masks of one question: what was hidden can be put back into the answer, here and nowhere else. */
export interface Masks {
  /** The text with personal numbers and addresses masked (`[phone-1]`); identity numbers and cards cannot be put back. */
  hide(text: string): string;
  /** The value with every mask of ours replaced by what it hid, in all its strings. */
  show(raw: unknown): unknown;
}

/** Masks for one question. */
export function makeMasks(): Masks {
  const hidden = new Map<string, string>();
  const masked = (kind: string) => (found: string) => {
    const known = [...hidden].find(([, value]) => value === found);
    const name = known?.[0] ?? `[${kind}-${hidden.size + 1}]`;
    hidden.set(name, found);
    return name;
  };
  const show = (raw: unknown): unknown => {
    if (typeof raw === 'string') return raw.replace(MASK, (name) => hidden.get(name) ?? name);
    if (Array.isArray(raw)) return raw.map(show);
    if (typeof raw !== 'object' || raw === null) return raw;
    return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, show(value)]));
  };
  return {
    hide: (text) =>
      redact(text).replace(MAIL, masked('mail')).replace(MOBILE, masked('phone')).replace(LANDLINE, masked('phone')),
    show,
  };
}
