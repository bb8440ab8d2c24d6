/** The numbers people see: a prefix for the kind, ten characters of Crockford base32, the last one a check. */
import { createHash } from 'node:crypto';
import type { CaseKind } from './records.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PREFIXES: Readonly<Record<CaseKind, string>> = { need: 'N', listing: 'L', interest: 'I', application: 'A' };
const BODY_LENGTH = 9;
const LONGEST_TYPED = 40;
// x⁵ + x² + 1: arithmetic in GF(32), where weights that are powers of x make every single slip and swap visible.
const FIELD_POLYNOMIAL = 0b100101;

function timesX(value: number): number {
  const doubled = value << 1;
  return doubled & 0b100000 ? doubled ^ FIELD_POLYNOMIAL : doubled;
}

function checkCharacter(kind: CaseKind, body: string): string {
  const start = Object.keys(PREFIXES).indexOf(kind) + 1;
  const sum = [...body].reduce((before, character) => timesX(before) ^ ALPHABET.indexOf(character), start);
  return ALPHABET.charAt(timesX(sum));
}

function bodyOf(id: string, kind: CaseKind): string {
  const bits = createHash('sha256').update(`${kind}:${id}`).digest();
  return Array.from({ length: BODY_LENGTH }, (_, index) => ALPHABET.charAt(bits.readUInt8(index) & 31)).join('');
}

function written(kind: CaseKind, body: string): string {
  const all = body + checkCharacter(kind, body);
  return `${PREFIXES[kind]}-${all.slice(0, 5)}-${all.slice(5)}`;
}

/** The reference of a record, e.g. `A-7K3M9-QXP2C`: derived from its random id, so it leaks no counts and cannot be guessed. */
export function reference(id: string, kind: CaseKind): string {
  return written(kind, bodyOf(id, kind));
}

/** The reference somebody typed, as we write it; null when it is none. Case, blanks, full width, O for 0 and I or L for 1 do not matter. */
export function readReference(text: string): string | null {
  if (text.length > LONGEST_TYPED) return null;
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.·]/gu, '');
  const body = plain.slice(1).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (body.length !== BODY_LENGTH + 1 || [...body].some((character) => !ALPHABET.includes(character))) return null;
  const kind = kindsMeant(plain.charAt(0)).find((each) => checkCharacter(each, body.slice(0, -1)) === body.at(-1));
  return kind === undefined ? null : written(kind, body.slice(0, -1));
}

/** A digit 1 may have been an I or an L: the check character tells which. */
function kindsMeant(letter: string): readonly CaseKind[] {
  const kinds: readonly CaseKind[] = ['need', 'listing', 'interest', 'application'];
  return kinds.filter((kind) => PREFIXES[kind] === letter || (letter === '1' && 'IL'.includes(PREFIXES[kind])));
}

/** True when the text is one of our references with a right check character. */
export function isReference(text: string): boolean {
  return readReference(text) !== null;
}

/** What the audit keeps of the number of a case that was deleted with its person: enough to know it again, not to read it. */
export function erasedMark(reference: string): string {
  return createHash('sha256').update(`erased:${reference}`).digest('hex');
}

/** The audit's name for it. */
export const ERASED = 'erase-case';
