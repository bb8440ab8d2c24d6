/** Codes that people pass on, made from the message that asked for one: six digits, or eight letters and digits. */
import { derivedId, type Work } from './work.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Six digits for this message alone: easily typed, guessed one time in a million. */
export function sixDigits(work: Work): string {
  const number = Number.parseInt(derivedId(work.event, 'join-code').slice(0, 12), 16) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Forty bits, read aloud in two halves: `AB12-CD34`, never digits alone, which would be a telephone number. */
export function longCode(work: Work, purpose: string): string {
  const hex = derivedId(work.event, purpose);
  const letters = Array.from({ length: 8 }, (_, n) =>
    LETTERS.charAt(Number.parseInt(hex.slice(n * 2, n * 2 + 2), 16) & 31),
  ).join('');
  const code = /^\d+$/.test(letters) ? `J${letters.slice(1)}` : letters;
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
